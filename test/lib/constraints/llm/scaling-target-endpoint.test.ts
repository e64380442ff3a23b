import type { JsonObject } from '../../../../lib/constraints/json';
import { scalingTargetEndpoint } from '../../../../lib/constraints/llm/scaling-target-endpoint';
import { breaches, cloud, known, template } from './around';

const instances = 'sagemaker:variant:DesiredInstanceCount';
const concurrency = 'sagemaker:variant:DesiredProvisionedConcurrency';
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

test.each<[string, JsonObject, string | undefined]>([
  [instances, { InstanceType: 'ml.g5.xlarge' }, undefined],
  [instances, { ServerlessConfig: { 'Fn::If': ['C', {}, { Ref: 'AWS::NoValue' }] } }, undefined],
  [concurrency, { ServerlessConfig: {} }, undefined],
  [concurrency, {}, undefined],
  [instances, { ServerlessConfig: {} }, `ScalableDimension is ${instances}, and variant main is serverless`],
  [
    concurrency,
    { InstanceType: 'ml.g5.xlarge' },
    `ScalableDimension is ${concurrency}, and variant main has instances`,
  ],
])('the dimension %s of the variant %j', (dimension, variant, refused) => {
  const around = cloud([endpoint, config({ VariantName: 'main', ...variant })]);
  const properties = target('endpoint/chat/variant/main', { ScalableDimension: dimension });
  expect(breaches(scalingTargetEndpoint, properties, around)).toEqual(
    refused === undefined ? [] : [`#/ScalableDimension: ${refused}`],
  );
});
