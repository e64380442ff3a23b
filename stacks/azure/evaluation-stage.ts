import type { ComponentResourceOptions, CustomResource } from '@pulumi/pulumi';
import { ComponentResource } from '@pulumi/pulumi';
import { allowOutbound, BlobContainer, MlRegistry } from '../../constructs/azure';
import type { SettledAzurePlan } from '../../lib/plan';
import type { ExperimentationStage } from './experimentation-stage';
import type { InitializationStage } from './initialization-stage';

/** Props of an {@link EvaluationStage}. */
export interface EvaluationStageProps {
  readonly evaluation: SettledAzurePlan['evaluation'];
  readonly storage: SettledAzurePlan['initialization']['storage'];
  readonly initialization: InitializationStage;
  readonly experimentation: ExperimentationStage;
}

/**
 * The registry of model versions and the container of their evaluation reports.
 *
 * Evaluation runs are not declared: Azure has no type for them. A pipeline step runs them and stores the report that a
 * gate reads.
 *
 * @throws CodedError `MissingPrivateDnsZone`
 */
export class EvaluationStage extends ComponentResource {
  readonly registry: MlRegistry;
  /** What must exist before an endpoint serves a model of the registry. */
  readonly registryAccess: readonly CustomResource[];

  constructor(name: string, props: EvaluationStageProps, opts?: ComponentResourceOptions) {
    super('llmops-kit:azure:EvaluationStage', name, {}, opts);
    const { evaluation, storage, initialization } = props;
    const { landingZone, workloadIdentity } = initialization;
    const { workspace } = props.experimentation;

    this.registry = new MlRegistry(
      'ml-registry',
      { registryName: evaluation.registryName, storageAccountType: storage.sku, landingZone },
      { parent: this },
    );
    const toRegistry = allowOutbound(
      'ml-workspace-to-registry',
      {
        ruleName: 'registry',
        workspaceName: workspace.workspaceName,
        resourceGroupName: landingZone.resourceGroupName,
        serviceResourceId: this.registry.registryId,
        subresourceTarget: 'amlregistry',
      },
      // The managed network accepts one rule at a time.
      { parent: this, dependsOn: [...workspace.networkReady] },
    );
    this.registryAccess = [
      toRegistry,
      this.registry.grants.use('ml-registry-workspace', workspace),
      this.registry.grants.use('ml-registry-workload', workloadIdentity),
    ];

    const reports = new BlobContainer(
      'evaluation-reports',
      {
        containerName: evaluation.reportContainerName,
        account: { name: storage.accountName, accountName: initialization.storage.accountName },
        landingZone,
      },
      { parent: this },
    );
    reports.grants.readWrite('evaluation-reports-workload', workloadIdentity);
    this.registerOutputs({});
  }
}
