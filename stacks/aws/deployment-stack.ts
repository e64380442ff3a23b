import type { Construct } from 'constructs';
import { GpuInferenceEndpoint } from '../../constructs/aws';
import type { PlatformStackProps } from './platform-stack';
import { PlatformStack } from './platform-stack';

/**
 * The inference endpoints that applications call.
 *
 * @throws CodedError `InvalidProps`
 */
export class DeploymentStack extends PlatformStack {
  constructor(scope: Construct, props: PlatformStackProps) {
    super(scope, 'deployment', props, 'inference endpoints');
    const { dataRetention, deployment, foundation } = props.aws;
    const encryptionKey = this.encryptionKey();
    const network = this.workloadNetwork();
    const alarmTopic = this.alarmTopic();
    for (const [key, placement] of Object.entries(deployment.endpoints)) {
      const endpoint = new GpuInferenceEndpoint(this, `Endpoint-${key}`, {
        placement,
        network,
        encryptionKey,
        logRetentionDays: foundation.logs.retentionDays,
        dataRetention,
        alarmTopic,
      });
      this.parameters.publish(`deployment/endpoint-name/${key}`, endpoint.resource.attrEndpointName);
    }
  }
}
