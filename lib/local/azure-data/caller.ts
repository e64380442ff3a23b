import type { Json } from '../../constraints/json';
import { isObject, tryParseJson } from '../../constraints/json';
import type { DataCall } from './exchange';
import { Refusal } from './exchange';
import type { AzureResource } from './resource';
import { inputOf } from './resource';
import type { DataAction } from './role-access';
import { mayDo } from './role-access';

/**
 * A token for a principal of the local Azure. It is not signed: the local Azure reads who calls, and checks no signature.
 * @param principalId object id of an identity
 */
export function localToken(principalId: string): string {
  const part = (content: object): string => Buffer.from(JSON.stringify(content)).toString('base64url');
  return `${part({ alg: 'none', typ: 'JWT' })}.${part({ oid: principalId, aud: 'local' })}.`;
}

/**
 * Refuses a caller that may not do something: one without a token where keys are off, or one without a role.
 * @throws Refusal 401 or 403 in the words of the service
 */
export function assertMay(action: DataAction, call: DataCall, on: AzureResource, all: readonly AzureResource[]): void {
  const { headers } = call;
  const bearer = /^Bearer (.+)$/i.exec(headers['authorization'] ?? '')?.[1];
  if (bearer === undefined) {
    if (headers['api-key'] === undefined)
      throw new Refusal(401, 'Unauthorized', 'Access denied due to missing credentials: send a bearer token.');
    if (inputOf(on, 'disableLocalAuth') === true || inputOf(on, 'properties', 'disableLocalAuth') === true)
      throw new Refusal(403, 'AuthenticationTypeDisabled', 'Key based authentication is disabled for this resource.');
    throw new Refusal(501, 'NotImplemented', 'the local Azure has no keys: send a bearer token of an identity');
  }
  const principalId = principalOf(bearer);
  if (principalId === undefined) throw new Refusal(401, 'Unauthorized', 'The token names no object id (oid).');
  if (!mayDo(action, principalId, on, all))
    throw new Refusal(
      403,
      'PermissionDenied',
      `The principal ${principalId} lacks the required data action (${action}) on ${on.id}`,
    );
}

/** The object id that a token names; undefined for a text that is no token. */
export function principalOf(token: string): string | undefined {
  const [, payload = ''] = token.split('.');
  const read: Json | undefined = tryParseJson(Buffer.from(payload, 'base64url').toString('utf8'));
  const oid = isObject(read) ? read['oid'] : undefined;
  return typeof oid === 'string' ? oid : undefined;
}
