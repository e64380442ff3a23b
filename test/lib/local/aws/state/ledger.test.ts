import fc from 'fast-check';
import { Ledger } from '../../../../../lib/local/aws/state/ledger';
import { MemoryStore } from './memory-store';

let store: MemoryStore;
let ledger: Ledger;
beforeEach(async () => {
  store = new MemoryStore();
  ledger = await Ledger.open(store);
});

const bodies = (): readonly string[] => [...store.records.keys()].filter((key) => key.startsWith('b/'));

test('what was flushed is there when the store is opened again, in the order in which it came', async () => {
  const table = ledger.table<{ readonly at: Date }>('things');
  table.set('b', { at: new Date(1) }).set('a', { at: new Date(2) });
  await ledger.flush();
  table.set('c', { at: new Date(3) });
  const again = (await Ledger.open(store)).table<{ readonly at: Date }>('things');
  expect([...again]).toEqual([
    ['b', { at: new Date(1) }],
    ['a', { at: new Date(2) }],
  ]);
});

test('a table is a map, and the store follows it: any sequence of changes', async () => {
  const key = fc.constantFrom('a', 'b', 'c');
  const change = fc.oneof(
    fc.tuple(fc.constant('set'), key, fc.string({ maxLength: 4_000 })),
    fc.tuple(fc.constant('delete'), key, fc.constant('')),
    fc.tuple(fc.constant('clear'), key, fc.constant('')),
    fc.tuple(fc.constant('flush'), key, fc.constant('')),
    fc.tuple(fc.constant('drop'), key, fc.constant('')),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(change, { maxLength: 30 }), async (changes) => {
      const own = new MemoryStore();
      const writer = await Ledger.open(own);
      const plain = new Map<string, string>();
      for (const [what, name, value] of changes) {
        const table = writer.table<{ readonly value: string }>('t', { release: true });
        if (what === 'set') {
          table.set(name, { value });
          plain.set(name, value);
        } else if (what === 'delete') {
          table.delete(name);
          plain.delete(name);
        } else if (what === 'flush') await writer.flush();
        else {
          if (what === 'clear') table.clear();
          else writer.drop('t');
          plain.clear();
        }
        const seen = [...writer.table<{ readonly value: string }>('t', { release: true })];
        expect(seen.map(([id, record]) => [id, record.value])).toEqual([...plain]);
      }
      await writer.flush();
      const read = (await Ledger.open(own)).table<{ readonly value: string }>('t');
      expect([...read].map(([id, { value }]) => [id, value])).toEqual([...plain]);
    }),
    { seed: 20_261_130, numRuns: 100 },
  );
});

test('requests that wait at the same time share a batch, and nothing changed is no batch', async () => {
  const table = ledger.table<number>('n');
  table.set('a', 1);
  const first = ledger.flush();
  table.set('b', 2);
  await Promise.all([first, ledger.flush(), ledger.flush()]);
  expect(store.batches).toBe(1);
  await ledger.flush();
  expect(store.batches).toBe(1);
});

test('a text that several records hold is written once, and removed when nobody has needed it for long', async () => {
  const template = 'x'.repeat(10_000);
  const table = ledger.table<{ readonly template: string } | number>('t');
  table.set('one', { template }).set('two', { template });
  await ledger.flush();
  expect(bodies()).toHaveLength(1);
  table.delete('one');
  table.delete('two');
  await ledger.flush();
  expect(bodies()).toHaveLength(1);
  for (let batch = 0; batch < 300; batch += 1) {
    table.set('n', batch);
    await ledger.flush();
  }
  expect(bodies()).toHaveLength(0);
});

test('a text that nobody needed when the process ended is removed by the next one', async () => {
  const table = ledger.table<{ readonly template: string }>('t');
  table.set('one', { template: 'x'.repeat(10_000) });
  await ledger.flush();
  table.delete('one');
  await ledger.flush();
  const next = await Ledger.open(store);
  next.table('t').set('other', 1);
  await next.flush();
  expect(bodies()).toHaveLength(0);
});

test('a body leaves the memory when it is written, and is the same when it is read', async () => {
  const table = ledger.table<{ readonly body: Buffer }>('objects', { release: true });
  const body = Buffer.alloc(100_000, 3);
  table.set('k', { body });
  await ledger.flush();
  const held = table.get('k');
  expect(Object.getOwnPropertyDescriptor(held, 'body')).toHaveProperty('get');
  expect(held?.body.equals(body)).toBe(true);
});

test('a value that was changed in place is written when it is touched', async () => {
  const table = ledger.table<{ status: string }>('t');
  const value = { status: 'before' };
  table.set('a', value);
  await ledger.flush();
  value.status = 'after';
  table.touch('a');
  await ledger.flush();
  expect((await Ledger.open(store)).table<{ status: string }>('t').get('a')).toEqual({ status: 'after' });
});

test('a batch that cannot be written fails its request and every later one; the store keeps what was acknowledged', async () => {
  const table = ledger.table<number>('n');
  table.set('a', 1);
  await ledger.flush();
  store.fault = new Error('No space left on device');
  table.set('a', 2);
  await expect(ledger.flush()).rejects.toThrow('No space left');
  store.fault = undefined;
  table.set('b', 3);
  await expect(ledger.flush()).rejects.toThrow('No space left');
  expect(ledger.failure).toBeInstanceOf(Error);
  await ledger.close();
  expect([...(await Ledger.open(store)).table<number>('n')]).toEqual([['a', 1]]);
});

describe('fails on a store that does not hold what was written', () => {
  beforeEach(async () => {
    for (let n = 0; n < 5; n += 1) {
      ledger.table<{ readonly text: string }>('t').set(`k${n}`, { text: String(n).repeat(3_000) });
      await ledger.flush();
    }
  });

  test.each<readonly [what: string, key: string, damage: (value: Buffer) => Buffer | undefined]>([
    ['a record changed by one bit', 't/t\u0000k1', (value) => flipped(value)],
    ['an empty record', 't/t\u0000k1', () => Buffer.alloc(0)],
    ['a batch in the middle that was skipped', 'n/00003', () => undefined],
    ['the last batch that was skipped', 'n/00005', () => undefined],
  ])('%s', async (_what, key, damage) => {
    const value = store.records.get(key) ?? Buffer.alloc(0);
    const damaged = damage(value);
    if (damaged === undefined) store.records.delete(key);
    else store.records.set(key, damaged);
    await expect(Ledger.open(store)).rejects.toMatchObject({ code: 'StateDamaged' });
  });

  test('a text that is missing, when it is read', async () => {
    const again = await Ledger.open(store);
    for (const key of bodies()) store.records.delete(key);
    const record = again.table<{ readonly text: string }>('t').get('k2');
    expect(() => record?.text).toThrow('a text or body that a record needs is missing');
  });
});

test('a store that lost everything is damaged, not new', async () => {
  ledger.table<number>('n').set('a', 1);
  await ledger.flush();
  store.records.clear();
  await expect(Ledger.open(store)).rejects.toMatchObject({ code: 'StateDamaged' });
});

function flipped(value: Buffer): Buffer {
  const copy = Buffer.from(value);
  copy[6] = (copy[6] ?? 0) ^ 1;
  return copy;
}
