import { digestOf, placesOf, verdictOver } from '../../../../lib/review/report';
import { change, concern, emptyReview, fullReview } from './example-review';

const accepted = { reason: 'on purpose, the owner agreed', owner: 'team@example.com', until: '2027-01-31' };
const finding = fullReview.findings.added[0];
if (finding === undefined) throw new Error('the example has a finding');

test.each([
  ['nothing', {}, 'pass'],
  ['a change alone', { changes: [change()] }, 'pass'],
  ['a note', { concerns: [concern({ level: 'note' })] }, 'pass'],
  ['a warning', { concerns: [concern()] }, 'attention'],
  ['an accepted warning', { concerns: [concern({ accepted })] }, 'pass'],
  ['a block', { concerns: [concern({ level: 'block' })] }, 'blocked'],
  ['an accepted block', { concerns: [concern({ level: 'block', accepted })] }, 'pass'],
  ['a new finding', { findings: { added: [finding], removed: [], unchanged: 0 } }, 'attention'],
  ['a finding that is gone', { findings: { added: [], removed: [finding], unchanged: 0 } }, 'pass'],
  ['what was not asked', { unverified: ['the account'] }, 'inconclusive'],
  ['a warning, and what was not asked', { concerns: [concern()], unverified: ['the account'] }, 'attention'],
] as const)('%s: the verdict', (_name, fields, verdict) => {
  expect(verdictOver({ ...emptyReview, ...fields })).toBe(verdict);
});

test('each environment and cloud has its own counts', () => {
  expect(placesOf(fullReview)).toMatchObject([
    {
      environment: 'prod',
      cloud: 'aws',
      verdict: 'blocked',
      blocking: 1,
      warnings: 2,
      changes: { replace: 1, update: 1, create: 0 },
      money: { before: 1000, after: 4000, unknown: 0 },
    },
    { cloud: 'azure', verdict: 'inconclusive', blocking: 0, changes: { create: 1 }, money: { unknown: 1 } },
  ]);
});

test('the digest binds to changes and what was accepted, not to lines, words or names', () => {
  const digest = digestOf(fullReview);
  expect(digest).toMatch(/^sha256:[0-9a-f]{64}$/);
  const [first, ...rest] = fullReview.changes;
  if (first === undefined) throw new Error('the example has changes');
  const moved = { ...fullReview, base: 'other', changes: [{ ...first, place: { file: 'x.ts', line: 1 } }, ...rest] };
  expect(digestOf(moved)).toBe(digest);
  const [blocking, ...others] = fullReview.concerns;
  if (blocking === undefined) throw new Error('the example has concerns');
  expect(digestOf({ ...fullReview, concerns: [{ ...blocking, message: 'in other words' }, ...others] })).toBe(digest);
  expect(digestOf({ ...fullReview, concerns: [{ ...blocking, accepted }, ...others] })).not.toBe(digest);
  expect(digestOf({ ...fullReview, changes: [{ ...first, kind: 'update' }, ...rest] })).not.toBe(digest);
});
