import { manifestRule } from '../../kubernetes/pod-rule';
import { containersOf, serverTypes } from '../../kubernetes/pods';

/** Set livenessProbe and readinessProbe: requests go to a container that does not answer. */
export const containerProbes = manifestRule(
  {
    code: 'ContainerProbes',
    pack: 'production',
    safeguard: 'availability',
    rationale: 'Requests go to a container that does not answer.',
    source: {
      url: 'https://github.com/Azure/azure-policy/blob/master/built-in-policies/policyDefinitions/Kubernetes/ContainerEnforceProbes.json',
      asOf: '2026-12-01',
    },
  },
  (node) =>
    containersOf(node, ['containers']).flatMap(({ path, value }) =>
      ['livenessProbe', 'readinessProbe']
        .filter((name) => value[name] === undefined)
        .map((name) => ({ path: `${path}.${name}`, message: 'is not set' })),
    ),
  serverTypes,
);
