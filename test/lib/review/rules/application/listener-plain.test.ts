import type { PropertyValue } from '../../../../../lib/graph';
import { listenerPlain } from '../../../../../lib/review/rules/application/listener-plain';
import { judged } from '../../../../helpers/judged';

const modern = 'ELBSecurityPolicy-TLS13-1-2-2021-06';

test.each<[string, Record<string, PropertyValue>, number]>([
  ['TLS', { Protocol: 'HTTPS', SslPolicy: modern }, 0],
  ['HTTP', { Protocol: 'HTTP' }, 1],
  [
    'HTTP that redirects',
    { Protocol: 'HTTP', DefaultActions: [{ Type: 'redirect', RedirectConfig: { Protocol: 'HTTPS' } }] },
    0,
  ],
  ['old TLS', { Protocol: 'HTTPS', SslPolicy: 'ELBSecurityPolicy-2016-08' }, 1],
  ['the default of TLS', { Protocol: 'HTTPS' }, 1],
  ['a policy that is not known', { Protocol: 'HTTPS', SslPolicy: { Ref: 'Policy' } }, 0],
  ['a protocol that is not known', { Protocol: { Ref: 'Protocol' } }, 0],
])('a listener with %s', (_name, properties, count) => {
  expect(judged(listenerPlain, 'AWS::ElasticLoadBalancingV2::Listener', properties)).toHaveLength(count);
});
