import { propertyRule } from '../../property-rule';

/** Set LifecyclePolicy: old images with known vulnerabilities can still be deployed, and are paid for. */
export const repositoryLifecycle = propertyRule(
  {
    code: 'RepositoryLifecycle',
    family: 'ci',
    pack: 'production',
    safeguard: 'retention',
    securityHub: ['ECR.3'],
    rationale: 'Old images with known vulnerabilities can still be deployed, and are paid for.',
    source: { url: 'https://docs.aws.amazon.com/securityhub/latest/userguide/ecr-controls.html', asOf: '2026-11-30' },
  },
  [
    {
      types: ['AWS::ECR::Repository'],
      path: 'LifecyclePolicy.LifecyclePolicyText',
      must: { set: true },
    },
  ],
);
