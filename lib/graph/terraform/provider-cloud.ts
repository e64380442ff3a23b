import type { Cloud } from '../resource-graph';

const clouds: ReadonlyMap<string, Cloud> = new Map([
  ['aws', 'aws'],
  ['awscc', 'aws'],
  ['azurerm', 'azure'],
  ['azapi', 'azure'],
  ['kubernetes', 'kubernetes'],
]);

/**
 * Cloud of a provider, from its source address (`registry.terraform.io/hashicorp/aws`), or from its name as Terraform 0.12
 * writes it (`aws`). Every other provider is `other`.
 */
export function cloudOfProvider(provider: string): Cloud {
  return clouds.get(provider.slice(provider.lastIndexOf('/') + 1)) ?? 'other';
}
