import type { Breach, Constraint, KnownResource, Surroundings } from '../constraint';
import { listAt, textAt } from '../value';

const variantResourceId = /^endpoint\/([^/]+)\/variant\/([^/]+)$/;

/** A scalable target of a SageMaker variant names an endpoint that exists and one of its variants. */
export const scalingTargetEndpoint: Constraint = {
  id: 'scaling-target-endpoint',
  types: ['AWS::ApplicationAutoScaling::ScalableTarget'],
  source: {
    url: 'https://docs.aws.amazon.com/autoscaling/application/APIReference/API_RegisterScalableTarget.html',
    asOf: '2026-11-30',
  },
  check({ properties }, surroundings) {
    const dimension = textAt(properties, 'ScalableDimension') ?? '';
    const resourceId = textAt(properties, 'ResourceId');
    if (!dimension.startsWith('sagemaker:variant:') || resourceId === undefined) return [];
    const [, endpointName, variantName] = variantResourceId.exec(resourceId) ?? [];
    if (endpointName === undefined || variantName === undefined) {
      return [breach(`ResourceId ${resourceId} is not of the form endpoint/<endpoint name>/variant/<variant name>`)];
    }
    const endpoint = surroundings.named(['AWS::SageMaker::Endpoint'], endpointName);
    if (endpoint === 'unknown') return [];
    if (endpoint === 'absent')
      return [breach(`ResourceId ${resourceId} names endpoint ${endpointName}, which does not exist`)];
    const variants = variantNames(endpoint, surroundings);
    if (variants === undefined || variants.includes(variantName)) return [];
    return [
      breach(
        `ResourceId ${resourceId} names variant ${variantName}; endpoint ${endpointName} has [${variants.join(', ')}]`,
      ),
    ];
  },
};

/** Names of the variants of an endpoint; undefined where one is not known. */
function variantNames({ properties }: KnownResource, { named }: Surroundings): readonly string[] | undefined {
  const config = named(['AWS::SageMaker::EndpointConfig'], properties['EndpointConfigName']);
  if (typeof config === 'string') return undefined;
  const variants = listAt(config.properties, 'ProductionVariants');
  const names = variants.flatMap((variant) => textAt(variant, 'VariantName') ?? []);
  return names.length === 0 || names.length < variants.length ? undefined : names;
}

function breach(problem: string): Breach {
  return {
    pointer: '#/ResourceId',
    problem,
    fix: 'Write endpoint/<name>/variant/<name> with the EndpointName of the endpoint and a VariantName of its configuration.',
  };
}
