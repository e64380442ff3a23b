import type { Breach, Constraint, KnownResource, Surroundings } from '../constraint';
import type { Json } from '../json';
import { at, isGiven, listAt, textAt } from '../value';

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
    const variants = variantsOf(endpoint, surroundings);
    if (variants === undefined) return [];
    const variant = variants.get(variantName);
    if (variant !== undefined) return ofCapacity(variant, variantName, dimension);
    const names = [...variants.keys()].join(', ');
    return [breach(`ResourceId ${resourceId} names variant ${variantName}; endpoint ${endpointName} has [${names}]`)];
  },
};

/** The variants of an endpoint by name; undefined where one is not known. */
function variantsOf({ properties }: KnownResource, { named }: Surroundings): ReadonlyMap<string, Json> | undefined {
  const config = named(['AWS::SageMaker::EndpointConfig'], properties['EndpointConfigName']);
  if (typeof config === 'string') return undefined;
  const variants = listAt(config.properties, 'ProductionVariants');
  const byName = new Map(variants.flatMap((variant) => namedVariant(variant)));
  return byName.size === 0 || byName.size < variants.length ? undefined : byName;
}

function namedVariant(variant: Json): readonly (readonly [string, Json])[] {
  const name = textAt(variant, 'VariantName');
  return name === undefined ? [] : [[name, variant]];
}

/** Instances are counted of a variant that has some, and provisioned concurrency of a serverless one. */
function ofCapacity(variant: Json, name: string, dimension: string): readonly Breach[] {
  const concurrency = dimension === 'sagemaker:variant:DesiredProvisionedConcurrency';
  const serverless = isGiven(at(variant, 'ServerlessConfig'));
  const instances = isGiven(at(variant, 'InstanceType')) || isGiven(at(variant, 'InstancePools'));
  if (concurrency ? !instances : !serverless) return [];
  const kind = concurrency ? 'has instances' : 'is serverless';
  const right = concurrency ? 'DesiredInstanceCount' : 'DesiredProvisionedConcurrency';
  return [
    {
      pointer: '#/ScalableDimension',
      problem: `ScalableDimension is ${dimension}, and variant ${name} ${kind}`,
      fix: `Set ScalableDimension to sagemaker:variant:${right}.`,
    },
  ];
}

function breach(problem: string): Breach {
  return {
    pointer: '#/ResourceId',
    problem,
    fix: 'Write endpoint/<name>/variant/<name> with the EndpointName of the endpoint and a VariantName of its configuration.',
  };
}
