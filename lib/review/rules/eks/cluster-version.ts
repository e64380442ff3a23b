import { propertyRule } from '../../property-rule';

/** Set Version to one with standard support: known vulnerabilities are not patched, and AWS upgrades the cluster on a day of its own. */
export const clusterVersion = propertyRule(
  {
    code: 'ClusterVersion',
    family: 'eks',
    pack: 'baseline',
    safeguard: 'vulnerability',
    securityHub: ['EKS.2'],
    rationale: 'Known vulnerabilities are not patched, and AWS upgrades the cluster on a day of its own.',
    source: { url: 'https://docs.aws.amazon.com/eks/latest/userguide/kubernetes-versions.html', asOf: '2026-11-30' },
  },
  [
    {
      types: ['AWS::EKS::Cluster'],
      path: 'Version',
      must: { isNot: ['1.20', '1.21', '1.22', '1.23', '1.24', '1.25', '1.26', '1.27', '1.28', '1.29', '1.30', '1.31'] },
    },
  ],
);
