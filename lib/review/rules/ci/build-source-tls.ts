import { propertyRule } from '../../property-rule';

/** Leave out InsecureSsl: whoever is on the network changes the code that is built. */
export const buildSourceTls = propertyRule(
  {
    code: 'BuildSourceTls',
    family: 'ci',
    pack: 'baseline',
    safeguard: 'encryption-in-transit',
    rationale: 'Whoever is on the network changes the code that is built.',
    source: {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-codebuild-project.html',
      asOf: '2026-11-30',
    },
  },
  [
    {
      types: ['AWS::CodeBuild::Project'],
      path: 'Source.InsecureSsl',
      must: { isNot: [true] },
    },
  ],
);
