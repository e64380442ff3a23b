import type { Breach, Constraint } from '../constraint';
import { at, isAbsent, isGiven, listAt, numberAt, rowOf, textAt } from '../value';
import { hasUnknownPart, knownText } from './document-text';

const reference = 'https://docs.aws.amazon.com/autoscaling/application/APIReference';
const asOf = '2026-11-30';
const target = 'AWS::ApplicationAutoScaling::ScalableTarget';
const policy = 'AWS::ApplicationAutoScaling::ScalingPolicy';

/** Capacity is scaled in a range, also by a scheduled action. */
export const scalingRange: Constraint = {
  id: 'scaling-range',
  types: [target],
  source: { url: `${reference}/API_RegisterScalableTarget.html`, asOf },
  check({ properties }) {
    const ranges = [
      { range: properties, pointer: '#' },
      ...listAt(properties, 'ScheduledActions').map((action, index) => ({
        range: at(action, 'ScalableTargetAction'),
        pointer: `#/ScheduledActions/${index}/ScalableTargetAction`,
      })),
    ];
    return ranges.flatMap(({ range, pointer }) => {
      const least = numberAt(range, 'MinCapacity');
      const most = numberAt(range, 'MaxCapacity');
      if (least === undefined || most === undefined || least <= most) return [];
      return [
        {
          pointer: `${pointer}/MinCapacity`,
          problem: `MinCapacity ${least} is above MaxCapacity ${most}`,
          fix: `Set MinCapacity to at most ${most}, or raise MaxCapacity.`,
        },
      ];
    });
  },
};

/** A dimension is one of its service. */
export const scalingDimension: Constraint = {
  id: 'scaling-dimension',
  types: [target, policy],
  source: { url: `${reference}/API_RegisterScalableTarget.html`, asOf },
  check({ properties }) {
    const service = textAt(properties, 'ServiceNamespace');
    const dimension = textAt(properties, 'ScalableDimension');
    if (service === undefined || dimension === undefined || dimension.startsWith(`${service}:`)) return [];
    return [
      {
        pointer: '#/ScalableDimension',
        problem: `ScalableDimension ${dimension} is not of the service ${service}`,
        fix: `Write a dimension that starts with ${service}:, or set ServiceNamespace to ${dimension.split(':')[0] ?? ''}.`,
      },
    ];
  },
};

/** Forms of the id of a SageMaker resource, by dimension. */
const forms: Readonly<Record<string, readonly [RegExp, string]>> = {
  'sagemaker:inference-component:DesiredCopyCount': [
    /^inference-component\/[^/]+$/,
    'inference-component/<inference component name>',
  ],
  'sagemaker:variant:DesiredInstanceCount': [
    /^endpoint\/[^/]+\/variant\/[^/]+$/,
    'endpoint/<endpoint name>/variant/<variant name>',
  ],
  'sagemaker:variant:DesiredProvisionedConcurrency': [
    /^endpoint\/[^/]+\/variant\/[^/]+$/,
    'endpoint/<endpoint name>/variant/<variant name>',
  ],
};

/** The id of a SageMaker resource has the form of its dimension, and an inference component exists. */
export const scalingResource: Constraint = {
  id: 'scaling-resource',
  types: [target, policy],
  source: { url: `${reference}/API_RegisterScalableTarget.html`, asOf },
  check({ type, properties }, { named }) {
    const dimension = textAt(properties, 'ScalableDimension') ?? '';
    const id = knownText(properties['ResourceId']);
    const form = rowOf(forms, dimension);
    // A text that is not known in part may have a slash there.
    if (form === undefined || id === undefined || (hasUnknownPart(id) && !id.includes('/'))) return [];
    const [pattern, words] = form;
    // Targets of variants have a rule of their own, which also finds the endpoint.
    const ownRule = type === target && dimension.startsWith('sagemaker:variant:') && !hasUnknownPart(id);
    if (!pattern.test(id)) {
      if (ownRule || hasUnknownPart(id)) return [];
      return [resource(`ResourceId ${id} is not of the form ${words}`, `Write ${words}.`)];
    }
    const [, component] = /^inference-component\/(.+)$/.exec(id) ?? [];
    if (component === undefined || hasUnknownPart(component)) return [];
    if (named(['AWS::SageMaker::InferenceComponent'], component) !== 'absent') return [];
    return [
      resource(
        `ResourceId ${id} names inference component ${component}, which does not exist`,
        'Name an inference component of this account and region.',
      ),
    ];
  },
};

function resource(problem: string, fix: string): Breach {
  return { pointer: '#/ResourceId', problem, fix };
}

/** Predefined metrics of SageMaker, and the dimension that each scales. */
const metrics: Readonly<Record<string, string>> = {
  SageMakerVariantInvocationsPerInstance: 'sagemaker:variant:DesiredInstanceCount',
  SageMakerVariantConcurrentRequestsPerModelHighResolution: 'sagemaker:variant:DesiredInstanceCount',
  SageMakerVariantProvisionedConcurrencyUtilization: 'sagemaker:variant:DesiredProvisionedConcurrency',
  SageMakerInferenceComponentInvocationsPerCopy: 'sagemaker:inference-component:DesiredCopyCount',
  SageMakerInferenceComponentConcurrentRequestsPerCopyHighResolution: 'sagemaker:inference-component:DesiredCopyCount',
};

/** A policy has the configuration of its type, one metric, and a metric of the dimension that it scales. */
export const scalingPolicy: Constraint = {
  id: 'scaling-policy',
  types: [policy],
  source: { url: `${reference}/API_PredefinedMetricSpecification.html`, asOf },
  check({ properties }, { named }) {
    const breaches: Breach[] = [];
    const kind = textAt(properties, 'PolicyType') ?? '';
    const needed = rowOf({ TargetTrackingScaling: tracking, StepScaling: 'StepScalingPolicyConfiguration' }, kind);
    if (needed !== undefined && isAbsent(properties, needed))
      breaches.push({
        pointer: '#/PolicyType',
        problem: `A policy of type ${kind} needs ${needed}`,
        fix: `Write ${needed}, or change PolicyType.`,
      });
    const config = at(properties, tracking);
    const given = ['PredefinedMetricSpecification', 'CustomizedMetricSpecification'];
    if (given.every((key) => isGiven(at(config, key))))
      breaches.push({
        pointer: `#/${tracking}/CustomizedMetricSpecification`,
        problem: `Both ${given.join(' and ')} are given; a policy tracks one metric`,
        fix: 'Remove one of the two specifications.',
      });
    if (config !== undefined && given.every((key) => isAbsent(config, key)))
      breaches.push({
        pointer: `#/${tracking}`,
        problem: `Neither ${given.join(' nor ')} is given`,
        fix: 'Name the metric to track.',
      });
    const metric = textAt(config, 'PredefinedMetricSpecification', 'PredefinedMetricType') ?? '';
    const scaled = named([target], properties['ScalingTargetId']);
    const dimension =
      textAt(properties, 'ScalableDimension') ??
      (typeof scaled === 'string' ? undefined : textAt(scaled.properties, 'ScalableDimension'));
    const expected = rowOf(metrics, metric);
    if (expected !== undefined && dimension !== undefined && dimension !== expected)
      breaches.push({
        pointer: `#/${tracking}/PredefinedMetricSpecification/PredefinedMetricType`,
        problem: `The metric ${metric} is one of ${expected}, and the policy scales ${dimension}`,
        fix: 'Use a metric of the dimension, or scale the dimension of the metric.',
      });
    return breaches;
  },
};

/** A policy names its target, and the target is registered. */
export const scalingPolicyTarget: Constraint = {
  id: 'scaling-policy-target',
  types: [policy],
  source: { url: `${reference}/API_PutScalingPolicy.html`, asOf },
  check({ properties }, { complete, list, named }) {
    if (!isAbsent(properties, 'ScalingTargetId')) {
      if (named([target], properties['ScalingTargetId']) !== 'absent') return [];
      return [unregistered('ScalingTargetId', textAt(properties, 'ScalingTargetId') ?? '')];
    }
    const keys = ['ResourceId', 'ScalableDimension', 'ServiceNamespace'];
    const missing = keys.filter((key) => isAbsent(properties, key));
    if (missing.length > 0) {
      return [
        {
          pointer: '#',
          problem: `The policy names no target: neither ScalingTargetId nor ${missing.join(' and ')} is given`,
          fix: 'Set ScalingTargetId to the Ref of an AWS::ApplicationAutoScaling::ScalableTarget.',
        },
      ];
    }
    const values = keys.map((key) => textAt(properties, key));
    if (complete !== true || values.includes(undefined)) return [];
    const registered = list(target).some((one) =>
      keys.every((key, index) => textAt(one.properties, key) === values[index]),
    );
    const [resourceId = '', dimension = '', service = ''] = values;
    if (registered) return [];
    return [
      unregistered(
        'ResourceId',
        `service namespace: ${service}, resource ID: ${resourceId}, scalable dimension: ${dimension}`,
      ),
    ];
  },
};

function unregistered(key: string, what: string): Breach {
  return {
    pointer: `#/${key}`,
    problem: `No scalable target registered for ${what}`,
    fix: 'Declare the AWS::ApplicationAutoScaling::ScalableTarget, and name it in ScalingTargetId.',
  };
}

const tracking = 'TargetTrackingScalingPolicyConfiguration';
