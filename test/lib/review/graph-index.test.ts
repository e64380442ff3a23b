import type { PropertyValue } from '../../../lib/graph';
import { GraphIndex } from '../../../lib/review/graph-index';
import { resourceNode } from '../../helpers/resource-node';

const from = resourceNode({
  type: 'AWS::IAM::Policy',
  address: 's/Policy',
  stack: 's',
  properties: { Roles: [{ Ref: 'A' }], PolicyName: { Ref: 'Policy' } },
});
const first = resourceNode({ type: 'T', address: 's/A', stack: 's' });
const second = resourceNode({ type: 'T', address: 's/B', stack: 's' });
const elsewhere = [
  resourceNode({ type: 'T', address: 'other/A', stack: 'other' }),
  resourceNode({ type: 'T', address: 's/A', stack: 's', environment: 'qa' }),
  resourceNode({ type: 'T', address: 's/A', stack: 's', cloud: 'azure' }),
];
const index = new GraphIndex([from, first, second, ...elsewhere]);

test.each<[string, PropertyValue | undefined, readonly string[]]>([
  ['nothing', undefined, []],
  ['a text', 'A', []],
  ['a reference', { Ref: 'A' }, ['s/A']],
  ['two references', [{ 'Fn::GetAtt': ['B', 'Arn'] }, { Ref: 'A' }], ['s/A', 's/B']],
  ['what the stack lacks', { Ref: 'AWS::Region' }, []],
])('finds the resources of the same stack, environment and cloud: %s', (_name, value, expected) => {
  const found = index.referencedBy(value, from);
  expect(found.map(({ address }) => address).toSorted()).toEqual(expected);
  for (const { environment, cloud } of found) expect([environment, cloud]).toEqual([from.environment, from.cloud]);
});

test('finds a type and an address in the same environment and cloud', () => {
  expect(index.ofType('T', from).map(({ address }) => address)).toEqual(['s/A', 's/B', 'other/A']);
  expect(index.ofType('U', from)).toEqual([]);
  expect(index.at('other/A', from)).toBe(elsewhere[0]);
  expect(index.at('other/A', { environment: 'qa', cloud: 'aws' })).toBeUndefined();
});

test('knows who refers to a resource, and no resource refers to itself', () => {
  expect(index.referrersOf(first)).toEqual([from]);
  expect([second, from, ...elsewhere].flatMap((node) => index.referrersOf(node))).toEqual([]);
});

test('makes what a function makes of the graph once', () => {
  let times = 0;
  const count = (graph: GraphIndex): number => (times += graph.nodes.length);
  expect([index.once(count), index.once(count)]).toEqual([6, 6]);
});
