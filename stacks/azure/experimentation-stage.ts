import type { ComponentResourceOptions } from '@pulumi/pulumi';
import { ComponentResource } from '@pulumi/pulumi';
import { MlWorkspace } from '../../constructs/azure';
import type { SettledAzurePlan } from '../../lib/plan';
import type { InitializationStage } from './initialization-stage';

/** Props of an {@link ExperimentationStage}. */
export interface ExperimentationStageProps {
  readonly experimentation: SettledAzurePlan['experimentation'];
  readonly initialization: InitializationStage;
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

  constructor(name: string, props: ExperimentationStageProps, opts?: ComponentResourceOptions) {
    super('llmops-kit:azure:ExperimentationStage', name, {}, opts);
    const { experimentation, initialization } = props;
    this.workspace = new MlWorkspace(
      'ml-workspace',
      {
        workspaceName: experimentation.workspaceName,
        keyVaultId: initialization.keyVault.vaultId,
        storageAccountId: initialization.storage.accountId,
        containerRegistryId: initialization.containerRegistry.registryId,
        applicationInsightsId: initialization.applicationInsights.componentId,
        monitorScopeId: initialization.monitorScopeId,
        landingZone: initialization.landingZone,
      },
      { parent: this },
    );
    this.registerOutputs({});
  }
}
