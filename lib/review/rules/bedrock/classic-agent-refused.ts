import { fixOf } from '../../property-rule';
import type { Rule } from '../../rule';

/** Use a runtime, memory and gateway of Bedrock AgentCore: the deployment fails. */
export const classicAgentRefused: Rule = {
  code: 'ClassicAgentRefused',
  family: 'bedrock',
  pack: 'baseline',
  safeguard: 'correctness',
  rationale: 'The deployment fails.',
  source: { url: 'https://docs.aws.amazon.com/bedrock/latest/userguide/agents.html', asOf: '2026-11-30' },
  types: ['AWS::Bedrock::Agent', 'AWS::Bedrock::AgentAlias'],
  check: (_node, { newAccount }) =>
    newAccount === true
      ? [
          {
            path: '',
            message: 'cannot be created in a new account since 2026-07-30',
            fix: fixOf('ClassicAgentRefused'),
          },
        ]
      : [],
};
