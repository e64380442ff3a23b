import { appendFileSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { verified } from '../../../../../lib/local/aws/state/checksum';
import { JournaledStore } from '../../../../../lib/local/aws/state/journaled-store';
import { MemoryStore } from './memory-store';

let folder: string;
let file: string;
let records: MemoryStore;
const opened: JournaledStore[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'llmops-journal-'));
  file = join(folder, 'journal');
  records = new MemoryStore();
});
afterEach(async () => {
  for (const store of opened.splice(0)) await store.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The store as a process finds it that starts on what another one left. */
function open(): JournaledStore {
  const store = new JournaledStore(records, file, folder);
  opened.push(store);
  return store;
}

const put = (key: string, text: string): { readonly key: string; readonly value: Buffer } => ({
  key,
  value: Buffer.from(text),
});

const textOf = (value: Buffer | undefined): string => verified(value ?? Buffer.alloc(0))?.toString() ?? 'damaged';

async function content(store: JournaledStore): Promise<object> {
  const found: Record<string, string> = {};
  for await (const [key, value] of store.range('a', 'z')) found[key] = textOf(value);
  const keys: string[] = [];
  for await (const key of store.keys('a', 'z')) keys.push(key);
  expect(keys.sort()).toEqual(Object.keys(found).sort());
  for (const key of keys) expect(textOf(store.read(key))).toBe(found[key]);
  return found;
}

test('batches of another process are there: changed, removed and empty values', async () => {
  await records.write([put('a', 'old'), put('b', 'removed'), put('c', 'kept')]);
  const first = open();
  await first.write([put('a', 'new'), { key: 'b', value: undefined }, put('ä', '')]);
  await first.write([put('d', 'ü')]);
  expect(await content(first)).toEqual({ a: 'new', c: 'kept', d: 'ü' });
  expect(textOf(records.records.get('a'))).toBe('old');
  const next = open();
  expect(await content(next)).toEqual({ a: 'new', c: 'kept', d: 'ü' });
  expect(next.read('b')).toBeUndefined();
  expect(textOf(next.read('ä'))).toBe('');
});

test('a batch that is cut off is left out, and the next one is written in its place', async () => {
  const first = open();
  await first.write([put('a', '1')]);
  const whole = readFileSync(file);
  appendFileSync(file, whole.subarray(0, whole.length - 1));
  const second = open();
  expect(await content(second)).toEqual({ a: '1' });
  await second.write([put('b', '2')]);
  expect(await content(open())).toEqual({ a: '1', b: '2' });
});

test('a long journal goes to the records with the last value of each', async () => {
  const store = open();
  for (let n = 0; n < 20; n += 1) await store.write([put('k', `${n}`), put(`k${n % 3}`, 'x'.repeat(40_000))]);
  expect(records.records.has('k')).toBe(true);
  expect(statSync(file).size).toBeLessThan(262_145);
  expect(textOf(store.read('k'))).toBe('19');
  expect(textOf(open().read('k'))).toBe('19');
});

test('many small batches go to the records, too', async () => {
  const store = open();
  for (let n = 0; n < 1_025; n += 1) await store.write([put('k', `${n}`)]);
  expect(textOf(records.records.get('k'))).toBe('1023');
  expect(textOf(store.read('k'))).toBe('1024');
});

test('a large batch goes to the records, after everything before it', async () => {
  const store = open();
  await store.write([put('a', 'old'), put('b', 'kept')]);
  await store.write([put('a', 'x'.repeat(300_000))]);
  expect(statSync(file).size).toBe(0);
  expect(textOf(records.records.get('b'))).toBe('kept');
  expect(textOf(open().read('a'))).toHaveLength(300_000);
});

test('a process that ends before the journal is emptied changes nothing by writing it again', async () => {
  const store = open();
  await store.write([put('a', '1')]);
  await store.write([put('a', '2')]);
  await records.write([put('a', '2')]);
  expect(await content(open())).toEqual({ a: '2' });
});
