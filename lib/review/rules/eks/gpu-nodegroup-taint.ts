import { knownAt } from '../../known';
import { isList, textsOf } from '../../policy';
import { fixOf } from '../../property-rule';
import type { Rule } from '../../rule';

/** Set a taint nvidia.com/gpu in Taints: pods that need no GPU fill the nodes, and the model does not start. */
export const gpuNodegroupTaint: Rule = {
  code: 'GpuNodegroupTaint',
  family: 'eks',
  pack: 'production',
  safeguard: 'availability',
  rationale: 'Pods that need no GPU fill the nodes, and the model does not start.',
  source: { url: 'https://docs.aws.amazon.com/eks/latest/best-practices/aiml-compute.html', asOf: '2026-11-30' },
  types: ['AWS::EKS::Nodegroup'],
  check: ({ properties }) => {
    const gpu = textsOf(properties.InstanceTypes).some((type) => /^(?:g|p|inf|trn)\d/.test(type));
    const taints = knownAt(properties, 'Taints');
    if (!gpu || (taints !== undefined && !(isList(taints) && taints.length === 0))) return [];
    return [{ path: 'Taints', message: 'takes pods without a GPU', fix: fixOf('GpuNodegroupTaint') }];
  },
};
