import type { Breach, Constraint, KnownResource, Surroundings } from '../constraint';
import type { Json, JsonObject } from '../json';
import { at, isGiven, listAt, numberAt, textAt } from '../value';

/** Memory sizes of a serverless variant in MB. Source: ProductionVariantServerlessConfig in the API model. */
const memorySizes = [1024, 2048, 3072, 4096, 5120, 6144];

/** The memory of a serverless variant is one of six sizes, and its provisioned concurrency at most its concurrency. */
export const serverlessSize: Constraint = {
  id: 'serverless-variant-size',
  types: ['AWS::SageMaker::EndpointConfig'],
  source: {
    url: 'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_ProductionVariantServerlessConfig.html',
    asOf: '2026-11-30',
  },
  check: ({ properties }) =>
    listAt(properties, 'ProductionVariants').flatMap((variant, index): readonly Breach[] => {
      const pointer = `#/ProductionVariants/${index}/ServerlessConfig`;
      const memory = numberAt(variant, 'ServerlessConfig', 'MemorySizeInMB');
      const most = numberAt(variant, 'ServerlessConfig', 'MaxConcurrency');
      const provisioned = numberAt(variant, 'ServerlessConfig', 'ProvisionedConcurrency');
      const breaches: Breach[] = [];
      if (memory !== undefined && !memorySizes.includes(memory)) {
        const nearest = memorySizes.find((size) => size >= memory) ?? 6144;
        breaches.push({
          pointer: `${pointer}/MemorySizeInMB`,
          problem: `MemorySizeInMB ${memory} is not one of ${memorySizes.join(', ')}`,
          fix: `Set MemorySizeInMB to ${nearest}.`,
        });
      }
      if (most !== undefined && provisioned !== undefined && provisioned > most) {
        breaches.push({
          pointer: `${pointer}/ProvisionedConcurrency`,
          problem: `ProvisionedConcurrency ${provisioned} is above MaxConcurrency ${most}`,
          fix: `Set ProvisionedConcurrency to at most ${most}.`,
        });
      }
      return breaches;
    }),
};

/**
 * What serverless inference does not support: several variants, data capture, a VPC, network isolation, pipelines of
 * containers, multi-model containers. `ModelDataSource`: ContainerDefinition in the API model.
 */
export const serverlessFeatures: Constraint = {
  id: 'serverless-variant-features',
  types: ['AWS::SageMaker::EndpointConfig'],
  source: { url: 'https://docs.aws.amazon.com/sagemaker/latest/dg/serverless-endpoints.html', asOf: '2026-11-30' },
  check({ properties }, surroundings) {
    const variants = listAt(properties, 'ProductionVariants').filter(isGiven);
    const serverless = variants.findIndex((variant) => isGiven(at(variant, 'ServerlessConfig')));
    if (serverless === -1) return [];
    const place = `#/ProductionVariants/${serverless}`;
    return [
      ...(variants.length > 1
        ? [unsupported('#/ProductionVariants', `${variants.length} production variants`, 'Keep one production variant')]
        : []),
      ...['DataCaptureConfig', 'AsyncInferenceConfig', 'VpcConfig', 'ShadowProductionVariants']
        .filter((name) => isGiven(properties[name]))
        .map((name) => unsupported(`#/${name}`, name, `Remove ${name}`)),
      ...ofModel(at(variants[serverless], 'ModelName'), surroundings).map((what) =>
        unsupported(
          `${place}/ModelName`,
          `a model with ${what}`,
          `Use a model without ${what}, or a variant with instances`,
        ),
      ),
    ];
  },
};

function unsupported(pointer: string, what: string, fix: string): Breach {
  return { pointer, problem: `Serverless inference does not support ${what}`, fix: `${fix}.` };
}

/** What a model has that serverless inference does not support. */
function ofModel(name: Json | undefined, { named }: Surroundings): readonly string[] {
  const model: KnownResource | string = named(['AWS::SageMaker::Model'], name);
  if (typeof model === 'string') return [];
  const { properties } = model;
  const containers = [at(properties, 'PrimaryContainer'), ...listAt(properties, 'Containers')];
  const found: readonly [string, boolean][] = [
    ['VpcConfig', isGiven(properties['VpcConfig'])],
    ['EnableNetworkIsolation', isTrue(properties, 'EnableNetworkIsolation')],
    ['several containers', listAt(properties, 'Containers').filter(isGiven).length > 1],
    ['a container of mode MultiModel', containers.some((container) => textAt(container, 'Mode') === 'MultiModel')],
    ['ModelDataSource', containers.some((container) => isGiven(at(container, 'ModelDataSource')))],
  ];
  return found.flatMap(([what, has]) => (has ? [what] : []));
}

function isTrue(properties: JsonObject, name: string): boolean {
  return textAt(properties, name) === 'true';
}
