import type { ExistingResource } from '../../../../../lib/local/aws/state/registry';
import { Registry } from '../../../../../lib/local/aws/state/registry';

const topic = (more: Partial<ExistingResource> = {}): ExistingResource => ({
  account: '111122223333',
  region: 'eu-west-1',
  type: 'AWS::SNS::Topic',
  logicalId: 'T',
  stackId: 'stack/S',
  physicalId: 'one',
  arn: 'arn:aws:sns:eu-west-1:111122223333:one',
  uniqueKey: 'one',
  properties: {},
  ...more,
});

test.each<[string, Partial<ExistingResource>, readonly string[]]>([
  ['another state of the same resource', { properties: { DisplayName: 'x' } }, ['one']],
  ['a resource with another unique name', { uniqueKey: 'two' }, ['two']],
  ['a resource without a unique name', { uniqueKey: undefined }, []],
  ['a resource with another physical id', { physicalId: 'two', uniqueKey: 'two' }, ['two']],
])('%s takes the place of the one before', (_name, more, names) => {
  const registry = new Registry();
  registry.add(topic());
  const after = topic(more);
  registry.replace(topic(), after);
  expect(registry.all('AWS::SNS::Topic')).toEqual([after]);
  const held = ['one', 'two'].filter((name) => registry.holder(name) !== undefined);
  expect(held).toEqual(names);
});

test('a unique name that another resource has taken stays with it', () => {
  const registry = new Registry();
  registry.add(topic());
  const other = topic({ logicalId: 'Other', physicalId: 'other' });
  registry.add(other);
  registry.replace(topic(), topic({ uniqueKey: 'two' }));
  expect([registry.holder('one'), registry.holder('two')?.logicalId]).toEqual([other, 'T']);
});
