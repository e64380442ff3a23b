import type { PropertyValue } from '../../../lib/graph';
import { referencedBy } from '../../../lib/review/referenced';
import { resourceNode } from '../../helpers/resource-node';

const from = resourceNode({ type: 'AWS::IAM::Policy', address: 's/Policy', stack: 's' });
const graph = [
  from,
  resourceNode({ type: 'T', address: 's/A', stack: 's' }),
  resourceNode({ type: 'T', address: 's/B', stack: 's' }),
  resourceNode({ type: 'T', address: 'other/A', stack: 'other' }),
  resourceNode({ type: 'T', address: 's/A', stack: 's', environment: 'qa' }),
  resourceNode({ type: 'T', address: 's/A', stack: 's', cloud: 'azure' }),
];

test.each<[string, PropertyValue | undefined, readonly string[]]>([
  ['nothing', undefined, []],
  ['a text', 'A', []],
  ['a reference', { Ref: 'A' }, ['s/A']],
  ['two references', [{ 'Fn::GetAtt': ['B', 'Arn'] }, { Ref: 'A' }], ['s/A', 's/B']],
  ['what the stack lacks', { Ref: 'AWS::Region' }, []],
])('finds the resources of the same stack, environment and cloud: %s', (_name, value, expected) => {
  const found = referencedBy(value, from, graph);
  expect(found.map(({ address }) => address)).toEqual(expected);
  for (const { environment, cloud } of found) expect([environment, cloud]).toEqual([from.environment, from.cloud]);
});
