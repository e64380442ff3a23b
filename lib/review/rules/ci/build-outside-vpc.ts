import { propertyRule } from '../../property-rule';

/** Set VpcConfig: a package in the build sends code and credentials anywhere. */
export const buildOutsideVpc = propertyRule(
  {
    code: 'BuildOutsideVpc',
    family: 'ci',
    pack: 'regulated',
    safeguard: 'boundary',
    rationale: 'A package in the build sends code and credentials anywhere.',
    source: {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-codebuild-project.html',
      asOf: '2026-11-30',
    },
  },
  [
    {
      types: ['AWS::CodeBuild::Project'],
      path: 'VpcConfig.Subnets',
      must: { set: true },
    },
  ],
);
