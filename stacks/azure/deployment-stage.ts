import type { ComponentResourceOptions } from '@pulumi/pulumi';
import { ComponentResource } from '@pulumi/pulumi';
import { MlOnlineEndpoint } from '../../constructs/azure';
import type { SettledAzurePlan } from '../../lib/plan';
import type { EvaluationStage } from './evaluation-stage';
import type { ExperimentationStage } from './experimentation-stage';
import type { InitializationStage } from './initialization-stage';
import { modelsAndSearch } from './models-and-search';

/** Props of a {@link DeploymentStage}. */
export interface DeploymentStageProps {
  readonly deployment: SettledAzurePlan['deployment'];
  readonly initialization: InitializationStage;
  readonly experimentation: ExperimentationStage;
  readonly evaluation: EvaluationStage;
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
    const { deployment, initialization, experimentation, evaluation } = props;
    const { landingZone, workloadIdentity } = initialization;
    const parent = { parent: this };

    modelsAndSearch(this, { deployment, landingZone, workload: workloadIdentity });
    for (const [key, plan] of Object.entries(deployment.endpoints)) {
      const endpoint = new MlOnlineEndpoint(
        `endpoint-${key}`,
        {
          deployment: plan,
          workspaceName: experimentation.workspace.workspaceName,
          identityId: workloadIdentity.identityId,
          dependsOn: [
            ...initialization.workloadRoles,
            ...experimentation.workspace.networkReady,
            ...evaluation.registryAccess,
          ],
          landingZone,
        },
        parent,
      );
      endpoint.grants.invoke(`endpoint-${key}-workload`, workloadIdentity);
    }
    this.registerOutputs({});
  }
}
