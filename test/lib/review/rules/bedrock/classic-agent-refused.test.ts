import { check } from '../../../../../lib/review/check';
import { classicAgentRefused } from '../../../../../lib/review/rules/bedrock/classic-agent-refused';
import { resourceNode } from '../../../../helpers/resource-node';

test('a classic agent is an error in a new account', () => {
  const alias = resourceNode({ type: 'AWS::Bedrock::AgentAlias' });
  expect(check([alias], [classicAgentRefused], { newAccount: true }).findings).toMatchObject([{ severity: 'error' }]);
  expect(check([alias], [classicAgentRefused]).findings).toEqual([]);
});
