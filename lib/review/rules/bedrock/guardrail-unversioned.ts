import { fixOf } from '../../property-rule';
import type { Rule } from '../../rule';

/** Add an AWS::Bedrock::GuardrailVersion: what runs can only use the draft, which anybody may edit. */
export const guardrailUnversioned: Rule = {
  code: 'GuardrailUnversioned',
  family: 'bedrock',
  pack: 'production',
  safeguard: 'change-control',
  rationale: 'What runs can only use the draft, which anybody may edit.',
  source: {
    url: 'https://docs.aws.amazon.com/bedrock/latest/userguide/guardrails-versions-create.html',
    asOf: '2026-11-30',
  },
  types: ['AWS::Bedrock::Guardrail'],
  check: (guardrail, _context, graph) =>
    graph.referrersOf(guardrail).some(({ type }) => type === 'AWS::Bedrock::GuardrailVersion')
      ? []
      : [{ path: '', message: 'has no version', fix: fixOf('GuardrailUnversioned') }],
};
