import type { ChangeEffect } from './change';
import type { PlaceFacts } from './facts';
import { touches } from './place-path';
import { providerNoise } from './provider-values';

/**
 * Lists whose order says nothing, by type, as dotted paths without positions.
 *
 * Source: rules of network access are alternatives (learn.microsoft.com/azure/templates, read 2026-12-01).
 */
const unordered: ReadonlySet<string> = new Set([
  'properties.networkAcls.ipRules',
  'properties.networkAcls.virtualNetworkRules',
  'networkRuleSet.ipRules',
  'networkRuleSet.virtualNetworkRules',
  'notificationProperty.contactEmails',
]);

/**
 * What a service cannot change and the table of the provider does not hold, as dotted paths.
 *
 * Sources, read 2026-12-01: CannotChangeDeploymentModel of the service, github.com/Azure-Samples/azure-search-openai-demo
 * issue 1330; `x-ms-mutability` of instanceType, Azure Machine Learning REST API 2025-12-01.
 */
const serviceReplaces: Readonly<Record<string, readonly string[]>> = {
  'azure-native:cognitiveservices:Deployment': ['properties.model.name', 'properties.model.format'],
  'azure-native:machinelearningservices:OnlineDeployment': ['onlineDeploymentProperties.instanceType'],
};

/**
 * Facts about a type of azure-native from the paths whose change replaces a resource.
 *
 * @param forceNew paths as `a.b`; undefined for a type that nothing is known of, so any change may replace it
 */
export function azurePlaces(type: string, forceNew: readonly string[] | undefined): PlaceFacts {
  const added = Object.hasOwn(serviceReplaces, type) ? (serviceReplaces[type] ?? []) : [];
  return placeAt(forceNew === undefined ? undefined : [...forceNew, ...added], { type, path: '' });
}

/** A place in the properties of a type, its path without positions. */
interface AzurePlace {
  readonly type: string;
  readonly path: string;
}

function placeAt(forceNew: readonly string[] | undefined, { type, path }: AzurePlace): PlaceFacts {
  return {
    unordered: unordered.has(path),
    noise: (before, after) => providerNoise(type, path, before, after),
    effect(): ChangeEffect {
      if (forceNew === undefined) return 'may-replace';
      return forceNew.some((each) => touches(each, path)) ? 'replace' : 'update';
    },
    child: (key) => placeAt(forceNew, { type, path: /^\d+$/.test(key) ? path : path === '' ? key : `${path}.${key}` }),
  };
}
