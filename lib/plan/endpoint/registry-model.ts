import type { Cloud, EndpointSpec } from '../../platform';

/**
 * Whether a model of the `HuggingFace` registry serves an endpoint on a cloud. It brings its engine, settings and weights, so
 * that those of the config do not reach it.
 */
export function isRegistryModel(cloud: Cloud, { serving }: Pick<EndpointSpec, 'serving'>): boolean {
  return cloud === 'azure' && serving.azure?.from === 'hugging-face';
}
