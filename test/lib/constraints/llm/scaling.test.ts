import type { Json, JsonObject } from '../../../../lib/constraints/json';
import {
  scalingDimension,
  scalingPolicy,
  scalingPolicyTarget,
  scalingRange,
  scalingResource,
} from '../../../../lib/constraints/llm/scaling';
import { breaches, breachesOf, cloud, known, template } from './around';

const unknown = { Ref: 'Unknown' };
const instances = 'sagemaker:variant:DesiredInstanceCount';
const copies = 'sagemaker:inference-component:DesiredCopyCount';

test.each<[Json, Json, boolean]>([
  [1, 1, false],
  [0, 4, false],
  [3, '2', true],
  [unknown, 2, false],
])('capacity from %j to %j', (MinCapacity, MaxCapacity, refused) => {
  const expected = refused ? ['#/MinCapacity: MinCapacity 3 is above MaxCapacity 2'] : [];
  expect(breaches(scalingRange, { MinCapacity, MaxCapacity })).toEqual(expected);
  const scheduled = { ScheduledActions: [{}, { ScalableTargetAction: { MinCapacity, MaxCapacity } }] };
  expect(breaches(scalingRange, scheduled)).toEqual(
    expected.map((text) => text.replace('#', '#/ScheduledActions/1/ScalableTargetAction')),
  );
});

test.each<[Json, Json, boolean]>([
  ['sagemaker', instances, false],
  ['ecs', 'ecs:service:DesiredCount', false],
  [unknown, instances, false],
  ['sagemaker', unknown, false],
  ['ecs', instances, true],
])('the dimension of %j %j', (ServiceNamespace, ScalableDimension, refused) => {
  expect(breaches(scalingDimension, { ServiceNamespace, ScalableDimension })).toEqual(
    refused ? [`#/ScalableDimension: ScalableDimension ${instances} is not of the service ecs`] : [],
  );
});

test.each<[string, Json, string | undefined]>([
  [copies, 'inference-component/chat', undefined],
  [copies, { 'Fn::Sub': 'inference-component/${Name}' }, undefined],
  [copies, unknown, undefined],
  ['ecs:service:DesiredCount', 'x', undefined],
  [copies, 'chat', 'ResourceId chat is not of the form inference-component/<inference component name>'],
  [
    copies,
    'inference-component/other',
    'ResourceId inference-component/other names inference component other, which does not exist',
  ],
])('a target of %s on %j', (ScalableDimension, ResourceId, refused) => {
  const around = cloud([known('AWS::SageMaker::InferenceComponent', 'I', {}, 'chat')]);
  expect(breaches(scalingResource, { ScalableDimension, ResourceId }, around)).toEqual(
    refused === undefined ? [] : [`#/ResourceId: ${refused}`],
  );
});

test('a policy of a variant names it in the form of its dimension, which is the rule of its own for a target', () => {
  const properties = { ScalableDimension: instances, ResourceId: 'chat' };
  const policy = 'AWS::ApplicationAutoScaling::ScalingPolicy';
  expect(breachesOf(scalingResource, policy, properties)).toEqual([
    '#/ResourceId: ResourceId chat is not of the form endpoint/<endpoint name>/variant/<variant name>',
  ]);
  expect(breaches(scalingResource, properties)).toEqual([]);
});

const tracking = (more: JsonObject, other: JsonObject = {}): JsonObject => ({
  PolicyType: 'TargetTrackingScaling',
  TargetTrackingScalingPolicyConfiguration: { TargetValue: 5, ...more },
  ...other,
});
const metric = (PredefinedMetricType: string): JsonObject => ({
  PredefinedMetricSpecification: { PredefinedMetricType },
});
const place = '#/TargetTrackingScalingPolicyConfiguration';
test.each<[string, JsonObject, string | undefined]>([
  [
    'a metric of its dimension',
    tracking(metric('SageMakerVariantInvocationsPerInstance'), { ScalableDimension: instances }),
    undefined,
  ],
  [
    'a metric of the dimension of its target',
    tracking(metric('SageMakerInferenceComponentInvocationsPerCopy'), { ScalingTargetId: { Ref: 'T' } }),
    undefined,
  ],
  [
    'a metric and an unknown target',
    tracking(metric('SageMakerVariantInvocationsPerInstance'), { ScalingTargetId: unknown }),
    undefined,
  ],
  ['a metric of its own', tracking({ CustomizedMetricSpecification: {} }), undefined],
  ['an unknown configuration', { PolicyType: 'TargetTrackingScaling', [place.slice(2)]: unknown }, undefined],
  ['steps', { PolicyType: 'StepScaling', StepScalingPolicyConfiguration: {} }, undefined],
  ['no configuration', { PolicyType: 'StepScaling' }, '#/PolicyType: A policy of type StepScaling needs Step'],
  ['no metric', tracking({}), `${place}: Neither PredefinedMetricSpecification nor`],
  [
    'two metrics',
    tracking({ PredefinedMetricSpecification: {}, CustomizedMetricSpecification: {} }),
    `${place}/CustomizedMetricSpecification: Both PredefinedMetricSpecification and`,
  ],
  [
    'a metric of another dimension',
    tracking(metric('SageMakerVariantInvocationsPerInstance'), { ScalableDimension: copies }),
    `${place}/PredefinedMetricSpecification/PredefinedMetricType: The metric SageMakerVariantInvocationsPerInstance is one of ${instances}, and the policy scales ${copies}`,
  ],
  [
    'a metric of another dimension than that of its target',
    tracking(metric('SageMakerVariantInvocationsPerInstance'), { ScalingTargetId: { Ref: 'T' } }),
    `and the policy scales ${copies}`,
  ],
])('a policy with %s', (_name, properties, refused) => {
  const around = template(known('AWS::ApplicationAutoScaling::ScalableTarget', 'T', { ScalableDimension: copies }));
  expect(breaches(scalingPolicy, properties, around)).toEqual(
    refused === undefined ? [] : [expect.stringContaining(refused)],
  );
});

describe('the target of a policy', () => {
  const registered = known(
    'AWS::ApplicationAutoScaling::ScalableTarget',
    'T',
    { ResourceId: 'endpoint/a/variant/b', ScalableDimension: instances, ServiceNamespace: 'sagemaker' },
    'target-id',
  );
  const named = (ResourceId: Json): JsonObject => ({
    ResourceId,
    ScalableDimension: instances,
    ServiceNamespace: 'sagemaker',
  });
  test.each<[string, JsonObject, string | undefined]>([
    ['its identifier', { ScalingTargetId: 'target-id' }, undefined],
    ['a reference', { ScalingTargetId: { Ref: 'T' } }, undefined],
    ['its resource', named('endpoint/a/variant/b'), undefined],
    ['an unknown resource', named(unknown), undefined],
    ['another identifier', { ScalingTargetId: 'other' }, '#/ScalingTargetId: No scalable target registered for other'],
    [
      'another resource',
      named('endpoint/a/variant/c'),
      `#/ResourceId: No scalable target registered for service namespace: sagemaker, resource ID: endpoint/a/variant/c, scalable dimension: ${instances}`,
    ],
    [
      'no dimension',
      { ResourceId: 'endpoint/a/variant/b', ServiceNamespace: 'sagemaker' },
      '#: The policy names no target: neither ScalingTargetId nor ScalableDimension is given',
    ],
  ])('is named by %s', (_name, properties, refused) => {
    expect(breaches(scalingPolicyTarget, properties, cloud([registered]))).toEqual(
      refused === undefined ? [] : [refused],
    );
  });

  test('may be registered elsewhere', () => {
    expect(breaches(scalingPolicyTarget, named('endpoint/a/variant/c'), template())).toEqual([]);
    expect(breaches(scalingPolicyTarget, { ScalingTargetId: 'other' }, template())).toEqual([]);
  });
});
