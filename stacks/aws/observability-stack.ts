import type { Construct } from 'constructs';
import { AlarmTopic, EndpointAlarms, EndpointMetrics, LlmDashboard } from '../../constructs/aws';
import type { PlatformStackProps } from './platform-stack';
import { PlatformStack } from './platform-stack';

/**
 * One dashboard, and alarms that reach a person.
 *
 * The deployment stack has alarms of the same thresholds that steer its rollouts; they tell nobody, because during a
 * rollout SageMaker is the one who acts.
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
