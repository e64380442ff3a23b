import { propertyRule } from '../../property-rule';

/** Name a version of the flow: an edit of the draft changes what users get, without a release. */
export const flowDraft = propertyRule(
  {
    code: 'FlowDraft',
    family: 'bedrock',
    pack: 'production',
    safeguard: 'change-control',
    rationale: 'An edit of the draft changes what users get, without a release.',
    source: {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-bedrock-flowalias.html',
      asOf: '2026-11-30',
    },
  },
  [
    {
      types: ['AWS::Bedrock::FlowAlias'],
      path: 'RoutingConfiguration.*.FlowVersion',
      must: { isNot: ['DRAFT'] },
    },
  ],
);
