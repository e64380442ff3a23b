import type { Json, JsonObject } from '../../../../lib/constraints/json';
import { componentResources } from '../../../../lib/constraints/llm/component-resources';
import { breaches, known, template } from './around';

const on = (instance: Json) =>
  template(
    known('AWS::SageMaker::Endpoint', 'E', { EndpointConfigName: { Ref: 'C' } }),
    known('AWS::SageMaker::EndpointConfig', 'C', {
      ProductionVariants: [{ VariantName: 'main', InstanceType: instance }],
    }),
  );
const component = (ComputeResourceRequirements: Json): JsonObject => ({
  EndpointName: { Ref: 'E' },
  VariantName: 'main',
  Specification: { ComputeResourceRequirements },
});
const place = '#/Specification/ComputeResourceRequirements';

test.each<[string, Json, Json, readonly string[]]>([
  [
    'what the instance has',
    'ml.g5.12xlarge',
    { NumberOfAcceleratorDevicesRequired: 4, MinMemoryRequiredInMb: 196_608, NumberOfCpuCoresRequired: 48 },
    [],
  ],
  ['more than an unknown instance may have', 'ml.m5.xlarge', { NumberOfAcceleratorDevicesRequired: 4 }, []],
  ['something of an unknown instance', { Ref: 'Type' }, { NumberOfAcceleratorDevicesRequired: 99 }, []],
  ['an unknown number', 'ml.g5.xlarge', { NumberOfAcceleratorDevicesRequired: { Ref: 'N' } }, []],
  ['something unknown', 'ml.g5.xlarge', { Ref: 'X' }, []],
  [
    'more GPUs',
    'ml.g5.xlarge',
    { NumberOfAcceleratorDevicesRequired: 2 },
    [`${place}/NumberOfAcceleratorDevicesRequired: A copy needs 2 GPUs, and ml.g5.xlarge has 1`],
  ],
  [
    'more memory',
    'ml.g5.xlarge',
    { MinMemoryRequiredInMb: 16_385 },
    [`${place}/MinMemoryRequiredInMb: A copy needs 16385 MB of memory, and ml.g5.xlarge has 16384`],
  ],
  [
    'more processors',
    'ml.g5.xlarge',
    { NumberOfCpuCoresRequired: 4.5 },
    [`${place}/NumberOfCpuCoresRequired: A copy needs 4.5 virtual processors, and ml.g5.xlarge has 4`],
  ],
])('a component that asks for %s', (_name, instance, asked, expected) => {
  expect(breaches(componentResources, component(asked), on(instance))).toEqual(expected);
});

test('specifications name their own instance', () => {
  const properties = {
    Specifications: [
      { InstanceType: 'ml.g5.xlarge', ComputeResourceRequirements: { NumberOfAcceleratorDevicesRequired: 1 } },
      { InstanceType: 'ml.g6.xlarge', ComputeResourceRequirements: { NumberOfAcceleratorDevicesRequired: 2 } },
    ],
  };
  expect(breaches(componentResources, properties)).toEqual([
    '#/Specifications/1/ComputeResourceRequirements/NumberOfAcceleratorDevicesRequired: A copy needs 2 GPUs, and ml.g6.xlarge has 1',
  ]);
});
