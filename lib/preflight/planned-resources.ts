import type { SettledAzurePlan } from '../plan';
import type { RuleResource } from './azure-rule';

/** A resource of the plan, as far as the plan decides it. */
export interface PlannedResource {
  readonly type: string;
  readonly name: string;
  readonly fields: RuleResource;
}

/** The resources of an environment whose kind, size or place a policy of the company may forbid. */
export function plannedResources(plan: SettledAzurePlan): readonly PlannedResource[] {
  const { initialization, experimentation, evaluation, deployment, location } = plan;
  const resource = (type: string, name: string, more: Readonly<Record<string, unknown>> = {}): PlannedResource => ({
    type,
    name,
    fields: new Map<string, unknown>(
      Object.entries({ type, name, location, ...withAliases(type, more) }).map(([key, of]) => [key.toLowerCase(), of]),
    ),
  });
  /** What the company gives is not created. */
  const own = (
    type: string,
    { name, existingId }: { readonly name: string; readonly existingId?: string },
    more: Readonly<Record<string, unknown>> = {},
  ): readonly PlannedResource[] => (existingId === undefined ? [resource(type, name, more)] : []);
  const machines = 'Microsoft.MachineLearningServices';
  return [
    ...('name' in initialization.network
      ? [resource('Microsoft.Network/virtualNetworks', initialization.network.name)]
      : []),
    ...own('Microsoft.KeyVault/vaults', initialization.keyVault),
    ...own('Microsoft.OperationalInsights/workspaces', initialization.logAnalytics),
    resource('Microsoft.Storage/storageAccounts', initialization.storage.accountName, {
      'sku.name': initialization.storage.sku,
    }),
    ...own('Microsoft.ContainerRegistry/registries', initialization.containerRegistry, {
      'sku.name': initialization.containerRegistry.sku,
    }),
    resource('Microsoft.AppConfiguration/configurationStores', initialization.handOffStore.storeName),
    resource(`${machines}/workspaces`, experimentation.workspaceName),
    ...(evaluation.existingRegistryId === undefined
      ? [resource(`${machines}/registries`, evaluation.registryName)]
      : []),
    ...(deployment.account === undefined
      ? []
      : [
          resource('Microsoft.CognitiveServices/accounts', deployment.account.name, {
            kind: 'OpenAI',
            'sku.name': 'S0',
          }),
        ]),
    ...Object.values(deployment.models).map(({ deploymentName, model, sku }) =>
      resource('Microsoft.CognitiveServices/accounts/deployments', deploymentName, {
        'sku.name': sku.name,
        'model.name': model.name,
        'model.version': model.version,
        'model.format': model.format,
      }),
    ),
    ...Object.values(deployment.search).map(({ serviceName, sku }) =>
      resource('Microsoft.Search/searchServices', serviceName, { 'sku.name': sku }),
    ),
    ...Object.values(deployment.endpoints).flatMap(({ endpointName, deploymentName, instanceType }) => [
      resource(`${machines}/workspaces/onlineEndpoints`, endpointName),
      resource(`${machines}/workspaces/onlineEndpoints/deployments`, deploymentName, { instanceType }),
    ]),
  ];
}

/** `sku.name` is also `<type>/sku.name`, as the aliases of Azure Policy are written. */
function withAliases(type: string, fields: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return {
    ...fields,
    ...Object.fromEntries(Object.entries(fields).map(([name, of]) => [`${type}/${name}`, of])),
  };
}
