import { knownAt, placesAt } from '../../known';
import { isList } from '../../policy';
import { fixOf } from '../../property-rule';
import type { Rule } from '../../rule';

/** Set access_logs.s3.enabled, deletion_protection.enabled and routing.http.drop_invalid_header_fields.enabled to true: nobody can see who called the model, and a mistake removes its address. */
export const loadBalancerSettings: Rule = {
  code: 'LoadBalancerSettings',
  family: 'application',
  pack: 'production',
  safeguard: 'logging',
  securityHub: ['ELB.4', 'ELB.5', 'ELB.6'],
  rationale: 'Nobody can see who called the model, and a mistake removes its address.',
  source: { url: 'https://docs.aws.amazon.com/securityhub/latest/userguide/elb-controls.html', asOf: '2026-11-30' },
  types: ['AWS::ElasticLoadBalancingV2::LoadBalancer'],
  check: ({ properties }) => {
    const application = properties.Type === undefined || properties.Type === 'application';
    const attributes = knownAt(properties, 'LoadBalancerAttributes');
    if (attributes !== undefined && !isList(attributes)) return [];
    const wanted = [
      'access_logs.s3.enabled',
      'deletion_protection.enabled',
      ...(application ? ['routing.http.drop_invalid_header_fields.enabled'] : []),
    ];
    return wanted
      .filter(
        (key) =>
          !placesAt(properties, 'LoadBalancerAttributes.*').some(
            ({ path, values: [one] }) =>
              typeof one !== 'object' ||
              (knownAt(properties, `${path}.Key`) === key &&
                !/^"?false"?$/i.test(JSON.stringify(knownAt(properties, `${path}.Value`)))),
          ),
      )
      .map((key) => ({
        path: 'LoadBalancerAttributes',
        message: `${key} is not true`,
        fix: fixOf('LoadBalancerSettings'),
      }));
  },
};
