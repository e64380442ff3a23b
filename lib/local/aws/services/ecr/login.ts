import { isList, tryParseJson } from '../../../../constraints/json';
import type { Caller } from '../../credentials';
import { accountKey, callerOf, grantToken, roleKey } from '../../credentials';

/** Who uses a registry, of which account and region. */
export interface Login {
  readonly caller: Caller;
  readonly region: string;
}

/** The password of a login. It says who the caller is, as access keys do: the local cloud holds no secrets. */
export function passwordOf({ caller, region }: Login): string {
  const { account, role } = caller;
  const token = role?.grant === undefined ? undefined : grantToken(role.grant);
  const key =
    role === undefined ? (caller.user ?? accountKey(account)) : roleKey(account, role.name, role.session, token);
  return Buffer.from(JSON.stringify([account, region, key, token ?? ''])).toString('base64url');
}

/** The login that a password is of. */
function loginOf(password: string): Login | undefined {
  const read = tryParseJson(Buffer.from(password, 'base64url').toString('utf8'));
  if (!isList(read)) return undefined;
  const [account, region, key, token] = read.map((part) => (typeof part === 'string' ? part : ''));
  if (account === undefined || region === undefined || key === undefined) return undefined;
  const known = callerOf(key, undefined, token);
  const caller = known ?? (/^\d{12}$/.test(account) && !/^A[SK]IALOCAL/.test(key) ? { account, user: key } : undefined);
  return caller && { caller, region };
}

/** The login of a request to the distribution API: of its Basic or Bearer authorization, or of an address that carries it. */
export function requestLogin(authorization: string | undefined, query: URLSearchParams): Login | undefined {
  const [, scheme = '', value = ''] = /^(Basic|Bearer)\s+(.+)$/i.exec(authorization ?? '') ?? [];
  if (scheme === '') return loginOf(query.get('login') ?? '');
  const password =
    scheme.toLowerCase() === 'basic' ? Buffer.from(value, 'base64').toString('utf8').replace(/^AWS:/, '') : value;
  return loginOf(password);
}
