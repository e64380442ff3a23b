import { guardrailTier } from '../../../../../lib/review/rules/bedrock/guardrail-tier';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(guardrailTier, {
  type: 'AWS::Bedrock::Guardrail',
  right: { ContentPolicyConfig: { ContentFiltersTierConfig: { TierName: 'STANDARD' } } },
  wrong: { 'ContentPolicyConfig.ContentFiltersTierConfig.TierName': ['CLASSIC', undefined] },
});
