import { awsOffers } from './aws-offers';
import { azureOffers } from './azure-offers';
import { withVariants } from './model-variants';
import { accelerators } from './rows/accelerators';
import { awsInstances } from './rows/aws-instances';
import { awsRegionFamilies } from './rows/aws-region-families';
import { awsRegionRatios } from './rows/aws-region-ratios';
import { azurePrices } from './rows/azure-prices';
import { azureSizes } from './rows/azure-sizes';
import { carbon } from './rows/carbon';
import { engines } from './rows/engines';
import { managedModels } from './rows/managed-models';
import { modelVariants } from './rows/model-variants';
import { models } from './rows/models';
import { regions } from './rows/regions';
import { unsupportedModels } from './rows/unsupported-models';
import type { Catalog, InstanceOffer, ModelArchitecture } from './types';

/** Computes a value on the first call, so that a program that sizes nothing does not compute it. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

const instances = once<readonly InstanceOffer[]>(() => [
  ...awsOffers(awsInstances, {
    regions: regions.flatMap(({ cloud, id }) => (cloud === 'aws' ? [id] : [])),
    ratios: awsRegionRatios,
    families: awsRegionFamilies,
  }),
  ...azureOffers(azureSizes, azurePrices),
]);
const modelsAndVariants = once<readonly ModelArchitecture[]>(() => withVariants(models, modelVariants));

/** The facts that the kit ships. Every row has its date; `staleRows` lists the old ones. */
export const catalog: Catalog = {
  accelerators,
  get instances() {
    return instances();
  },
  get models() {
    return modelsAndVariants();
  },
  unsupportedModels,
  managedModels,
  regions,
  engines,
  carbon,
};
