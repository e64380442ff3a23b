import type { Construct } from 'constructs';
import { AlarmTopic, EndpointAlarms, EndpointMetrics, LlmDashboard } from '../../constructs/aws';
import type { PlatformStackProps } from './platform-stack';
import { PlatformStack } from './platform-stack';

/**
 * One dashboard, and alarms that notify the alarm contact.
 *
 * The deployment stack has alarms with the same thresholds that control rollouts. They send no notification, because
 * SageMaker reacts to them during a rollout.
 */
export class ObservabilityStack extends PlatformStack {
  constructor(scope: Construct, props: PlatformStackProps) {
    super(scope, 'observability', props, 'dashboard and alarms');
    const { deployment, knowledge, observability } = props.aws;
    const topic = new AlarmTopic(this, 'AlarmTopic', {
      alarmContact: observability.alarmContact,
      encryptionKey: this.encryptionKey(),
    });
    const endpoints: Record<string, EndpointMetrics> = {};
    for (const [key, { alarms, capacity, endpointName }] of Object.entries(deployment.endpoints)) {
      const metrics = new EndpointMetrics({ endpointName, capacityKind: capacity.kind });
      endpoints[key] = metrics;
      new EndpointAlarms(this, `Alarms-${key}`, { ...alarms, metrics, topic: topic.resource });
    }
    new LlmDashboard(this, 'Dashboard', {
      dashboardName: observability.dashboardName,
      endpoints,
      foundationModelIds: [...new Set(Object.values(knowledge.bases).map((base) => base.embeddingModelId))].sort(),
    });
  }
}
