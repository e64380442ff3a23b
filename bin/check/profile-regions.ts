import { managedModels } from '../../lib/catalog/rows/managed-models';

/**
 * The regions that an inference profile of Bedrock routes a call from a region to, or undefined where the catalogue has
 * no such profile: see `RuleContext.profileRegions`.
 */
export function profileRegions(profile: string, region: string): readonly string[] | undefined {
  const offer = managedModels
    .flatMap(({ versions }) => versions.flatMap(({ offers }) => offers))
    .find((one) => one.profile === profile);
  if (offer === undefined || typeof offer.processedIn === 'string') return undefined;
  return [...new Set([...offer.processedIn, region])].sort();
}
