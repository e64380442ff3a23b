import { fixOf } from '../../property-rule';
import type { Rule } from '../../rule';

/** Use a runtime, memory and gateway of Bedrock AgentCore: no new account can create the agent. */
export const classicAgent: Rule = {
  code: 'ClassicAgent',
  family: 'bedrock',
  pack: 'baseline',
  safeguard: 'correctness',
  rationale: 'No new account can create the agent.',
  source: { url: 'https://docs.aws.amazon.com/bedrock/latest/userguide/agents.html', asOf: '2026-11-30' },
  types: ['AWS::Bedrock::Agent', 'AWS::Bedrock::AgentAlias'],
  check: (_node, { newAccount }) =>
    newAccount === true
      ? []
      : [{ path: '', message: 'is closed to new customers since 2026-07-30', fix: fixOf('ClassicAgent') }],
};
