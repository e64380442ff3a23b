import { createHash } from 'node:crypto';
import type { JsonObject } from '../../constraints/json';
import { isList, isObject, tryParseJson } from '../../constraints/json';

const longTerm = /^AKIALOCAL(\d{12})$/;
const temporary = /^ASIALOCAL(\d{12})([A-Za-z0-9_-]*)$/;

/** The signer of a request, read from the access key id. */
export interface Caller {
  readonly account: string;
  /** Role name and session name; absent for keys of the account. */
  readonly role?: { readonly name: string; readonly session: string; readonly grant?: SessionGrant };
  /** Name of an IAM user. @default - not a user */
  readonly user?: string;
  /** A service that acts on its own, such as `lambda.amazonaws.com`. @default - not a service */
  readonly service?: string;
  /** The service that calls for the caller, such as `cloudformation.amazonaws.com`. @default - the caller itself calls */
  readonly via?: string;
}

/** What AssumeRole adds to a session. */
export interface SessionGrant {
  /** Policies that limit the session; none when it is not limited. */
  readonly policies?: readonly JsonObject[];
  readonly tags: Readonly<Record<string, string>>;
  readonly sourceIdentity?: string;
}

/** The access key id of an account's administrator. It differs by account, because the CDK CLI caches the account of a key id. */
export function accountKey(account: string): string {
  return `AKIALOCAL${account}`;
}

/**
 * The access key id of a role session. It encodes account, role and session: the server needs no table of issued keys.
 * @param token the session token, when it carries a grant: the key is then of use with that token alone
 */
export function roleKey(account: string, role: string, session: string, token?: string): string {
  const lines = [role, session, ...(token === undefined ? [] : [digest(token)])];
  return `ASIALOCAL${account}${Buffer.from(lines.join('\n')).toString('base64url')}`;
}

/** The session token that carries what AssumeRole adds to a session. */
export function grantToken(grant: SessionGrant): string {
  return Buffer.from(JSON.stringify(grant)).toString('base64url');
}

function grantOf(token: string): SessionGrant | undefined {
  const read = tryParseJson(Buffer.from(token, 'base64url').toString('utf8'));
  if (!isObject(read)) return undefined;
  const { policies, tags, sourceIdentity } = read;
  return {
    ...(isList(policies) ? { policies: policies.filter(isObject) } : {}),
    tags: Object.fromEntries(
      Object.entries(isObject(tags) ? tags : {}).map(([key, value]) => [key, typeof value === 'string' ? value : '']),
    ),
    ...(typeof sourceIdentity === 'string' ? { sourceIdentity } : {}),
  };
}

function digest(token: string): string {
  return createHash('sha256').update(token).digest('base64url').slice(0, 16);
}

/**
 * The caller with an access key id. A key that this cloud did not issue belongs to the administrator of the foreign
 * account; without a foreign account it has no caller.
 * @param token the session token of the request
 */
export function callerOf(accessKeyId: string, foreignAccount?: string, token?: string): Caller | undefined {
  const account = longTerm.exec(accessKeyId)?.[1];
  if (account !== undefined) return { account };
  const [, roleAccount, encoded] = temporary.exec(accessKeyId) ?? [];
  if (roleAccount === undefined || encoded === undefined) {
    return foreignAccount === undefined ? undefined : { account: foreignAccount };
  }
  const [name, session, proof] = Buffer.from(encoded, 'base64url').toString('utf8').split('\n');
  if (name === undefined || session === undefined) return undefined;
  if (proof === undefined) return { account: roleAccount, role: { name, session } };
  const grant = token === undefined || digest(token) !== proof ? undefined : grantOf(token);
  return grant && { account: roleAccount, role: { name, session, grant } };
}

/** The ARN STS reports for a caller. */
export function callerArn({ account, role, user, service }: Caller): string {
  if (service !== undefined) return service;
  if (role !== undefined) return `arn:aws:sts::${account}:assumed-role/${role.name}/${role.session}`;
  return user === undefined ? `arn:aws:iam::${account}:root` : `arn:aws:iam::${account}:user/${user}`;
}
