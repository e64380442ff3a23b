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
  const pod = podObject({});
  const server = { ...pod, spec: { ...pod.spec, replicas: 2 } };
  expect(manifestFound(disruptionBudgetMissing, [server, ...budgets])).toEqual(expected);
});

test('a single pod needs none, which would keep its node from being drained', () => {
  expect(manifestFound(disruptionBudgetMissing, [podObject({})])).toEqual([]);
});
