import { propertyRule } from '../../property-rule';

/** Set ScanOnPush of ImageScanningConfiguration to true: known vulnerabilities are deployed. */
export const repositoryNotScanned = propertyRule(
  {
    code: 'RepositoryNotScanned',
    family: 'ci',
    pack: 'production',
    safeguard: 'vulnerability',
    securityHub: ['ECR.1'],
    rationale: 'Known vulnerabilities are deployed.',
    source: { url: 'https://docs.aws.amazon.com/securityhub/latest/userguide/ecr-controls.html', asOf: '2026-11-30' },
  },
  [
    {
      types: ['AWS::ECR::Repository'],
      path: 'ImageScanningConfiguration.ScanOnPush',
      must: { is: [true] },
    },
  ],
);
