import { manifestRule } from '../../kubernetes/pod-rule';
import { valueAt } from '../../policy';

/** Set metadata.namespace: rights and network policies cannot tell it from others. */
export const defaultNamespace = manifestRule(
  {
    code: 'DefaultNamespace',
    pack: 'production',
    safeguard: 'boundary',
    rationale: 'Rights and network policies cannot tell it from others.',
    source: {
      url: 'https://github.com/Azure/azure-policy/blob/master/built-in-policies/policyDefinitions/Kubernetes/BlockDefaultNamespace.json',
      asOf: '2026-12-01',
    },
  },
  ({ properties }) => {
    const namespace = valueAt(properties.metadata, 'namespace');
    return namespace === undefined || namespace === 'default'
      ? [{ path: 'metadata.namespace', message: 'is default' }]
      : [];
  },
);
