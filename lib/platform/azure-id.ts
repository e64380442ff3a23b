/** The parts of the id of a resource on Azure. */
export interface AzureId {
  readonly subscription: string;
  readonly resourceGroup: string;
  /** Namespace and types, for example `Microsoft.Network/virtualNetworks/subnets`; empty for a resource group. */
  readonly type: string;
  /** One name for each type, outermost first. */
  readonly names: readonly string[];
}

const group =
  /^\/subscriptions\/(?<subscription>[0-9a-f-]{36})\/resourceGroups\/(?<resourceGroup>[^/]{1,90})(?<rest>.*)$/i;

/** Reads the id of a resource or a resource group; undefined where the text is none. Azure does not tell capitals. */
export function parseAzureId(text: string): AzureId | undefined {
  const { subscription, resourceGroup, rest } = group.exec(text)?.groups ?? {};
  if (subscription === undefined || resourceGroup === undefined || rest === undefined) return undefined;
  if (rest === '') return { subscription, resourceGroup, type: '', names: [] };
  const [empty, providers, namespace = '', ...pairs] = rest.split('/');
  const isResource = empty === '' && providers?.toLowerCase() === 'providers' && namespace.includes('.');
  if (!isResource || pairs.length === 0 || pairs.length % 2 === 1 || pairs.includes('')) return undefined;
  return {
    subscription,
    resourceGroup,
    type: [namespace, ...pairs.filter((_, index) => index % 2 === 0)].join('/'),
    names: pairs.filter((_, index) => index % 2 === 1),
  };
}

/** The last name of an id: that of the resource itself. */
export function azureIdName(text: string): string {
  return text.split('/').at(-1) ?? text;
}
