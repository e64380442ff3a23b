import { defaultNamespace } from '../../../../../lib/review/rules/kubernetes/default-namespace';
import { manifestFound, podObject } from '../../../../helpers/manifest-found';

const object = (metadata: object) => [{ ...podObject({}), metadata: { name: 'a', ...metadata } }];

test.each([
  [{ namespace: 'llm' }, []],
  [{ namespace: 'default' }, ['metadata.namespace']],
  [{}, ['metadata.namespace']],
])('a pod with %j', (metadata, expected) => {
  expect(manifestFound(defaultNamespace, object(metadata))).toEqual(expected);
});
