import { propertyRule } from '../../property-rule';

/** Set TierName of ContentFiltersTierConfig to STANDARD, with a guardrail profile: the classic tier knows three languages and finds fewer attacks. */
export const guardrailTier = propertyRule(
  {
    code: 'GuardrailTier',
    family: 'bedrock',
    pack: 'regulated',
    safeguard: 'model-safety',
    rationale: 'The classic tier knows three languages and finds fewer attacks.',
    source: { url: 'https://docs.aws.amazon.com/bedrock/latest/userguide/guardrails-tiers.html', asOf: '2026-11-30' },
  },
  [
    {
      types: ['AWS::Bedrock::Guardrail'],
      path: 'ContentPolicyConfig.ContentFiltersTierConfig.TierName',
      must: { is: ['STANDARD'] },
    },
  ],
);
