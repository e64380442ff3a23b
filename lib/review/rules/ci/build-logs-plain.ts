import { propertyRule } from '../../property-rule';

/** Leave out EncryptionDisabled: logs quote what the build reads. */
export const buildLogsPlain = propertyRule(
  {
    code: 'BuildLogsPlain',
    family: 'ci',
    pack: 'production',
    safeguard: 'encryption-at-rest',
    securityHub: ['CodeBuild.3'],
    rationale: 'Logs quote what the build reads.',
    source: {
      url: 'https://docs.aws.amazon.com/securityhub/latest/userguide/codebuild-controls.html',
      asOf: '2026-11-30',
    },
  },
  [
    {
      types: ['AWS::CodeBuild::Project'],
      path: 'LogsConfig.S3Logs.EncryptionDisabled',
      must: { isNot: [true] },
    },
    {
      types: ['AWS::CodeBuild::Project'],
      path: 'Artifacts.EncryptionDisabled',
      must: { isNot: [true] },
    },
  ],
);
