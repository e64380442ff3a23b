import { azureNativePath, azureNativeType } from '../../graph/arm/to-azure-native';
import type { PropertyCheck, PropertyRule } from '../property-rule';
import { propertyRule } from '../property-rule';
import type { RuleFacts } from '../rule';

/** A property of Azure resources, in the terms of Azure Resource Manager. Texts are compared without case. */
interface AzureCheck extends Pick<PropertyCheck, 'must' | 'mayBeAbsent' | 'where' | 'message'> {
  /** Types of ARM, such as `Microsoft.Storage/storageAccounts`. */
  readonly types: readonly string[];
  /** Path in the ARM resource, such as `properties.minimumTlsVersion`; `*` stands for every item of a list. */
  readonly path: string;
}

/**
 * A rule about properties of Azure resources. It judges the type of azure-native and that of ARM, where the same property has
 * other names or another depth.
 *
 * @example
 * azureRule(facts, [{ types: ['Microsoft.Search/searchServices'], path: 'properties.disableLocalAuth', must: { is: [true] } }])
 */
export function azureRule(facts: RuleFacts, checks: readonly AzureCheck[]): PropertyRule {
  return propertyRule(
    facts,
    checks.flatMap((check) => check.types.flatMap((type) => formsOf(type, check))),
  );
}

function formsOf(type: string, check: AzureCheck): readonly PropertyCheck[] {
  const token = azureNativeType(type);
  const own = { ...check, types: [type], ignoreCase: true };
  return token === undefined ? [own] : [{ ...own, types: [token], path: azureNativePath(check.path, token) }, own];
}
