import { disruptionBudgetMissing } from '../../../../../lib/review/rules/kubernetes/disruption-budget-missing';
import { manifestFound, podObject } from '../../../../helpers/manifest-found';

const budget = (app: string, minAvailable: number) => ({
  apiVersion: 'policy/v1',
  kind: 'PodDisruptionBudget',
  metadata: { name: 'b' },
  spec: { minAvailable, selector: { matchLabels: { app } } },
});

test.each([
  [[budget('chat', 1)], []],
  [[budget('other', 1)], ['']],
  [[], ['']],
  [[budget('chat', 0)], ['spec.minAvailable']],
])('with %j', (budgets, expected) => {
  expect(manifestFound(disruptionBudgetMissing, [podObject({}), ...budgets])).toEqual(expected);
});
