import type { ComponentResourceOptions } from '@pulumi/pulumi';
import { ComponentResource } from '@pulumi/pulumi';
import type { Principal } from '../../constructs/azure';
import { allowHuggingFace, MlOnlineEndpoint } from '../../constructs/azure';
import type { SettledAzurePlan } from '../../lib/plan';
import { modelsAndSearch } from './models-and-search';
import { initializationIds, plannedLandingZone } from './planned-environment';

/** Props of a {@link DeploymentStage}. */
export interface DeploymentStageProps {
  readonly azure: SettledAzurePlan;
  /** Identity of the workloads, which the initialization stage publishes. */
  readonly workload: Principal;
}

/**
 * The services that applications call: model deployments, vector search and online endpoints. The workload identity may
 * call all of them.
 *
 * @throws CodedError `MissingPrivateDnsZone`, `InvalidImageUri`
 */
export class DeploymentStage extends ComponentResource {
  constructor(name: string, props: DeploymentStageProps, opts?: ComponentResourceOptions) {
    super('llmops-kit:azure:DeploymentStage', name, {}, opts);
    const { azure, workload } = props;
    const { deployment } = azure;
    const landingZone = plannedLandingZone(azure);
    const parent = { parent: this };

    modelsAndSearch(this, { deployment, landingZone, workload });
    const { workspaceName } = azure.experimentation;
    const { resourceGroupName } = landingZone;
    const downloads = Object.values(deployment.endpoints).some(({ servedFrom }) => servedFrom === 'hugging-face');
    const outbound = downloads ? allowHuggingFace('hugging-face', { workspaceName, resourceGroupName }, parent) : [];
    for (const [key, plan] of Object.entries(deployment.endpoints)) {
      const endpoint = new MlOnlineEndpoint(
        `endpoint-${key}`,
        {
          deployment: plan,
          workspaceName,
          identityId: initializationIds(azure).workloadIdentity,
          // Roles and private outbound rules are deployed with earlier stages.
          dependsOn: outbound,
          landingZone,
        },
        parent,
      );
      endpoint.grants.invoke(`endpoint-${key}-workload`, workload);
    }
    this.registerOutputs({});
  }
}
