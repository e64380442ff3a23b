import { check } from '../../../../../lib/review/check';
import { logNotRetained } from '../../../../../lib/review/rules/data/log-not-retained';
import { resourceNode } from '../../../../helpers/resource-node';

test('a log group is retained', () => {
  const logs = resourceNode({ type: 'AWS::Logs::LogGroup' });
  expect(check([logs], [logNotRetained]).findings).toHaveLength(1);
  expect(check([{ ...logs, retained: true }], [logNotRetained]).findings).toEqual([]);
});
