import { accountOf, collectionUnits, kendraIndex, searchUnits } from '../../../../lib/review/money/capacity';

test('a collection has half a unit for each task at least, twice with standby replicas', () => {
  expect(collectionUnits('DISABLED')).toMatchObject({ instances: [{ instanceType: 'OCU', count: 1 }] });
  expect(collectionUnits(undefined)).toMatchObject({ instances: [{ instanceType: 'OCU', count: 2 }] });
});

test('an index without an edition is of the enterprise edition, which the service takes', () => {
  expect(kendraIndex(undefined)).toMatchObject({ instances: [{ instanceType: 'ENTERPRISE_EDITION', count: 1 }] });
});

test('search units are replicas times partitions, and the free tier costs nothing', () => {
  expect(searchUnits('basic', 3, undefined)).toMatchObject({ instances: [{ instanceType: 'basic', count: 3 }] });
  expect(searchUnits('free', 1, 1)).toEqual({ kind: 'included' });
  expect(searchUnits('basic', { Ref: 'Replicas' }, 1)).toMatchObject({ kind: 'unknown' });
});

test.each([
  ['OpenAI', 'included'],
  ['AIServices', 'included'],
  ['TextTranslation', 'use'],
  ['FormRecognizer', 'use'],
  ['SpeechServices', 'unknown'],
])('an account of the kind %s is %s', (kind, billing) => {
  expect(accountOf(kind).kind).toBe(billing);
});
