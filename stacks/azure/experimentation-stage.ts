import type { ComponentResourceOptions } from '@pulumi/pulumi';
import { ComponentResource } from '@pulumi/pulumi';
import type { Principal } from '../../constructs/azure';
import { MlWorkspace, monitorZone, publishHandOff } from '../../constructs/azure';
import type { SettledAzurePlan } from '../../lib/plan';
import { handOffPlace, initializationIds, plannedLandingZone } from './planned-environment';

/** Props of an {@link ExperimentationStage}. */
export interface ExperimentationStageProps {
  readonly azure: SettledAzurePlan;
  /** Identity of the containers of endpoints, which the initialization stage publishes. */
  readonly runtime: Principal;
}

/**
 * The workspace of experiments, tuning jobs and online endpoints.
 *
 * Jobs are not declared: a pipeline starts a job, and a job is an event rather than a state.
 *
 * @throws CodedError `MissingPrivateDnsZone`
 */
export class ExperimentationStage extends ComponentResource {
  readonly workspace: MlWorkspace;

  constructor(name: string, { azure, runtime }: ExperimentationStageProps, opts?: ComponentResourceOptions) {
    super('llmops-kit:azure:ExperimentationStage', name, {}, opts);
    const ids = initializationIds(azure);
    const monitored = azure.initialization.network.privateDnsZones.includes(monitorZone);
    this.workspace = new MlWorkspace(
      'ml-workspace',
      {
        workspaceName: azure.experimentation.workspaceName,
        keyVaultId: ids.keyVault,
        storageAccountId: ids.storageAccount,
        storageEndpointIds: ids.storageEndpoints,
        containerRegistryId: ids.containerRegistry,
        applicationInsightsId: ids.applicationInsights,
        monitorScopeId: monitored ? ids.monitorScope : undefined,
        landingZone: plannedLandingZone(azure),
      },
      { parent: this },
    );
    this.workspace.grants.writeMetrics('ml-workspace-runtime', runtime);
    publishHandOff(
      {
        place: handOffPlace(azure),
        handOff: 'experimentation/workspace-principal-id',
        value: this.workspace.principalId,
      },
      { parent: this },
    );
    this.registerOutputs({});
  }
}
