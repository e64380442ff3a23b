import { networkPolicyMissing } from '../../../../../lib/review/rules/kubernetes/network-policy-missing';
import { manifestFound, podObject } from '../../../../helpers/manifest-found';

const policy = (policyTypes: readonly string[], namespace = 'llm', podSelector = {}) => ({
  apiVersion: 'networking.k8s.io/v1',
  kind: 'NetworkPolicy',
  metadata: { name: 'deny', namespace },
  spec: { podSelector, policyTypes },
});
const pods = { ...podObject({}), metadata: { name: 'a', namespace: 'llm' } };

test.each([
  [[policy(['Ingress', 'Egress'])], 0],
  [[policy(['Ingress'])], 1],
  [[policy(['Ingress', 'Egress'], 'other')], 1],
  [[policy(['Ingress', 'Egress'], 'llm', { matchLabels: { app: 'a' } })], 1],
  [[], 1],
])('%j leaves %s findings', (policies, expected) => {
  expect(manifestFound(networkPolicyMissing, [pods, ...policies])).toHaveLength(expected);
});
