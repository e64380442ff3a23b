import { manifestRule } from '../../kubernetes/pod-rule';
import { manifestTypes } from '../../kubernetes/pods';
import { listOf, valueAt } from '../../policy';

/** Set tls with a secret: prompts cross the network in clear text. */
export const ingressPlain = manifestRule(
  {
    code: 'IngressPlain',
    pack: 'production',
    safeguard: 'encryption-in-transit',
    rationale: 'Prompts cross the network in clear text.',
    source: {
      url: 'https://github.com/Azure/azure-policy/blob/master/built-in-policies/policyDefinitions/Kubernetes/IngressHttpsOnly.json',
      asOf: '2026-12-01',
    },
  },
  ({ properties }) =>
    listOf(valueAt(properties.spec, 'tls')).length > 0 ? [] : [{ path: 'spec.tls', message: 'is not set' }],
  manifestTypes(['networking.k8s.io/v1/Ingress']),
);
