import type { Breach, Constraint, Surroundings } from '../constraint';
import type { Json } from '../json';
import { at, isGiven, listAt, numberAt, objectAt, textAt } from '../value';

const types = ['AWS::SageMaker::InferenceComponent'];
const reference = 'https://docs.aws.amazon.com/sagemaker/latest/APIReference';

/** An inference component names an endpoint that exists and a variant of it that names no model of its own. */
export const componentEndpoint: Constraint = {
  id: 'inference-component-endpoint',
  types,
  source: { url: `${reference}/API_CreateInferenceComponent.html`, asOf: '2026-11-30' },
  check({ properties }, surroundings) {
    const { named } = surroundings;
    const endpoint = named(['AWS::SageMaker::Endpoint'], properties['EndpointName']);
    if (endpoint === 'unknown') return [];
    if (endpoint === 'absent') {
      return [
        {
          pointer: '#/EndpointName',
          problem: `Could not find endpoint "${textAt(properties, 'EndpointName') ?? ''}"`,
          fix: 'Name an endpoint of this account and region: EndpointName of an AWS::SageMaker::Endpoint.',
        },
      ];
    }
    const config = named(['AWS::SageMaker::EndpointConfig'], endpoint.properties['EndpointConfigName']);
    if (typeof config === 'string') return [];
    return againstVariants(properties['VariantName'], listAt(config.properties, 'ProductionVariants'));
  },
};

function againstVariants(given: Json | undefined, variants: readonly Json[]): readonly Breach[] {
  const names = variants.map((variant) => textAt(variant, 'VariantName'));
  const name = textAt(given);
  if (name === undefined || variants.length === 0 || names.includes(undefined)) return [];
  const variant = variants[names.indexOf(name)];
  if (variant === undefined) {
    return [
      {
        pointer: '#/VariantName',
        problem: `The endpoint has no variant ${name}; it has [${names.join(', ')}]`,
        fix: `Set VariantName to ${names.join(' or ')}.`,
      },
    ];
  }
  const model = at(variant, 'ModelName');
  if (model === undefined) return [];
  return [
    {
      pointer: '#/VariantName',
      problem: `Variant ${name} of the endpoint serves the model ${textAt(model) ?? 'in ModelName'}; a variant for inference components names no model`,
      fix: 'Remove ModelName from the variant, and set ExecutionRoleArn of the endpoint configuration.',
    },
  ];
}

/** What a component runs: a model or a container, on resources of its own or on those of a base component. */
export const componentSpecification: Constraint = {
  id: 'inference-component-specification',
  types,
  source: { url: `${reference}/API_InferenceComponentSpecification.html`, asOf: '2026-11-30' },
  check({ properties }, surroundings) {
    const single = objectAt(properties, 'Specification');
    return [
      ...(single === undefined ? [] : specification(single, '#/Specification', surroundings)),
      ...listAt(properties, 'Specifications').flatMap((one, index) =>
        objectAt(one) === undefined ? [] : specification(one, `#/Specifications/${index}`, surroundings),
      ),
    ];
  },
};

function specification(value: Json, pointer: string, { named }: Surroundings): readonly Breach[] {
  const has = (name: string): boolean => at(value, name) !== undefined;
  const breaches: Breach[] = [];
  const say = (place: string, problem: string, fix: string): void => {
    breaches.push({ pointer: `${pointer}${place}`, problem, fix });
  };
  const base = has('BaseInferenceComponentName');
  if (!has('ModelName') && !has('Container'))
    say('', 'The specification has neither ModelName nor Container', 'Set ModelName to a model, or Container.');
  const model = textAt(value, 'ModelName');
  if (model !== undefined && named(['AWS::SageMaker::Model'], model) === 'absent')
    say('/ModelName', `Could not find model "${model}"`, 'Name a model of this account and region.');
  if (isGiven(at(value, 'BaseInferenceComponentName')) && isGiven(at(value, 'ComputeResourceRequirements'))) {
    say(
      '/ComputeResourceRequirements',
      'An adapter component uses the resources of its base component and has no ComputeResourceRequirements',
      'Remove ComputeResourceRequirements, or remove BaseInferenceComponentName.',
    );
  }
  if (!base && !has('ComputeResourceRequirements')) {
    say(
      '',
      'The specification has no ComputeResourceRequirements; only an adapter with BaseInferenceComponentName has none',
      'Set ComputeResourceRequirements with MinMemoryRequiredInMb and the number of accelerators or CPU cores.',
    );
  }
  const name = textAt(value, 'BaseInferenceComponentName');
  if (name !== undefined && named(types, name) === 'absent')
    say(
      '/BaseInferenceComponentName',
      `Could not find inference component "${name}"`,
      'Name an inference component of this account and region.',
    );
  const requirements = objectAt(value, 'ComputeResourceRequirements');
  const [least, most] = ['MinMemoryRequiredInMb', 'MaxMemoryRequiredInMb'].map((key) => numberAt(requirements, key));
  if (requirements !== undefined && requirements['MinMemoryRequiredInMb'] === undefined)
    say(
      '/ComputeResourceRequirements',
      'MinMemoryRequiredInMb is missing',
      'Set MinMemoryRequiredInMb to the memory that the model needs, in MB.',
    );
  if (least !== undefined && most !== undefined && least > most)
    say(
      '/ComputeResourceRequirements/MinMemoryRequiredInMb',
      `MinMemoryRequiredInMb ${least} is above MaxMemoryRequiredInMb ${most}`,
      `Set MinMemoryRequiredInMb to at most ${most}.`,
    );
  return breaches;
}
