import { knownAt, placesAt, unknown } from '../../known';
import { fixOf } from '../../property-rule';
import type { Rule } from '../../rule';

/** Name all five types in EnabledTypes: nobody can see who did what in the cluster. */
export const clusterLogs: Rule = {
  code: 'ClusterLogs',
  family: 'eks',
  pack: 'production',
  safeguard: 'logging',
  securityHub: ['EKS.8'],
  rationale: 'Nobody can see who did what in the cluster.',
  source: { url: 'https://docs.aws.amazon.com/securityhub/latest/userguide/eks-controls.html', asOf: '2026-11-30' },
  types: ['AWS::EKS::Cluster'],
  check: ({ properties }) => {
    const path = 'Logging.ClusterLogging.EnabledTypes';
    const types = placesAt(properties, `${path}.*`).map((place) => knownAt(properties, `${place.path}.Type`));
    if (knownAt(properties, path) === unknown || types.includes(unknown)) return [];
    const missing = ['api', 'audit', 'authenticator', 'controllerManager', 'scheduler'].filter(
      (type) => !types.includes(type),
    );
    if (missing.length === 0) return [];
    return [{ path, message: `does not log ${missing.join(', ')}`, fix: fixOf('ClusterLogs') }];
  },
};
