import { isList, isObject, scalarText } from '../../../constraints/json';
import type { ExistingResource, Registry } from '../state/registry';
import type { CheckInput, ResourceCheck } from './check';

const variantResourceId = /^endpoint\/([^/]+)\/variant\/([^/]+)$/;

/** A SageMaker scalable target must name an endpoint that exists and one of its variants. */
export const scalableTargetEndpoint: ResourceCheck = (input) => {
  const { properties } = input;
  const dimension = scalarText(properties['ScalableDimension']) ?? '';
  if (scalarText(properties['ServiceNamespace']) !== 'sagemaker' || !dimension.startsWith('sagemaker:variant:'))
    return undefined;
  const resourceId = scalarText(properties['ResourceId']) ?? '';
  const [, endpointName, variantName] = variantResourceId.exec(resourceId) ?? [];
  if (endpointName === undefined || variantName === undefined) {
    return `ResourceId ${resourceId} is not of the form endpoint/<endpoint name>/variant/<variant name> (#/ResourceId)`;
  }
  const endpoint = input.registry
    .list('AWS::SageMaker::Endpoint', input.account, input.region)
    .find(({ arn }) => arn.endsWith(`:endpoint/${endpointName}`));
  if (endpoint === undefined)
    return `ResourceId ${resourceId} names endpoint ${endpointName}, which does not exist in ${input.account}/${input.region} (#/ResourceId)`;
  const variants = variantNames(endpoint, input, input.registry);
  return variants === undefined || variants.includes(variantName)
    ? undefined
    : `ResourceId ${resourceId} names variant ${variantName}; endpoint ${endpointName} has [${variants.join(', ')}] (#/ResourceId)`;
};

function variantNames(
  endpoint: ExistingResource,
  { account, region }: CheckInput,
  registry: Registry,
): readonly string[] | undefined {
  const name = scalarText(endpoint.properties['EndpointConfigName']) ?? '';
  const config = registry
    .list('AWS::SageMaker::EndpointConfig', account, region)
    .find(({ arn }) => arn === name || arn.endsWith(`:endpoint-config/${name}`));
  const variants = config?.properties['ProductionVariants'];
  if (!isList(variants)) return undefined;
  return variants.flatMap((variant) => (isObject(variant) ? (scalarText(variant['VariantName']) ?? []) : []));
}
