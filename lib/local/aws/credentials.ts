const longTerm = /^AKIALOCAL(\d{12})$/;
const temporary = /^ASIALOCAL(\d{12})([A-Za-z0-9_-]*)$/;

/** Who signed a request, read back from the access key id. */
export interface Caller {
  readonly account: string;
  /** Role name and session name; absent for the account's own keys. */
  readonly role?: { readonly name: string; readonly session: string };
}

/** The access key id of an account's administrator. The CDK CLI caches key id → account, so every account has its own. */
export function accountKey(account: string): string {
  return `AKIALOCAL${account}`;
}

/** The access key id of a role session. It carries account, role and session: the server needs no table of issued keys. */
export function roleKey(account: string, role: string, session: string): string {
  return `ASIALOCAL${account}${Buffer.from(`${role}\n${session}`).toString('base64url')}`;
}

/**
 * The caller behind an access key id. A key this cloud never issued belongs to the administrator of the foreign account,
 * or to nobody when there is none.
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
