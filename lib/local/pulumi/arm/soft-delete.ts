import type { PropertyMap } from '../property-value';
import { valueAt } from '../property-value';

/** How a service keeps a resource after its deletion. */
interface SoftDeleteRow {
  /** Whether a resource with these inputs is kept. @default - always */
  readonly keeps?: (inputs: PropertyMap) => boolean;
  /** Whether a creation with these inputs takes the deleted resource back. */
  readonly restores: (inputs: PropertyMap) => boolean;
  /** How to get the name back, in one sentence. */
  readonly fix: string;
}

/**
 * Types whose services keep a deleted resource and with it its name. Sources on learn.microsoft.com, read 2026-11-30:
 * key-vault/general/soft-delete-overview (7 to 90 days, cannot be switched off), ai-services/recover-purge-resources
 * (48 hours) and azure-app-configuration/concept-soft-delete (1 to 7 days; not in the tiers Free and Developer).
 */
const rows: Readonly<Record<string, SoftDeleteRow>> = {
  'azure-native:appconfiguration:ConfigurationStore': {
    keeps: (inputs) => {
      const sku = valueAt(inputs, 'sku.name');
      return typeof sku !== 'string' || !/^(?:free|developer)$/i.test(sku);
    },
    restores: (inputs) => inputs['createMode'] === 'Recover',
    fix: 'set createMode to Recover, purge the store, or choose another name',
  },
  'azure-native:cognitiveservices:Account': {
    restores: (inputs) => valueAt(inputs, 'properties.restore') === true,
    fix: 'set properties.restore to true, purge the account, or choose another name',
  },
  'azure-native:keyvault:Vault': {
    restores: (inputs) => valueAt(inputs, 'properties.createMode') === 'recover',
    fix: "set properties.createMode to 'recover', wait for the end of its retention, or choose another name",
  },
};

/** Whether the service keeps a deleted resource of the type with these inputs. */
export function isKeptAfterDeletion(type: string, inputs: PropertyMap): boolean {
  const row = rows[type];
  return row !== undefined && (row.keeps === undefined || row.keeps(inputs));
}

/** How a creation under the name of a deleted resource can succeed; undefined when these inputs restore it. */
export function wayBackAfterDeletion(type: string, inputs: PropertyMap): string | undefined {
  const row = rows[type];
  return row === undefined || row.restores(inputs) ? undefined : row.fix;
}
