import type { PropertyValue, ResourceNode } from '../../../../../lib/graph';
import { check } from '../../../../../lib/review/check';
import { queueWithoutRedrive } from '../../../../../lib/review/rules/application/queue-without-redrive';
import { resourceNode } from '../../../../helpers/resource-node';

const node = (name: string, type: string, properties: Record<string, PropertyValue> = {}): ResourceNode =>
  resourceNode({ type, address: `foundation/${name}`, properties });

const queue = node('Queue', 'AWS::SQS::Queue');
const other = (properties: Record<string, PropertyValue>): ResourceNode =>
  node('Other', 'AWS::SQS::Queue', { RedrivePolicy: 'x', ...properties });

test.each<[string, readonly ResourceNode[], number]>([
  ['no redrive', [queue], 1],
  ['a redrive', [node('Queue', 'AWS::SQS::Queue', { RedrivePolicy: { maxReceiveCount: 3 } })], 0],
  ['a redrive that is not known', [node('Queue', 'AWS::SQS::Queue', { RedrivePolicy: { Ref: 'Policy' } })], 0],
  [
    'the failures of another',
    [queue, other({ RedrivePolicy: { deadLetterTargetArn: { 'Fn::GetAtt': ['Queue', 'Arn'] } } })],
    0,
  ],
])('a queue with %s', (_name, graph, count) => {
  expect(check(graph, [queueWithoutRedrive]).findings).toHaveLength(count);
});
