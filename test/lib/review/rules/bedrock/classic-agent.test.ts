import { check } from '../../../../../lib/review/check';
import { classicAgent } from '../../../../../lib/review/rules/bedrock/classic-agent';
import { resourceNode } from '../../../../helpers/resource-node';

test('a classic agent is a warning with the date, and left to the error in a new account', () => {
  const agent = resourceNode({ type: 'AWS::Bedrock::Agent' });
  expect(check([agent], [classicAgent]).findings).toMatchObject([
    { severity: 'warning', message: 'is closed to new customers since 2026-07-30' },
  ]);
  expect(check([agent], [classicAgent], { newAccount: true }).findings).toEqual([]);
  expect(check([resourceNode({ type: 'AWS::Bedrock::Guardrail' })], [classicAgent]).findings).toEqual([]);
});
