import { Ledger } from '../../../../../lib/local/aws/state/ledger';
import { MemoryStore } from './memory-store';

const limits = { inMemory: 10, onDisk: 300 };
const numbers = (from: number, to: number): readonly number[] =>
  Array.from({ length: to - from }, (_unused, index) => from + index);

test('in memory the last entries are kept, and the count goes on', () => {
  const history = new Ledger().history<number>('h', limits);
  for (const n of numbers(0, 100)) history.push(n);
  expect(history.length).toBe(100);
  expect(history.slice()).toEqual(numbers(history.first, 100));
  expect(100 - history.first).toBeGreaterThanOrEqual(10);
  expect(100 - history.first).toBeLessThan(20);
  expect(history.last()).toBe(99);
  expect(history.slice(98, 99)).toEqual([98]);
  expect(history.slice(0, 5)).toEqual([]);
});

test('with a store every entry is there, before and after it is written, and after a new start', async () => {
  const store = new MemoryStore();
  const ledger = await Ledger.open(store);
  const history = ledger.history<number>('h', { inMemory: 10 });
  for (const n of numbers(0, 250)) history.push(n);
  expect(history.slice(0, 250)).toEqual(numbers(0, 250));
  await ledger.flush();
  expect(history.slice(95, 205)).toEqual(numbers(95, 205));
  const again = (await Ledger.open(store)).history<number>('h', { inMemory: 10 });
  expect(again.length).toBe(250);
  expect(again.last()).toBe(249);
  again.push(250);
  expect(again.slice(248)).toEqual([248, 249, 250]);
});

test('with a store the oldest entries are dropped beyond the limit of the disk', async () => {
  const store = new MemoryStore();
  const ledger = await Ledger.open(store);
  const history = ledger.history<number>('h', limits);
  for (const n of numbers(0, 1_000)) {
    history.push(n);
    if (n % 7 === 0) await ledger.flush();
  }
  await ledger.flush();
  const written = [...store.records].filter(([key]) => key.startsWith('h/')).map(([, value]) => value);
  const kept = written.map((value) => String(value.subarray(4)).split(',').length).reduce((sum, count) => sum + count);
  // A batch of seven entries is one record, which goes when all of them are dropped.
  expect(written.length).toBeLessThan(kept / 5);
  expect(kept - (1_000 - history.first)).toBeLessThan(7);
  expect(kept).toBeLessThan(500);
  expect(history.slice()).toEqual(numbers(history.first, 1_000));
});

test('a history that rests leaves the memory and nothing else', async () => {
  const ledger = await Ledger.open(new MemoryStore());
  const history = ledger.history<number>('h', limits);
  for (const n of numbers(0, 30)) history.push(n);
  await ledger.flush();
  history.rest();
  expect(history.slice()).toEqual(numbers(0, 30));
  history.push(30);
  expect(history.slice(29)).toEqual([29, 30]);
});

test('a history that is forgotten leaves nothing in the store', async () => {
  const store = new MemoryStore();
  const ledger = await Ledger.open(store);
  const history = ledger.history<number>('h', limits);
  for (const n of numbers(0, 30)) history.push(n);
  await ledger.flush();
  ledger.forget('h');
  await ledger.flush();
  expect([...store.records.keys()].filter((key) => key.startsWith('h/'))).toEqual([]);
  expect((await Ledger.open(store)).history('h', limits).length).toBe(0);
});

test('entries that an earlier kit wrote one by one are read, and are gone on with', async () => {
  const store = new MemoryStore();
  await store.write([
    ...numbers(0, 3).map((n) => ({ key: `h/h\u0000${String(n).padStart(12, '0')}`, value: String(n) })),
    { key: 't/histories\u0000h', value: '[1,{"first":0,"length":3}]' },
    { key: 'n/00001', value: '1' },
  ]);
  const history = (await Ledger.open(store)).history<number>('h', limits);
  history.push(3);
  expect(history.slice()).toEqual([0, 1, 2, 3]);
});

test('entries are read while their batch is written, and those that come meanwhile too', async () => {
  const ledger = await Ledger.open(new MemoryStore());
  const history = ledger.history<number>('h', limits);
  for (const n of numbers(0, 5)) history.push(n);
  history.rest();
  const written = ledger.write();
  await Promise.resolve();
  for (const n of numbers(5, 8)) history.push(n);
  history.rest();
  expect(history.slice()).toEqual(numbers(0, 8));
  await written;
  expect(history.slice()).toEqual(numbers(0, 8));
  await ledger.write();
  expect(history.slice()).toEqual(numbers(0, 8));
});
