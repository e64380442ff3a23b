import { containerSecretText } from '../../../../../lib/review/rules/kubernetes/container-secret-text';
import { manifestFound, podObject } from '../../../../helpers/manifest-found';

test.each([
  [{ containers: [{ env: [{ name: 'API_KEY', valueFrom: { secretKeyRef: { name: 'a', key: 'b' } } }] }] }, []],
  [{ containers: [{ env: [{ name: 'REGION', value: 'europe' }] }] }, []],
  [
    { containers: [{ env: [{ name: 'API_KEY', value: 'correct-horse' }] }] },
    ['spec.template.spec.containers.0.env.0.value'],
  ],
])('a pod with %j', (changes, expected) => {
  expect(manifestFound(containerSecretText, [podObject(changes)])).toEqual(expected);
});
