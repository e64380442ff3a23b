import { podToken } from '../../../../../lib/review/rules/kubernetes/pod-token';
import { manifestFound, podObject } from '../../../../helpers/manifest-found';

test.each([
  [{ automountServiceAccountToken: false }, []],
  [{ automountServiceAccountToken: true }, ['spec.template.spec.automountServiceAccountToken']],
  [{ containers: [] }, ['spec.template.spec.automountServiceAccountToken']],
])('a pod with %j', (changes, expected) => {
  expect(manifestFound(podToken, [podObject(changes)])).toEqual(expected);
});

test('an account is judged too', () => {
  const account = { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: 'a' } };
  expect(manifestFound(podToken, [account])).toEqual(['automountServiceAccountToken']);
  expect(manifestFound(podToken, [{ ...account, automountServiceAccountToken: false }])).toEqual([]);
});
