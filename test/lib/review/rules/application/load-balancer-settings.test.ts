import type { PropertyValue } from '../../../../../lib/graph';
import { loadBalancerSettings } from '../../../../../lib/review/rules/application/load-balancer-settings';
import { judged } from '../../../../helpers/judged';

const attributes = (logs: PropertyValue = 'true') => ({
  LoadBalancerAttributes: [
    { Key: 'access_logs.s3.enabled', Value: logs },
    { Key: 'deletion_protection.enabled', Value: 'true' },
    { Key: 'routing.http.drop_invalid_header_fields.enabled', Value: 'true' },
  ],
});

test.each<[string, Record<string, PropertyValue>, number]>([
  ['every setting', attributes(), 0],
  ['no access log', attributes('false'), 1],
  ['no setting', {}, 3],
  ['no setting of HTTP, and is one of TCP', { Type: 'network' }, 2],
  ['a value that is not known', attributes({ Ref: 'Logs' }), 0],
  ['settings that are not known', { LoadBalancerAttributes: { Ref: 'Attributes' } }, 0],
])('a load balancer with %s', (_name, properties, count) => {
  expect(judged(loadBalancerSettings, 'AWS::ElasticLoadBalancingV2::LoadBalancer', properties)).toHaveLength(count);
});
