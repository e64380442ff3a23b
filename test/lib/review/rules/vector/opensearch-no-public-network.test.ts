import type { PropertyValue } from '../../../../../lib/graph';
import { check } from '../../../../../lib/review';
import { openSearchNoPublicNetwork } from '../../../../../lib/review/rules/vector/opensearch-no-public-network';
import { resourceNode } from '../../../../helpers/resource-node';

const type = 'AWS::OpenSearchServerless::SecurityPolicy';
const open = '[{"Rules": [], "AllowFromPublic": true}]';

test.each<[string, PropertyValue, boolean]>([
  ['an open policy', open, true],
  ['an open policy in a function', { 'Fn::Sub': open }, true],
  ['an open policy joined from parts', { 'Fn::Join': ['', ['[{"AllowFromPublic":', 'true}]']] }, true],
  ['a closed policy', '[{"AllowFromPublic": false, "SourceVPCEs": ["vpce-1"]}]', false],
])('%s', (_name, policy, finds) => {
  const node = resourceNode({ type, properties: { Type: 'network', Policy: policy } });
  expect(check([node], [openSearchNoPublicNetwork]).findings.map(({ path }) => path)).toEqual(finds ? ['Policy'] : []);
});

test('reads network policies alone', () => {
  const encryption = resourceNode({ type, properties: { Type: 'encryption', Policy: open } });
  const other = resourceNode({ type: 'AWS::S3::Bucket', properties: { Type: 'network', Policy: open } });
  expect(check([encryption, other], [openSearchNoPublicNetwork]).findings).toEqual([]);
});
