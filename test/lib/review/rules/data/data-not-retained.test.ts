import type { ResourceNode } from '../../../../../lib/graph';
import { check } from '../../../../../lib/review/check';
import { dataNotRetained } from '../../../../../lib/review/rules/data/data-not-retained';
import { resourceNode } from '../../../../helpers/resource-node';

const resource = (type: string, retained: boolean, address = 'foundation/Thing'): ResourceNode =>
  resourceNode({ type, address, stateful: true, retained });

test.each<[string, readonly ResourceNode[], number]>([
  ['is retained', [resource('AWS::KMS::Key', true)], 0],
  ['is deleted', [resource('AWS::KMS::Key', false)], 1],
  [
    'is deleted beside data that is retained, which is another rule',
    [resource('AWS::KMS::Key', false), resource('AWS::S3::Bucket', true, 'foundation/Bucket')],
    0,
  ],
  ['holds logs, which expire', [resource('AWS::Logs::LogGroup', false)], 0],
])('data that %s', (_name, graph, count) => {
  expect(check(graph, [dataNotRetained]).findings).toHaveLength(count);
});
