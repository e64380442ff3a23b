import { propertyRule } from '../../property-rule';

/** Set PipelineType to V2: a failed deployment stays as it is. */
export const pipelineVersion1 = propertyRule(
  {
    code: 'PipelineVersion1',
    family: 'ci',
    pack: 'production',
    safeguard: 'change-control',
    rationale: 'A failed deployment stays as it is.',
    source: {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-codepipeline-pipeline.html',
      asOf: '2026-11-30',
    },
  },
  [
    {
      types: ['AWS::CodePipeline::Pipeline'],
      path: 'PipelineType',
      must: { is: ['V2'] },
    },
  ],
);
