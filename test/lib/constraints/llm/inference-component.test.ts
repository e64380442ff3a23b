import type { Json, JsonObject } from '../../../../lib/constraints/json';
import { componentEndpoint, componentSpecification } from '../../../../lib/constraints/llm/inference-component';
import { breaches, cloud, known, template } from './around';

const unknown = { Ref: 'Unknown' };
const endpoint = known('AWS::SageMaker::Endpoint', 'E', { EndpointConfigName: { Ref: 'C' } }, 'chat');
const config = (...variants: JsonObject[]) =>
  known('AWS::SageMaker::EndpointConfig', 'C', { ProductionVariants: variants }, 'cfg');
const component = (name: Json, variant: Json = 'main') => ({ EndpointName: name, VariantName: variant });

test.each<[string, JsonObject, JsonObject[], string | undefined]>([
  ['an endpoint', component('chat'), [{ VariantName: 'main' }], undefined],
  ['an endpoint by reference', component({ Ref: 'E' }), [{ VariantName: 'main' }], undefined],
  ['an unknown endpoint', component(unknown), [{ VariantName: 'main' }], undefined],
  ['unknown variants', component('chat', 'x'), [{ VariantName: unknown }], undefined],
  ['an unknown variant', component('chat', unknown), [{ VariantName: 'main' }], undefined],
  [
    'an endpoint that does not exist',
    component('hat'),
    [{ VariantName: 'main' }],
    '#/EndpointName: Could not find endpoint "hat"',
  ],
  [
    'a variant that does not exist',
    component('chat', 'x'),
    [{ VariantName: 'main' }, { VariantName: 'b' }],
    '#/VariantName: The endpoint has no variant x; it has [main, b]',
  ],
  [
    'a variant with a model',
    component('chat'),
    [{ VariantName: 'main', ModelName: 'm' }],
    '#/VariantName: Variant main of the endpoint serves the model m; a variant for inference components names no model',
  ],
])('a component on %s', (_name, properties, variants, refused) => {
  const found = breaches(componentEndpoint, properties, cloud([endpoint, config(...variants)]));
  expect(found).toEqual(refused === undefined ? [] : [refused]);
});

test('what is not declared here may exist', () => {
  expect(breaches(componentEndpoint, component('hat'), template())).toEqual([]);
  expect(breaches(componentEndpoint, component('chat', 'x'), cloud([endpoint]))).toEqual([]);
});

const compute = { MinMemoryRequiredInMb: 1024 };
const model = known('AWS::SageMaker::Model', 'M', {}, 'm');
test.each<[Json, readonly string[]]>([
  [{ ModelName: 'm', ComputeResourceRequirements: compute }, []],
  [{ ModelName: unknown, ComputeResourceRequirements: unknown }, []],
  [{ Container: { Image: 'i' }, ComputeResourceRequirements: compute }, []],
  [{ BaseInferenceComponentName: unknown, Container: { ArtifactUrl: 's3://b/k' } }, []],
  [unknown, []],
  [{ ModelName: 'x', ComputeResourceRequirements: compute }, ['/ModelName: Could not find model "x"']],
  [{ ComputeResourceRequirements: compute }, [': The specification has neither ModelName nor Container']],
  [
    { ModelName: 'm' },
    [
      ': The specification has no ComputeResourceRequirements; only an adapter with BaseInferenceComponentName has none',
    ],
  ],
  [
    { ModelName: 'm', BaseInferenceComponentName: unknown, ComputeResourceRequirements: compute },
    [
      '/ComputeResourceRequirements: An adapter component uses the resources of its base component and has no ComputeResourceRequirements',
    ],
  ],
  [
    { Container: {}, BaseInferenceComponentName: 'none' },
    ['/BaseInferenceComponentName: Could not find inference component "none"'],
  ],
  [
    { ModelName: 'm', ComputeResourceRequirements: { NumberOfCpuCoresRequired: 1 } },
    ['/ComputeResourceRequirements: MinMemoryRequiredInMb is missing'],
  ],
  [
    { ModelName: 'm', ComputeResourceRequirements: { MinMemoryRequiredInMb: 2, MaxMemoryRequiredInMb: 1 } },
    ['/ComputeResourceRequirements/MinMemoryRequiredInMb: MinMemoryRequiredInMb 2 is above MaxMemoryRequiredInMb 1'],
  ],
])('the specification %j', (specification, expected) => {
  const around = cloud([model]);
  const inOne = breaches(componentSpecification, { Specification: specification }, around);
  expect(inOne).toEqual(expected.map((text) => `#/Specification${text}`));
  const inList = breaches(componentSpecification, { Specifications: [unknown, specification] }, around);
  expect(inList).toEqual(expected.map((text) => `#/Specifications/1${text}`));
});
