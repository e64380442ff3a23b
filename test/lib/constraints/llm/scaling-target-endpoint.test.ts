import type { JsonObject } from '../../../../lib/constraints/json';
import { scalingTargetEndpoint } from '../../../../lib/constraints/llm/scaling-target-endpoint';
import { breaches, cloud, known, template } from './around';

const endpoint = known('AWS::SageMaker::Endpoint', 'E', { EndpointConfigName: { Ref: 'C' } }, 'chat');
const config = (...variants: JsonObject[]) =>
  known('AWS::SageMaker::EndpointConfig', 'C', { ProductionVariants: variants }, 'cfg');
const two = config({ VariantName: 'main' }, { VariantName: 'canary' });
const target = (resourceId: string | JsonObject, more: JsonObject = {}): JsonObject => ({
  ServiceNamespace: 'sagemaker',
  ScalableDimension: 'sagemaker:variant:DesiredInstanceCount',
  ResourceId: resourceId,
  ...more,
});
const form = 'is not of the form endpoint/<endpoint name>/variant/<variant name>';

test.each<[string, JsonObject, readonly string[]]>([
  ['a variant', target('endpoint/chat/variant/main'), []],
  ['another variant', target('endpoint/chat/variant/canary'), []],
  ['an unknown id', target({ 'Fn::Sub': 'endpoint/${E}/variant/main' }), []],
  ['another dimension', target('x', { ScalableDimension: 'sagemaker:inference-component:DesiredCopyCount' }), []],
  ['a bare name', target('chat'), [`#/ResourceId: ResourceId chat ${form}`]],
  [
    'too much',
    target('endpoint/chat/variant/main/x'),
    [`#/ResourceId: ResourceId endpoint/chat/variant/main/x ${form}`],
  ],
  [
    'an endpoint that does not exist',
    target('endpoint/hat/variant/main'),
    ['#/ResourceId: ResourceId endpoint/hat/variant/main names endpoint hat, which does not exist'],
  ],
  [
    'a variant that the endpoint lacks',
    target('endpoint/chat/variant/other'),
    ['#/ResourceId: ResourceId endpoint/chat/variant/other names variant other; endpoint chat has [main, canary]'],
  ],
])('a target on %s', (_name, properties, expected) => {
  expect(breaches(scalingTargetEndpoint, properties, cloud([endpoint, two]))).toEqual(expected);
});

test('variants that are not known are not guessed', () => {
  const other = target('endpoint/chat/variant/other');
  expect(breaches(scalingTargetEndpoint, other, template(endpoint))).toEqual([]);
  expect(breaches(scalingTargetEndpoint, other, template(endpoint, config({ VariantName: { Ref: 'Name' } })))).toEqual(
    [],
  );
  expect(breaches(scalingTargetEndpoint, other, template())).toEqual([]);
  expect(breaches(scalingTargetEndpoint, other, template(endpoint, two))).toHaveLength(1);
});
