import { localToken } from './caller';
import type { AzureResource } from './resource';
import { nameOf, textOf } from './resource';

/** What is deployed on a local Azure, for whoever wants to call it. */
export interface AzureDirectory {
  readonly endpoints: readonly { readonly type: string; readonly name: string; readonly url: string }[];
  /** Identities of the stacks, each with a token that the data planes take as its own. */
  readonly identities: readonly { readonly name: string; readonly principalId: string; readonly token: string }[];
}

/**
 * The addresses of the resources that have a data plane, and the identities.
 * @param addressOf - undefined for a type without a data plane
 */
export function directoryOf(
  all: readonly AzureResource[],
  addressOf: (type: string, name: string) => string | undefined,
): AzureDirectory {
  return {
    endpoints: all.flatMap((resource) => {
      const name = nameOf(resource);
      const url = addressOf(resource.type, name);
      return url === undefined ? [] : [{ type: resource.type, name, url }];
    }),
    identities: all.flatMap((resource) => {
      if (resource.type !== 'azure-native:managedidentity:UserAssignedIdentity') return [];
      const principalId = textOf(resource, 'principalId');
      return principalId === undefined ? [] : [{ name: nameOf(resource), principalId, token: localToken(principalId) }];
    }),
  };
}
