import { propertyRule } from '../../property-rule';

/** Set ImageTagMutability to IMMUTABLE: what was tested is not what is deployed. */
export const repositoryMutable = propertyRule(
  {
    code: 'RepositoryMutable',
    family: 'ci',
    pack: 'production',
    safeguard: 'supply-chain',
    securityHub: ['ECR.2'],
    rationale: 'What was tested is not what is deployed.',
    source: { url: 'https://docs.aws.amazon.com/securityhub/latest/userguide/ecr-controls.html', asOf: '2026-11-30' },
  },
  [
    {
      types: ['AWS::ECR::Repository'],
      path: 'ImageTagMutability',
      must: { is: ['IMMUTABLE', 'IMMUTABLE_WITH_EXCLUSION'] },
    },
  ],
);
