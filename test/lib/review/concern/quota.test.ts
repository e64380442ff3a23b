import type { EnvironmentPlan } from '../../../../lib/plan';
import type { ConcernContext } from '../../../../lib/review/concern/concern';
import { quota } from '../../../../lib/review/concern/quota';
import { concernsBetween } from '../../../helpers/concerns';

const name = 'ml.g6e.2xlarge for endpoint usage L-0000ABCD';

/** As much of a plan as the family reads. */
function planOf(...needed: readonly number[]): EnvironmentPlan {
  const endpoints = Object.fromEntries(
    needed.map((count, i) => [`e${i}`, { quota: { value: { name, needed: count, unit: 'instances' }, because: [] } }]),
  );
  return { environment: 'dev', aws: { deployment: { endpoints } } } as unknown as EnvironmentPlan;
}

function said(
  before: readonly EnvironmentPlan[],
  after: readonly EnvironmentPlan[],
  limit?: number,
): readonly string[] {
  const context: ConcernContext = { plans: { before, after }, quotaLimit: () => limit };
  return concernsBetween(quota, [], [], context).map(({ code, level, before: was, after: is, message }) =>
    [level, code, was, is, message.split('; ')[1]].join(' | '),
  );
}

test('needs are added up and compared with the quota that is known', () => {
  expect(said([planOf(2)], [planOf(2, 3)], 4)).toEqual([
    'warning | QuotaExceeded | 2 instances | 5 instances | the account has 4',
  ]);
  expect(said([planOf(2)], [planOf(4)], 4)).toEqual([
    'note | QuotaNeedChanged | 2 instances | 4 instances | the account has 4',
  ]);
});

test('an unknown quota is said to be unknown, and a new environment needs all of it', () => {
  expect(said([], [planOf(1)])).toEqual([
    'note | QuotaNeedChanged | 0 instances | 1 instances | unknown: the config does not say what the account has',
  ]);
});

test('without a change or without plans nothing is said', () => {
  expect(said([planOf(2)], [planOf(1, 1)], 1)).toEqual([]);
  expect(concernsBetween(quota, [], [])).toEqual([]);
});
