import { awsPlan } from '../../../helpers/plan';

test('lists every parameter with its producer, and only consumers deployed after it', () => {
  const order = ['foundation', 'integration', 'knowledge', 'deployment', 'tuning', 'observability'];
  const handOffs = awsPlan().handOffs.value;
  expect(handOffs.map(({ name }) => name)).toEqual([
    'deployment/endpoint-name/chat',
    'foundation/alarm-topic-arn',
    'foundation/key-arn',
    'foundation/private-subnet-ids',
    'foundation/vpc-id',
    'foundation/workload-security-group-id',
    'integration/artifact-bucket-arn',
    'integration/model-package-group-arn/chat',
    'integration/release-table-name',
    'integration/repository-uri',
    'knowledge/data-source-id/handbook',
    'knowledge/knowledge-base-id/handbook',
  ]);
  for (const { name, producer, consumers } of handOffs) {
    expect(name.startsWith(`${producer}/`)).toBe(true);
    expect(consumers.every((consumer) => order.indexOf(consumer) > order.indexOf(producer))).toBe(true);
  }
});

test.each([
  [{}, ['deployment', 'tuning'], ['integration', 'knowledge', 'deployment', 'tuning']],
  [{ tuning: {} }, ['deployment'], ['integration', 'knowledge', 'deployment']],
  [{ knowledge: {} }, ['deployment', 'tuning'], ['integration', 'deployment', 'tuning']],
  [{ endpoints: {}, tuning: {} }, [], ['integration', 'knowledge']],
])('with %j the network is read by %j and the key by %j', (overrides, network, key) => {
  const consumers = new Map(awsPlan(overrides).handOffs.value.map((handOff) => [handOff.name, handOff.consumers]));
  expect(consumers.get('foundation/vpc-id')).toEqual(network);
  expect(consumers.get('foundation/private-subnet-ids')).toEqual(network);
  expect(consumers.get('foundation/workload-security-group-id')).toEqual(network);
  expect(consumers.get('foundation/key-arn')).toEqual(key);
});

test.each([
  [{}, ['deployment']],
  [{ endpoints: {}, tuning: {} }, []],
])('with %j the alarm topic is read by %j', (overrides, readers) => {
  const topic = awsPlan(overrides).handOffs.value.find(({ name }) => name === 'foundation/alarm-topic-arn');
  expect(topic).toMatchObject({ producer: 'foundation', consumers: readers });
});
