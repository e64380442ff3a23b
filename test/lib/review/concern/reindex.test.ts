import { reindex } from '../../../../lib/review/concern/reindex';
import { concernsBetween } from '../../../helpers/concerns';
import { resourceNode } from '../../../helpers/resource-node';

const index = resourceNode({ type: 'AWS::S3Vectors::Index', properties: { Dimension: 1024 } });
const other = { ...index, properties: { Dimension: 512 } };

test('another dimension fills the index again, at a cost that is known or said not to be', () => {
  expect(concernsBetween(reindex, [index], [other])).toMatchObject([
    {
      code: 'Reindex',
      path: 'Dimension',
      message: expect.stringContaining('cost and time are unknown, as is the number of documents') as string,
    },
  ]);
  expect(concernsBetween(reindex, [index], [other], { reindex: () => '$12 and 3 hours' })[0]?.message).toContain(
    '$12 and 3 hours',
  );
});

test('a new index and an update fill nothing again', () => {
  expect(concernsBetween(reindex, [], [index])).toEqual([]);
  const topic = resourceNode({ type: 'AWS::SNS::Topic', properties: { TopicName: 'a' } });
  expect(concernsBetween(reindex, [topic], [{ ...topic, properties: { TopicName: 'b' } }])).toEqual([]);
});
