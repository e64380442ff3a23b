import { propertyRule } from '../../property-rule';

/** Name a version of the guardrail: an edit of the draft changes what users get, without a release. */
export const guardrailDraft = propertyRule(
  {
    code: 'GuardrailDraft',
    family: 'bedrock',
    pack: 'production',
    safeguard: 'change-control',
    rationale: 'An edit of the draft changes what users get, without a release.',
    source: {
      url: 'https://docs.aws.amazon.com/bedrock/latest/userguide/guardrails-versions-create.html',
      asOf: '2026-11-30',
    },
  },
  [
    {
      types: ['AWS::Bedrock::Agent'],
      path: 'GuardrailConfiguration.GuardrailVersion',
      must: { isNot: ['DRAFT'] },
    },
    {
      types: ['AWS::Bedrock::EnforcedGuardrailConfiguration'],
      path: 'GuardrailVersion',
      must: { isNot: ['DRAFT'] },
    },
    {
      types: ['AWS::Bedrock::Flow'],
      path: 'Definition.Nodes.*.Configuration.Prompt.GuardrailConfiguration.GuardrailVersion',
      must: { isNot: ['DRAFT'] },
    },
    {
      types: ['AWS::Bedrock::Flow'],
      path: 'Definition.Nodes.*.Configuration.KnowledgeBase.GuardrailConfiguration.GuardrailVersion',
      must: { isNot: ['DRAFT'] },
    },
  ],
);
