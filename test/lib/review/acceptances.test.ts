import type { AcceptSpec } from '../../../lib/platform';
import { expiredFindings, idleAcceptances, withAcceptances } from '../../../lib/review/acceptances';
import type { Review } from '../../../lib/review/report/review';
import { verdictOver } from '../../../lib/review/report/verdict';
import { reviewChange } from '../../../lib/review/review-change';
import { aws, changeFacts, noPrices } from '../../helpers/changes';

const index = aws('AWS::S3Vectors::Index', 'Index', { Dimension: 1024 }, { stateful: true });
const next = { ...index, properties: { Dimension: 512 } };
const side = { findings: [], incomplete: [] };
const review: Review = reviewChange({
  base: { ...side, label: 'a', graph: [index] },
  next: { ...side, label: 'b', graph: [next] },
  facts: changeFacts,
  context: {},
  money: noPrices,
  unverified: [],
});
const accept = (more: Partial<AcceptSpec> = {}): AcceptSpec => ({
  id: 'DataLost',
  address: 'app/Index',
  reason: 'it is filled again from its documents',
  owner: 'ai-platform',
  until: '2026-12-01',
  ...more,
});

test.each<[string, AcceptSpec[], string, string]>([
  ['nothing accepted', [], '2026-12-01', 'blocked'],
  ['accepted on its last day', [accept()], '2026-12-01', 'attention'],
  ['accepted the day before', [accept()], '2026-12-02', 'blocked'],
  ['accepted for another address', [accept({ address: 'app/Other' })], '2026-12-01', 'blocked'],
  ['another concern accepted', [accept({ id: 'Reindex' })], '2026-12-01', 'blocked'],
  ['both accepted', [accept(), accept({ id: 'Reindex' })], '2026-12-01', 'pass'],
])('%s', (_title, given, today, verdict) => {
  expect(verdictOver(withAcceptances(review, given, today))).toBe(verdict);
});

test('an accepted finding is a concern that every report lists', () => {
  const finding = {
    rule: 'IamWildcard',
    severity: 'error',
    environment: 'dev',
    cloud: 'aws',
    address: 'app/Index',
    type: 'x',
    path: '',
    message: 'm',
    fix: 'f',
  } as const;
  const with_ = { ...review, findings: { added: [finding], removed: [], unchanged: 0 } };
  const result = withAcceptances(with_, [accept({ id: 'IamWildcard' })], '2026-12-01');
  expect(result.findings.added).toEqual([]);
  expect(result.concerns).toContainEqual(
    expect.objectContaining({ code: 'IamWildcard', accepted: expect.anything() as object }),
  );
});

test('what is over and what names no resource is idle', () => {
  const given = [accept(), accept({ until: '2026-01-01' }), accept({ address: 'app/Other' })];
  expect(idleAcceptances(given, [[index], [next]], '2026-12-01').map(({ code, index: at }) => `${code} ${at}`)).toEqual(
    ['AcceptanceExpired 1', 'AcceptanceUnused 2'],
  );
});

test('an acceptance for one environment accepts nothing in another', () => {
  const only = accept({ environments: ['prod'] });
  const both = [only, accept({ id: 'Reindex', environments: ['dev'] })];
  expect(verdictOver(withAcceptances(review, [only], '2026-12-01'))).toBe('blocked');
  expect(withAcceptances(review, both, '2026-12-01').concerns.map(({ accepted }) => accepted !== undefined)).toEqual([
    false,
    true,
  ]);
});

test('an acceptance that is over is a finding about its resource, and a concern of every review', () => {
  const over = accept({ until: '2026-11-30' });
  expect(expiredFindings([accept(), over], [index], '2026-12-01')).toEqual([
    expect.objectContaining({
      rule: 'AcceptanceExpired',
      environment: 'dev',
      address: 'app/Index',
      message: 'the acceptance of DataLost by ai-platform ended on 2026-11-30 (accept[1])',
    }),
  ]);
  expect(expiredFindings([over], [], '2026-12-01')).toEqual([]);
  const judged = withAcceptances({ ...review, concerns: [] }, [over], '2026-12-01', [index, next]);
  expect(judged.concerns.map(({ code, level }) => `${code} ${level}`)).toEqual(['AcceptanceExpired warning']);
  expect(verdictOver(judged)).toBe('attention');
});
