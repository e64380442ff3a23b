import type { DestroyEvent, DestroyPorts, Journal, RemovalState, UnitEnd } from '../../../lib/deploy';
import { destroy, duration, emptyJournal, removalOrder, staysOf, withDone } from '../../../lib/deploy';
import { owner, units } from './fake-ports';

const all = units();
const deletable = removalOrder(all).map(({ id }) => id);
const link: UnitEnd = {
  ok: false,
  events: [{ resource: 'agents', reason: 'in use by /x/serviceAssociationLinks/l' }],
  tail: '',
};
const minute = 60_000;

/** A cloud that deletes; a clock that a sleep moves. */
class FakeClouds {
  readonly states = new Map<string, RemovalState>(all.map(({ id }) => [id, { kind: 'there' }]));
  readonly faults = new Map<string, UnitEnd[]>();
  readonly removed: string[] = [];
  readonly events: DestroyEvent[] = [];
  journal: Journal = all.reduce<Journal>(
    (j, { id }) => withDone(j, id, { plan: 'p', at: 'x', seen: '' }),
    emptyJournal(owner),
  );
  stopped = false;
  stopAt = Number.POSITIVE_INFINITY;
  time = Date.parse('2026-11-30T00:00:00Z');

  ports(): DestroyPorts {
    return {
      state: ({ id }) => Promise.resolve(this.states.get(id) ?? { kind: 'absent' }),
      remove: ({ id }) => {
        this.removed.push(id);
        const fault = this.faults.get(id)?.shift();
        if (fault !== undefined) return Promise.resolve(fault);
        this.states.set(id, { kind: 'absent' });
        return Promise.resolve({ ok: true, changed: true });
      },
      save: (journal) => {
        this.journal = journal;
      },
      interrupted: () => this.stopped || this.time >= this.stopAt,
      clock: () => this.time,
      sleep: (milliseconds) => {
        this.time += milliseconds;
        return Promise.resolve();
      },
      tell: (event) => {
        this.events.push(event);
      },
    };
  }
}

const run = (clouds: FakeClouds) => destroy({ units: all, journal: clouds.journal }, clouds.ports());
const kindsOf = async (clouds: FakeClouds) =>
  Object.fromEntries((await run(clouds)).map(({ unit, outcome }) => [unit.id, outcome.kind]));

test('the last one deployed goes first on each cloud, and the journal is empty at the end', async () => {
  const clouds = new FakeClouds();
  const outcomes = await run(clouds);
  expect(outcomes.every(({ outcome }) => outcome.kind === 'deleted')).toBe(true);
  for (const cloud of ['aws', 'azure'])
    expect(clouds.removed.filter((id) => id.startsWith(cloud))).toEqual(deletable.filter((id) => id.startsWith(cloud)));
  for (const id of deletable) expect(clouds.journal.units[id]).toBeUndefined();
});

test.each(deletable)('a failure of %s keeps what it needs, and the next run goes on', async (id) => {
  const clouds = new FakeClouds();
  clouds.faults.set(id, [
    { ok: false, events: [{ resource: 'r', reason: 'The bucket you tried to delete is not empty' }], tail: '' },
  ]);
  const first = await run(clouds);
  const unit = all.find((one) => one.id === id);
  expect(first.find((one) => one.unit.id === id)?.outcome).toMatchObject({
    kind: 'failed',
    cause: { code: 'BucketNotEmpty' },
  });
  for (const need of unit?.needs ?? []) if (deletable.includes(need)) expect(clouds.removed).not.toContain(need);
  const before = clouds.removed.filter((one) => one !== id);
  clouds.removed.length = 0;
  const again = await kindsOf(clouds);
  expect(Object.values(again).every((kind) => kind === 'deleted' || kind === 'absent')).toBe(true);
  for (const one of before) expect(clouds.removed).not.toContain(one);
});

test('what is protected stays with everything that it needs', async () => {
  const clouds = new FakeClouds();
  clouds.states.set('aws/deployment', { kind: 'held', why: 'termination protection', command: 'aws …' });
  const ends = await kindsOf(clouds);
  expect(ends).toMatchObject({ 'aws/observability': 'deleted', 'aws/deployment': 'held', 'aws/knowledge': 'deleted' });
  expect(ends).toMatchObject({
    'aws/integration': 'waiting',
    'aws/foundation': 'waiting',
    'azure/deployment': 'deleted',
  });
});

test('a hidden link is waited for, with the time that has passed and the longest that is left', async () => {
  const clouds = new FakeClouds();
  clouds.faults.set('azure/initialization', [link, link]);
  expect((await kindsOf(clouds))['azure/initialization']).toBe('deleted');
  const waits = clouds.events.flatMap((event) =>
    event.kind === 'waits' ? [[event.elapsed / minute, event.left / minute]] : [],
  );
  expect(waits.slice(0, 2)).toEqual([
    [0, 2880],
    [1, 2879],
  ]);
  expect(waits).toHaveLength(10);
  expect(clouds.journal.waits).toEqual({});
});

test('a wait that was interrupted goes on where it stopped', async () => {
  const clouds = new FakeClouds();
  clouds.faults.set('azure/initialization', [link, link, link]);
  clouds.stopAt = clouds.time + 3 * minute;
  expect((await kindsOf(clouds))['azure/initialization']).toBe('interrupted');
  clouds.stopAt = Number.POSITIVE_INFINITY;
  clouds.events.length = 0;
  clouds.time += 60 * minute;
  expect((await kindsOf(clouds))['azure/initialization']).toBe('deleted');
  const [first] = clouds.events.filter((event) => event.kind === 'waits');
  expect(first).toMatchObject({ elapsed: 63 * minute });
});

test('waiting ends with the longest time that is known', async () => {
  const clouds = new FakeClouds();
  clouds.faults.set(
    'azure/initialization',
    Array.from({ length: 1000 }, () => link),
  );
  const end = (await run(clouds)).find(({ unit }) => unit.id === 'azure/initialization');
  expect(end?.outcome).toMatchObject({ kind: 'failed', cause: { code: 'HeldByServiceLink' } });
  expect(clouds.removed.filter((id) => id === 'azure/initialization').length).toBe(577);
});

test('an interrupt between two units ends both clouds', async () => {
  const clouds = new FakeClouds();
  clouds.stopped = true;
  expect(new Set(Object.values(await kindsOf(clouds)))).toEqual(new Set(['interrupted']));
  expect(clouds.removed).toEqual([]);
});

test('what stays has a reason, a time and a command where there is one', () => {
  const id = '/subscriptions/s/resourceGroups/dev/providers/Microsoft.CognitiveServices/accounts/openai';
  const stays = staysOf(
    [
      { type: 'AWS::S3::Bucket', name: 'weights', retained: true },
      { type: 'AWS::S3::Bucket', name: 'other', retained: false },
      { type: 'azure-native:keyvault:Vault', name: '/x/vaults/v', retained: false, keptDays: 7 },
      { type: 'azure-native:cognitiveservices:Account', name: id, retained: false },
      { type: 'azure-native:cognitiveservices:Deployment', name: `${id}/deployments/gpt`, retained: true },
    ],
    'swedencentral',
  );
  expect(stays.map(({ resource, why, command }) => [resource, why, command])).toEqual([
    ['weights', 'the stack retains it: it holds data', 'aws s3 rb s3://weights --force'],
    ['/x/vaults/v', 'the service keeps the name of the vault, with purge protection for 7 days', undefined],
    [
      id,
      'the service keeps the name of the account and the quota of its deployments for at most 48 hours',
      'az cognitiveservices account purge --name openai --resource-group dev --location swedencentral',
    ],
  ]);
});

test.each([
  [48, '48 hours'],
  [168, '7 days'],
  [30, '30 hours'],
])('%s hours are %s', (hours, text) => {
  expect(duration(hours)).toBe(text);
});
