import { isList, isObject, scalarText } from '../../../constraints/json';
import type { ResourceCheck } from './check';

/** Every variant of a SageMaker endpoint configuration must name a model that exists; with inference components it names none. */
export const endpointConfigModels: ResourceCheck = ({ properties, registry, account, region }) => {
  const models = registry.list('AWS::SageMaker::Model', account, region);
  for (const list of ['ProductionVariants', 'ShadowProductionVariants']) {
    const variants = properties[list];
    for (const [index, variant] of (isList(variants) ? variants : []).entries()) {
      const name = isObject(variant) ? scalarText(variant['ModelName']) : undefined;
      if (name !== undefined && !models.some(({ arn }) => arn === name || arn.endsWith(`:model/${name}`))) {
        return `Could not find model "${name}" in ${account}/${region} (#/${list}/${index}/ModelName)`;
      }
    }
  }
  return undefined;
};
