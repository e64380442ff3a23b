import type { JsonObject } from '../../../../../lib/constraints/json';
import { scalableTargetEndpoint } from '../../../../../lib/local/aws/checks/scalable-target-endpoint';
import { testAccount, testRegion } from '../engine';
import { checkInput, existing } from './check-input';

const arn = (kind: string) => `arn:aws:sagemaker:${testRegion}:${testAccount}:${kind}`;
const endpoint = existing(
  'AWS::SageMaker::Endpoint',
  'chat',
  { EndpointConfigName: 'cfg' },
  { arn: arn('endpoint/chat') },
);
const variants: JsonObject = { ProductionVariants: [{ VariantName: 'main' }, { VariantName: 'canary' }, 'broken', {}] };
const config = existing('AWS::SageMaker::EndpointConfig', 'cfg', variants, { arn: arn('endpoint-config/cfg') });
const target = (resourceId: string, more: JsonObject = {}): JsonObject => ({
  ServiceNamespace: 'sagemaker',
  ScalableDimension: 'sagemaker:variant:DesiredInstanceCount',
  ResourceId: resourceId,
  ...more,
});
const check = (properties: JsonObject, around = [endpoint, config]) =>
  scalableTargetEndpoint(checkInput(properties, { existing: around }));

test.each(['endpoint/chat/variant/main', 'endpoint/chat/variant/canary'])('accepts %s', (resourceId) => {
  expect(check(target(resourceId))).toBeUndefined();
});

test('accepts the configuration by ARN, and does not guess the variants of one that does not exist', () => {
  const byArn = { ...endpoint, properties: { EndpointConfigName: arn('endpoint-config/cfg') } };
  expect(check(target('endpoint/chat/variant/main'), [byArn, config])).toBeUndefined();
  expect(check(target('endpoint/chat/variant/other'), [byArn, config])).toContain('names variant other');
  expect(check(target('endpoint/chat/variant/other'), [endpoint])).toBeUndefined();
});

test.each<[string, JsonObject]>([
  ['another service', target('service/x/y', { ServiceNamespace: 'ecs' })],
  ['another dimension', target('x', { ScalableDimension: 'sagemaker:inference-component:DesiredCopyCount' })],
])('does not check %s', (_name, properties) => {
  expect(check(properties)).toBeUndefined();
});

test.each([
  ['chat', 'ResourceId chat is not of the form endpoint/<endpoint name>/variant/<variant name> (#/ResourceId)'],
  [
    'endpoint/chat/variant/main/x',
    'ResourceId endpoint/chat/variant/main/x is not of the form endpoint/<endpoint name>/variant/<variant name> (#/ResourceId)',
  ],
  [
    'endpoint/hat/variant/main',
    `ResourceId endpoint/hat/variant/main names endpoint hat, which does not exist in ${testAccount}/${testRegion} (#/ResourceId)`,
  ],
  [
    'endpoint/chat/variant/other',
    'ResourceId endpoint/chat/variant/other names variant other; endpoint chat has [main, canary] (#/ResourceId)',
  ],
])('fails on %s', (resourceId, reason) => {
  expect(check(target(resourceId))).toBe(reason);
});
