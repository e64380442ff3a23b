import { manifestRule } from '../../kubernetes/pod-rule';
import { manifestTypes } from '../../kubernetes/pods';
import { isMap, valueAt } from '../../policy';

/** Add the annotation for an internal load balancer, or loadBalancerSourceRanges: anybody on the internet reaches the model. */
export const publicLoadBalancer = manifestRule(
  {
    code: 'PublicLoadBalancer',
    pack: 'baseline',
    safeguard: 'boundary',
    rationale: 'Anybody on the internet reaches the model.',
    source: { url: 'https://learn.microsoft.com/azure/aks/internal-lb', asOf: '2026-12-01' },
  },
  ({ properties }) => {
    const spec = properties.spec;
    if (valueAt(spec, 'type') !== 'LoadBalancer' || valueAt(spec, 'loadBalancerSourceRanges') !== undefined) return [];
    const annotations = valueAt(properties.metadata, 'annotations');
    const isInternal = Object.entries(isMap(annotations) ? annotations : {}).some(
      ([name, value]) =>
        (/-load-balancer-internal$/.test(name) && value !== 'false') ||
        (/load-balancer-scheme$|load-balancer-type$/.test(name) &&
          typeof value === 'string' &&
          /internal/i.test(value)),
    );
    return isInternal ? [] : [{ path: 'spec.type', message: 'is a public load balancer' }];
  },
  manifestTypes(['v1/Service']),
);
