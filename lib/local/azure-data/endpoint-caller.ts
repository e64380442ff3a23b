import { principalOf } from './caller';
import type { DataCall } from './exchange';
import { notImplemented, Refusal } from './exchange';
import type { AzureResource } from './resource';
import { inputOf, textOf } from './resource';
import { mayDo } from './role-access';

/**
 * Refuses a caller that may not score: by its key, or by its Microsoft Entra token and role, as the endpoint's `authMode` says.
 * A key is one that the program gave. Source: MicrosoftDocs/azure-ai-docs, concept-endpoints-online-auth (read 2026-12-01); a lack
 * of rights is 401 there, in how-to-troubleshoot-online-endpoints.
 * @throws Refusal 401, or 501 for a way to sign in that is not there
 */
export function assertScores({ headers }: DataCall, endpoint: AzureResource, all: readonly AzureResource[]): void {
  const bearer = /^Bearer (.+)$/i.exec(headers['authorization'] ?? '')?.[1];
  if (bearer === undefined) throw unauthorized('Send a key or a token as a bearer token.');
  const mode = textOf(endpoint, 'properties', 'authMode') ?? '';
  switch (mode) {
    case 'AADToken': {
      const principalId = principalOf(bearer);
      if (principalId === undefined) throw unauthorized('The token names no object id (oid).');
      if (mayDo('endpoint-score', principalId, endpoint, all)) return;
      throw unauthorized(`The principal ${principalId} lacks onlineEndpoints/score/action on ${endpoint.id}`);
    }
    case 'Key': {
      const keys = ['primaryKey', 'secondaryKey'].map((key) => inputOf(endpoint, 'properties', 'keys', key));
      const given = keys.filter((key) => key !== undefined);
      if (given.includes(bearer)) return;
      if (given.length > 0 && given.every((key) => typeof key === 'string'))
        throw unauthorized('The key is not one of the endpoint.');
      throw notImplemented(
        given.length === 0 ? 'keys that the service makes' : 'keys of which the state keeps only a digest',
      );
    }
    default:
      throw notImplemented(`the authMode ${mode} of an online endpoint`);
  }
}

function unauthorized(why: string): Refusal {
  return new Refusal(401, 'Unauthorized', why);
}
