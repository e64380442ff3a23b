import type { PropertyValue } from '../../../../../lib/graph';
import { apiOpen } from '../../../../../lib/review/rules/application/api-open';
import { judged } from '../../../../helpers/judged';

test.each<[string, Record<string, PropertyValue>, number]>([
  ['an identity', { HttpMethod: 'POST', AuthorizationType: 'AWS_IAM' }, 0],
  ['nothing', { HttpMethod: 'POST', AuthorizationType: 'NONE' }, 1],
  ['nothing said', { HttpMethod: 'POST' }, 1],
  ['a key', { HttpMethod: 'POST', AuthorizationType: 'NONE', ApiKeyRequired: true }, 0],
  ['a question of a browser', { HttpMethod: 'OPTIONS', AuthorizationType: 'NONE' }, 0],
  ['what is not known', { HttpMethod: 'POST', AuthorizationType: { Ref: 'Type' } }, 0],
])('a method with %s', (_name, properties, count) => {
  expect(judged(apiOpen, 'AWS::ApiGateway::Method', properties)).toHaveLength(count);
});

test('reads routes of version 2', () => {
  expect(judged(apiOpen, 'AWS::ApiGatewayV2::Route', { RouteKey: 'POST /chat' })).toHaveLength(1);
  expect(judged(apiOpen, 'AWS::ApiGatewayV2::Route', { RouteKey: 'POST /chat', AuthorizationType: 'JWT' })).toEqual([]);
});
