import type { StoreResource, StoreType } from '../../lib/cloud/azure/stores/arm-resource';
import { StoreClient } from '../../lib/cloud/azure/stores/store-client';
import type { SettledAzurePlan } from '../../lib/plan';

/** The stores of an environment on Azure: who asks them, and their resource ids. */
export interface AzureStores {
  readonly client: StoreClient;
  /** Whether they are those of the local cloud. */
  readonly local: boolean;
  readonly resource: (type: StoreType, name: string) => StoreResource;
  /** The ML registry of the environment. */
  readonly modelRegistry: string;
}

/**
 * The stores of a plan.
 *
 * @param local - address of the local stores. @default - Azure, with the credentials of the shell
 */
export function azureStores(azure: SettledAzurePlan, local?: string): AzureStores {
  const { initialization, evaluation, subscription, tenant } = azure;
  const given = givenStores(azure);
  const group = `/subscriptions/${subscription}/resourceGroups/${initialization.resourceGroupName}`;
  return {
    client: new StoreClient({ tenant, ...(local === undefined ? {} : { local }) }),
    local: local !== undefined,
    resource: (type, name) => ({
      type,
      id:
        given.find((id) => id.toLowerCase().endsWith(`/${type}/${name}`.toLowerCase())) ??
        `${group}/providers/${type}/${name}`,
    }),
    modelRegistry: evaluation.registryName,
  };
}

/** Resource ids of the stores that the company gives. */
export function givenStores({ initialization, evaluation }: SettledAzurePlan): readonly string[] {
  return [initialization.containerRegistry.existingId, evaluation.existingRegistryId].flatMap((id) => id ?? []);
}
