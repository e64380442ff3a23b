import type { PropertyValue } from '../../../../../lib/graph';
import { collectionNetwork } from '../../../../../lib/review/rules/vector/collection-network';
import { judged } from '../../../../helpers/judged';

const policy = (rule: object): string => JSON.stringify([{ Rules: [], AllowFromPublic: false, ...rule }]);

test.each<[string, PropertyValue, number]>([
  ['a VPC endpoint', policy({ SourceVPCEs: ['vpce-1'] }), 0],
  ['Bedrock', policy({ SourceServices: ['bedrock.amazonaws.com'] }), 0],
  ['nothing', policy({}), 1],
  ['an empty list', policy({ SourceVPCEs: [] }), 1],
  ['everybody, which is another rule', policy({ AllowFromPublic: true }), 0],
  ['what is not known', { Ref: 'Policy' }, 0],
])('a network policy for %s', (_name, Policy, count) => {
  expect(
    judged(collectionNetwork, 'AWS::OpenSearchServerless::SecurityPolicy', { Type: 'network', Policy }),
  ).toHaveLength(count);
});
