import type { PropertyValue } from '../../../../../lib/graph';
import { gpuNodegroupTaint } from '../../../../../lib/review/rules/eks/gpu-nodegroup-taint';
import { judged } from '../../../../helpers/judged';

test.each<[string, Record<string, PropertyValue>, number]>([
  ['GPUs and a taint', { InstanceTypes: ['g6.xlarge'], Taints: [{ Key: 'nvidia.com/gpu', Effect: 'NO_SCHEDULE' }] }, 0],
  ['GPUs and no taint', { InstanceTypes: ['g6.xlarge'] }, 1],
  ['GPUs and taints that are not known', { InstanceTypes: ['g6.xlarge'], Taints: { Ref: 'Taints' } }, 0],
  ['no GPUs', { InstanceTypes: ['m7i.xlarge'] }, 0],
  ['instances that are not known', { InstanceTypes: { Ref: 'Types' } }, 0],
])('nodes with %s', (_name, properties, count) => {
  expect(judged(gpuNodegroupTaint, 'AWS::EKS::Nodegroup', properties)).toHaveLength(count);
});
