import { EndpointMetrics } from '../../../../constructs/aws/endpoint/metrics';
import { CopyScaling, InstanceScaling } from '../../../../constructs/aws/endpoint/scaling';
import type { TemplateJson } from '../../../helpers/aws-app';
import { onlyResource, resourcesOf, templateOf, testStack } from '../../../helpers/aws-app';

const policyType = 'AWS::ApplicationAutoScaling::ScalingPolicy';

function instanceScaling(): TemplateJson {
  const stack = testStack();
  new InstanceScaling(stack, 'Scaling', {
    endpointName: 'chat',
    minInstances: 2,
    maxInstances: 6,
    targetConcurrency: 22,
  });
  return templateOf(stack);
}

function copyScaling(): TemplateJson {
  const stack = testStack();
  new CopyScaling(stack, 'Scaling', {
    inferenceComponentName: 'chat',
    maxCopies: 3,
    targetConcurrency: 22,
    metrics: new EndpointMetrics({ endpointName: 'chat', capacityKind: 'copies' }),
  });
  return templateOf(stack);
}

test('instances stay within their bounds and follow requests in flight', () => {
  const template = instanceScaling();
  expect(onlyResource(template, 'AWS::ApplicationAutoScaling::ScalableTarget').Properties).toEqual({
    ServiceNamespace: 'sagemaker',
    ScalableDimension: 'sagemaker:variant:DesiredInstanceCount',
    ResourceId: 'endpoint/chat/variant/primary',
    MinCapacity: 2,
    MaxCapacity: 6,
  });
  expect(onlyResource(template, policyType).Properties).toMatchObject({
    PolicyType: 'TargetTrackingScaling',
    TargetTrackingScalingPolicyConfiguration: {
      PredefinedMetricSpecification: {
        PredefinedMetricType: 'SageMakerVariantConcurrentRequestsPerModelHighResolution',
      },
      TargetValue: 22,
      ScaleOutCooldown: 60,
      ScaleInCooldown: 600,
    },
  });
});

test('copies scale to zero, and the first request without capacity starts one', () => {
  const template = copyScaling();
  expect(onlyResource(template, 'AWS::ApplicationAutoScaling::ScalableTarget').Properties).toMatchObject({
    ResourceId: 'inference-component/chat',
    MinCapacity: 0,
    MaxCapacity: 3,
  });
  const [wake] = resourcesOf(template, policyType).filter(
    ([, { Properties }]) => Properties.PolicyType === 'StepScaling',
  );
  expect(wake?.[1].Properties.StepScalingPolicyConfiguration).toEqual({
    AdjustmentType: 'ChangeInCapacity',
    Cooldown: 60,
    MetricAggregationType: 'Maximum',
    StepAdjustments: [{ MetricIntervalLowerBound: 0, ScalingAdjustment: 1 }],
  });
  expect(onlyResource(template, 'AWS::CloudWatch::Alarm').Properties).toMatchObject({
    MetricName: 'NoCapacityInvocationFailures',
    ComparisonOperator: 'GreaterThanOrEqualToThreshold',
    Threshold: 1,
    EvaluationPeriods: 1,
    TreatMissingData: 'notBreaching',
    AlarmActions: [{ Ref: wake?.[0] }],
  });
});
