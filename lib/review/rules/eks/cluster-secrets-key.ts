import { propertyRule } from '../../property-rule';

/** Set EncryptionConfig with a key for secrets: whoever reads the store of the cluster reads its secrets. */
export const clusterSecretsKey = propertyRule(
  {
    code: 'ClusterSecretsKey',
    family: 'eks',
    pack: 'production',
    safeguard: 'encryption-at-rest',
    securityHub: ['EKS.3'],
    rationale: 'Whoever reads the store of the cluster reads its secrets.',
    source: { url: 'https://docs.aws.amazon.com/securityhub/latest/userguide/eks-controls.html', asOf: '2026-11-30' },
  },
  [
    {
      types: ['AWS::EKS::Cluster'],
      path: 'EncryptionConfig',
      must: { set: true },
    },
  ],
);
