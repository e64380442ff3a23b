const longTerm = /^AKIALOCAL(\d{12})$/;
const temporary = /^ASIALOCAL(\d{12})([A-Za-z0-9_-]*)$/;

/** The signer of a request, read from the access key id. */
export interface Caller {
  readonly account: string;
  /** Role name and session name; absent for keys of the account. */
  readonly role?: { readonly name: string; readonly session: string };
}

/** The access key id of an account's administrator. It differs by account, because the CDK CLI caches the account of a key id. */
export function accountKey(account: string): string {
  return `AKIALOCAL${account}`;
}

/** The access key id of a role session. It encodes account, role and session: the server needs no table of issued keys. */
export function roleKey(account: string, role: string, session: string): string {
  return `ASIALOCAL${account}${Buffer.from(`${role}\n${session}`).toString('base64url')}`;
}

/**
 * The caller with an access key id. A key that this cloud did not issue belongs to the administrator of the foreign
 * account; without a foreign account it has no caller.
 */
export function callerOf(accessKeyId: string, foreignAccount?: string): Caller | undefined {
  const account = longTerm.exec(accessKeyId)?.[1];
  if (account !== undefined) return { account };
  const [, roleAccount, encoded] = temporary.exec(accessKeyId) ?? [];
  if (roleAccount === undefined || encoded === undefined) {
    return foreignAccount === undefined ? undefined : { account: foreignAccount };
  }
  const [name, session] = Buffer.from(encoded, 'base64url').toString('utf8').split('\n');
  return name === undefined || session === undefined ? undefined : { account: roleAccount, role: { name, session } };
}

/** The ARN STS reports for a caller. */
export function callerArn(caller: Caller): string {
  return caller.role === undefined
    ? `arn:aws:iam::${caller.account}:root`
    : `arn:aws:sts::${caller.account}:assumed-role/${caller.role.name}/${caller.role.session}`;
}
