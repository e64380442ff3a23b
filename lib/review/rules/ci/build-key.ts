import { propertyRule } from '../../property-rule';

/** Set EncryptionKey: nobody here can revoke the key. */
export const buildKey = propertyRule(
  {
    code: 'BuildKey',
    family: 'ci',
    pack: 'production',
    safeguard: 'encryption-at-rest',
    rationale: 'Nobody here can revoke the key.',
    source: {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-codebuild-project.html',
      asOf: '2026-11-30',
    },
  },
  [
    {
      types: ['AWS::CodeBuild::Project'],
      path: 'EncryptionKey',
      must: { set: true },
    },
  ],
);
