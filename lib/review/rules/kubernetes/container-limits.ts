import { manifestRule } from '../../kubernetes/pod-rule';
import { containersOf } from '../../kubernetes/pods';
import type { JsonMap } from '../../policy';
import { valueAt } from '../../policy';

/** Set resources.limits.memory and resources.requests: one container takes the memory of all others on its node. */
export const containerLimits = manifestRule(
  {
    code: 'ContainerLimits',
    pack: 'production',
    safeguard: 'consumption',
    rationale: 'One container takes the memory of all others on its node.',
    source: {
      url: 'https://github.com/kubernetes/website/blob/main/content/en/docs/concepts/security/application-security-checklist.md',
      asOf: '2026-12-01',
    },
  },
  (node) =>
    containersOf(node, ['containers']).flatMap(({ path, value }) =>
      wanted
        .filter(([list, name]) => valueAt(value.resources, list, name) === undefined && !isDefaulted(value, list, name))
        .map(([list, name]) => ({ path: `${path}.resources.${list}.${name}`, message: 'is not set' })),
    ),
);

/** A request that is left out is that of the limit. */
function isDefaulted(container: JsonMap, list: string, name: string): boolean {
  return list === 'requests' && valueAt(container.resources, 'limits', name) !== undefined;
}

const wanted = [
  ['limits', 'memory'],
  ['requests', 'cpu'],
  ['requests', 'memory'],
] as const;
