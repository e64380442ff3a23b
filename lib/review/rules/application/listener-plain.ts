import { knownAt, placesAt } from '../../known';
import { fixOf } from '../../property-rule';
import type { Rule } from '../../rule';

/** Set Protocol to HTTPS and SslPolicy to ELBSecurityPolicy-TLS13-1-2-2021-06, or redirect to HTTPS: prompts cross the network in clear text. */
export const listenerPlain: Rule = {
  code: 'ListenerPlain',
  family: 'application',
  pack: 'production',
  safeguard: 'encryption-in-transit',
  securityHub: ['ELB.1', 'ELB.17'],
  rationale: 'Prompts cross the network in clear text.',
  source: { url: 'https://docs.aws.amazon.com/securityhub/latest/userguide/elb-controls.html', asOf: '2026-11-30' },
  types: ['AWS::ElasticLoadBalancingV2::Listener'],
  check: ({ properties }) => {
    const fix = fixOf('ListenerPlain');
    const protocol = knownAt(properties, 'Protocol');
    const policy = knownAt(properties, 'SslPolicy');
    const redirects = placesAt(properties, 'DefaultActions.*.RedirectConfig.Protocol').some(
      ({ values: [one] }) => one === 'HTTPS',
    );
    if ((protocol === 'HTTP' || protocol === 'TCP') && !redirects)
      return [{ path: 'Protocol', message: `takes ${protocol}`, fix }];
    if (protocol !== 'HTTPS' && protocol !== 'TLS') return [];
    if (policy === undefined || (typeof policy === 'string' && !/-TLS13-1-[23]-|-TLS-1-2-/.test(policy))) {
      return [{ path: 'SslPolicy', message: 'takes old versions of TLS', fix }];
    }
    return [];
  },
};
