/** A resource group: where a resource is, as the plan knows it. */
export interface ResourceGroupPlace {
  /** Subscription id (UUID). */
  readonly subscription: string;
  readonly resourceGroupName: string;
}

/**
 * The id of a resource that another stack declares, from the names in the plan.
 *
 * @param type - namespace and types, for example `Microsoft.Network/virtualNetworks/subnets`
 * @param names - one name for each type, outermost first
 * @example
 * resourceId(place, 'Microsoft.KeyVault/vaults', 'kv-example');
 */
export function resourceId(place: ResourceGroupPlace, type: string, ...names: readonly string[]): string {
  const [namespace = '', ...types] = type.split('/');
  const segments = types.map((segment, index) => `${segment}/${names[index] ?? ''}`);
  return [resourceGroupId(place), 'providers', namespace, ...segments].join('/');
}

/** The id of a resource group. */
export function resourceGroupId({ subscription, resourceGroupName }: ResourceGroupPlace): string {
  return `/subscriptions/${subscription}/resourceGroups/${resourceGroupName}`;
}
