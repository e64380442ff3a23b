import type { SettledAzurePlan } from '../plan';
import type { RuleResource } from './azure-rule';

/** A resource of the plan, as far as the plan decides it. */
export interface PlannedResource {
  readonly type: string;
  readonly name: string;
  /** Resource id. */
  readonly id: string;
  readonly fields: RuleResource;
}

/** Makes a planned resource of a type and its names: those of its parents first. */
type Make = (type: string, names: readonly string[], more?: Readonly<Record<string, unknown>>) => PlannedResource;

const machines = 'Microsoft.MachineLearningServices';

/** The resources of an environment whose kind, size or place a policy of the company may forbid. */
export function plannedResources(plan: SettledAzurePlan): readonly PlannedResource[] {
  const { location, subscription, initialization } = plan;
  const group = `/subscriptions/${subscription}/resourceGroups/${initialization.resourceGroupName}`;
  const make: Make = (type, names, more = {}) => {
    const name = names.at(-1) ?? '';
    const fields = Object.entries({ type, name, location, ...withAliases(type, more) });
    return {
      type,
      name,
      id: `${group}/providers/${idOf(type, names)}`,
      fields: new Map<string, unknown>(fields.map(([key, of]) => [key.toLowerCase(), of])),
    };
  };
  return [...ground(plan, make), ...deployed(plan, make)];
}

/** Network, stores, workspace and registry. What the company gives is not created. */
function ground(
  { initialization, experimentation, evaluation }: SettledAzurePlan,
  make: Make,
): readonly PlannedResource[] {
  const own = (
    type: string,
    { name, existingId }: { readonly name: string; readonly existingId?: string },
    more: Readonly<Record<string, unknown>> = {},
  ): readonly PlannedResource[] => (existingId === undefined ? [make(type, [name], more)] : []);
  return [
    ...('name' in initialization.network
      ? [make('Microsoft.Network/virtualNetworks', [initialization.network.name])]
      : []),
    ...own('Microsoft.KeyVault/vaults', initialization.keyVault),
    ...own('Microsoft.OperationalInsights/workspaces', initialization.logAnalytics),
    make('Microsoft.Storage/storageAccounts', [initialization.storage.accountName], {
      'sku.name': initialization.storage.sku,
    }),
    ...own('Microsoft.ContainerRegistry/registries', initialization.containerRegistry, {
      'sku.name': initialization.containerRegistry.sku,
    }),
    make('Microsoft.AppConfiguration/configurationStores', [initialization.handOffStore.storeName]),
    make(`${machines}/workspaces`, [experimentation.workspaceName]),
    ...(evaluation.existingRegistryId === undefined ? [make(`${machines}/registries`, [evaluation.registryName])] : []),
  ];
}

function deployed({ deployment, experimentation }: SettledAzurePlan, make: Make): readonly PlannedResource[] {
  const { account, models, search, endpoints } = deployment;
  const accounts = 'Microsoft.CognitiveServices/accounts';
  return [
    ...(account === undefined ? [] : [make(accounts, [account.name], { kind: 'OpenAI', 'sku.name': 'S0' })]),
    ...Object.values(models).map(({ deploymentName, model, sku }) =>
      make(`${accounts}/deployments`, [account?.name ?? '', deploymentName], {
        'sku.name': sku.name,
        'model.name': model.name,
        'model.version': model.version,
        'model.format': model.format,
      }),
    ),
    ...Object.values(search).map(({ serviceName, sku }) =>
      make('Microsoft.Search/searchServices', [serviceName], { 'sku.name': sku }),
    ),
    ...Object.values(endpoints).flatMap(({ endpointName, deploymentName, instanceType }) => {
      const parents = [experimentation.workspaceName, endpointName];
      return [
        make(`${machines}/workspaces/onlineEndpoints`, parents),
        make(`${machines}/workspaces/onlineEndpoints/deployments`, [...parents, deploymentName], { instanceType }),
      ];
    }),
  ];
}

/** `Microsoft.X/parents/children` with the names of both is `Microsoft.X/parents/NAME/children/NAME`. */
function idOf(type: string, names: readonly string[]): string {
  const [namespace = '', ...types] = type.split('/');
  return [namespace, ...types.flatMap((one, index) => [one, names[index] ?? ''])].join('/');
}

/** `sku.name` is also `<type>/sku.name`, as the aliases of Azure Policy are written. */
function withAliases(type: string, fields: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return {
    ...fields,
    ...Object.fromEntries(Object.entries(fields).map(([name, of]) => [`${type}/${name}`, of])),
  };
}
