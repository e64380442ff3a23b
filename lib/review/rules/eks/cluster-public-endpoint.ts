import { knownAt, unknown } from '../../known';
import { isList } from '../../policy';
import { fixOf } from '../../property-rule';
import type { Rule } from '../../rule';

/** Set EndpointPublicAccess to false, or name addresses in PublicAccessCidrs: the cluster is protected by its credentials alone. */
export const clusterPublicEndpoint: Rule = {
  code: 'ClusterPublicEndpoint',
  family: 'eks',
  pack: 'baseline',
  safeguard: 'boundary',
  securityHub: ['EKS.1'],
  rationale: 'The cluster is protected by its credentials alone.',
  source: { url: 'https://docs.aws.amazon.com/securityhub/latest/userguide/eks-controls.html', asOf: '2026-11-30' },
  types: ['AWS::EKS::Cluster'],
  check: ({ properties }) => {
    const open = knownAt(properties, 'ResourcesVpcConfig.EndpointPublicAccess') ?? true;
    const ranges = knownAt(properties, 'ResourcesVpcConfig.PublicAccessCidrs');
    const limited = ranges === unknown || (isList(ranges) && ranges.length > 0 && !ranges.includes('0.0.0.0/0'));
    if ((open !== true && open !== 'true') || limited) return [];
    return [
      {
        path: 'ResourcesVpcConfig.EndpointPublicAccess',
        message: 'every address reaches the API',
        fix: fixOf('ClusterPublicEndpoint'),
      },
    ];
  },
};
