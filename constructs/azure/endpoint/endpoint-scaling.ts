import { AutoscaleSetting } from '@pulumi/azure-native/monitor';
import type { ComponentResource, Input } from '@pulumi/pulumi';

/** Bounds and thresholds between which a deployment scales. */
export interface DeploymentScaling {
  readonly minInstances: number;
  readonly maxInstances: number;
  /** Requests a minute per instance above which an instance is added. */
  readonly addAbove: number;
  /** Requests a minute per instance below which one is removed. */
  readonly removeBelow: number;
  /** Seconds after an action before the next. */
  readonly cooldownSeconds: number;
}

/** Props of {@link scaleDeployment}. */
export interface ScalingProps {
  /** Name of the autoscale setting. */
  readonly settingName: string;
  readonly deploymentId: Input<string>;
  readonly endpointId: Input<string>;
  readonly location: string;
  readonly resourceGroupName: Input<string>;
  readonly scaling: DeploymentScaling;
}

/**
 * Scales an online deployment with the requests a minute of its endpoint.
 *
 * Creates an autoscale setting of Azure Monitor with a rule that adds one instance and a rule that removes one. Free; each
 * instance is billed.
 *
 * Source: MicrosoftDocs/azure-ai-docs, how-to-autoscale-endpoints.md of 2024-08-07: the target is the deployment, the metric may
 * be one of the endpoint.
 */
export function scaleDeployment(name: string, props: ScalingProps, parent: ComponentResource): void {
  const { scaling, settingName, location, resourceGroupName } = props;
  new AutoscaleSetting(
    `${name}-autoscale`,
    {
      autoscaleSettingName: settingName,
      name: settingName,
      resourceGroupName,
      location,
      enabled: true,
      targetResourceUri: props.deploymentId,
      profiles: [
        {
          name: 'load',
          capacity: {
            minimum: String(scaling.minInstances),
            maximum: String(scaling.maxInstances),
            default: String(scaling.minInstances),
          },
          rules: [
            {
              metricTrigger: trigger(props.endpointId, 'GreaterThan', scaling.addAbove),
              scaleAction: action('Increase', scaling.cooldownSeconds),
            },
            {
              metricTrigger: trigger(props.endpointId, 'LessThan', scaling.removeBelow),
              scaleAction: action('Decrease', scaling.cooldownSeconds),
            },
          ],
        },
      ],
    },
    { parent },
  );
}

function trigger(metricResourceUri: Input<string>, operator: 'GreaterThan' | 'LessThan', threshold: number) {
  return {
    metricName: 'RequestsPerMinute',
    metricResourceUri,
    dividePerInstance: true,
    operator,
    threshold,
    statistic: 'Average' as const,
    timeAggregation: 'Average' as const,
    timeGrain: 'PT1M',
    timeWindow: 'PT5M',
  };
}

function action(direction: 'Increase' | 'Decrease', cooldownSeconds: number) {
  return { direction, type: 'ChangeCount' as const, value: '1', cooldown: `PT${cooldownSeconds}S` };
}
