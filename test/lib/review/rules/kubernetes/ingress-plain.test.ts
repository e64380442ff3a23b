import { ingressPlain } from '../../../../../lib/review/rules/kubernetes/ingress-plain';
import { manifestFound } from '../../../../helpers/manifest-found';

const ingress = (spec: object) => [
  { apiVersion: 'networking.k8s.io/v1', kind: 'Ingress', metadata: { name: 'a' }, spec },
];

test('an ingress without TLS is found, and one with it is not', () => {
  expect(manifestFound(ingressPlain, ingress({}))).toEqual(['spec.tls']);
  expect(manifestFound(ingressPlain, ingress({ tls: [{ secretName: 's' }] }))).toEqual([]);
});
