import type { Construct } from 'constructs';
import { EndpointMetrics, LlmDashboard } from '../../constructs/aws';
import type { PlatformStackProps } from './platform-stack';
import { PlatformStack } from './platform-stack';

/** One dashboard. The alarms of an endpoint are with the endpoint: they control its rollouts and notify the alarm contact. */
export class ObservabilityStack extends PlatformStack {
  constructor(scope: Construct, props: PlatformStackProps) {
    super(scope, 'observability', props, 'dashboard');
    const { deployment, knowledge, observability } = props.aws;
    const endpoints = Object.entries(deployment.endpoints).map(
      ([key, { capacity, endpointName }]) =>
        [key, new EndpointMetrics({ endpointName, capacityKind: capacity.kind })] as const,
    );
    new LlmDashboard(this, 'Dashboard', {
      dashboardName: observability.dashboardName,
      endpoints: Object.fromEntries(endpoints),
      foundationModelIds: [...new Set(Object.values(knowledge.bases).map((base) => base.embeddingModelId))].sort(),
    });
  }
}
