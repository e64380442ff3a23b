import { guardrailDraft } from '../../../../../lib/review/rules/bedrock/guardrail-draft';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(guardrailDraft, {
  type: 'AWS::Bedrock::Agent',
  right: { GuardrailConfiguration: { GuardrailVersion: '1' } },
  wrong: { 'GuardrailConfiguration.GuardrailVersion': ['DRAFT'] },
});

ruleCases(guardrailDraft, {
  type: 'AWS::Bedrock::EnforcedGuardrailConfiguration',
  right: { GuardrailVersion: '1' },
  wrong: { GuardrailVersion: ['DRAFT'] },
});

ruleCases(guardrailDraft, {
  type: 'AWS::Bedrock::Flow',
  right: {
    Definition: {
      Nodes: [
        {
          Configuration: {
            Prompt: { GuardrailConfiguration: { GuardrailVersion: '1' } },
            KnowledgeBase: { GuardrailConfiguration: { GuardrailVersion: '1' } },
          },
        },
      ],
    },
  },
  wrong: {
    'Definition.Nodes.0.Configuration.Prompt.GuardrailConfiguration.GuardrailVersion': ['DRAFT'],
    'Definition.Nodes.0.Configuration.KnowledgeBase.GuardrailConfiguration.GuardrailVersion': ['DRAFT'],
  },
});
