import { propertyRule } from '../../property-rule';

/** Set GuardrailConfiguration: an attack in a document or prompt reaches the tools of the agent. */
export const agentWithoutGuardrail = propertyRule(
  {
    code: 'AgentWithoutGuardrail',
    family: 'bedrock',
    pack: 'baseline',
    safeguard: 'model-safety',
    rationale: 'An attack in a document or prompt reaches the tools of the agent.',
    source: {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-bedrock-agent.html',
      asOf: '2026-11-30',
    },
  },
  [
    {
      types: ['AWS::Bedrock::Agent'],
      path: 'GuardrailConfiguration',
      must: { set: true },
    },
  ],
);
