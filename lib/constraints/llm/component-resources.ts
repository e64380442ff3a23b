import type { Breach, Constraint, Surroundings } from '../constraint';
import type { JsonObject } from '../json';
import { at, listAt, numberAt, rowOf, textAt } from '../value';
import { gpuInstances } from './gpu-instances';

/** What a copy of an inference component asks for, and what an instance has. */
const resources = [
  ['NumberOfAcceleratorDevicesRequired', 'GPUs', 1],
  ['MinMemoryRequiredInMb', 'MB of memory', 1024],
  ['NumberOfCpuCoresRequired', 'virtual processors', 1],
] as const;

/** A copy of an inference component fits on one instance of its variant. */
export const componentResources: Constraint = {
  id: 'inference-component-resources',
  types: ['AWS::SageMaker::InferenceComponent'],
  source: {
    url: 'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_InferenceComponentComputeResourceRequirements.html',
    asOf: '2026-11-30',
  },
  check({ properties }, surroundings) {
    const single = at(properties, 'Specification');
    return [
      ...unfit(at(single, 'ComputeResourceRequirements'), instanceOf(properties, surroundings), '#/Specification'),
      ...listAt(properties, 'Specifications').flatMap((one, index) =>
        unfit(at(one, 'ComputeResourceRequirements'), textAt(one, 'InstanceType'), `#/Specifications/${index}`),
      ),
    ];
  },
};

/** The instance type of the variant of a component, where it is known. */
function instanceOf(properties: JsonObject, { named }: Surroundings): string | undefined {
  const endpoint = named(['AWS::SageMaker::Endpoint'], properties['EndpointName']);
  if (typeof endpoint === 'string') return undefined;
  const config = named(['AWS::SageMaker::EndpointConfig'], endpoint.properties['EndpointConfigName']);
  if (typeof config === 'string') return undefined;
  const name = textAt(properties, 'VariantName');
  const variant = listAt(config.properties, 'ProductionVariants').find((one) => textAt(one, 'VariantName') === name);
  return name === undefined ? undefined : textAt(variant, 'InstanceType');
}

function unfit(asked: Parameters<typeof at>[0], instance: string | undefined, pointer: string): readonly Breach[] {
  const [, family, size] = /^ml\.([^.]+)\.(.+)$/.exec(instance ?? '') ?? [];
  const row = rowOf(gpuInstances, family)
    ?.split(' ')
    .find((one) => one.startsWith(`${size ?? ''}/`));
  if (row === undefined || instance === undefined) return [];
  const [, ...has] = row.split('/').map(Number);
  return resources.flatMap(([key, noun, unit], index) => {
    const wanted = numberAt(asked, key);
    const there = (has[index] ?? 0) * unit;
    if (wanted === undefined || wanted <= there) return [];
    return [
      {
        pointer: `${pointer}/ComputeResourceRequirements/${key}`,
        problem: `A copy needs ${wanted} ${noun}, and ${instance} has ${there}`,
        fix: `Ask for at most ${there}, or use a larger instance type.`,
      },
    ];
  });
}
