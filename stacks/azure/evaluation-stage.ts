import type { ComponentResourceOptions } from '@pulumi/pulumi';
import { ComponentResource } from '@pulumi/pulumi';
import type { LandingZone, Principal } from '../../constructs/azure';
import { allowOutbound, BlobContainer, MlRegistry, StandbyStorage } from '../../constructs/azure';
import type { SettledAzurePlan } from '../../lib/plan';
import { plannedLandingZone } from './planned-environment';

/** Props of an {@link EvaluationStage}. */
export interface EvaluationStageProps {
  readonly azure: SettledAzurePlan;
  /** Identity of the workspace, which the experimentation stage publishes. */
  readonly workspace: Principal;
  /** Identities that the initialization stage publishes. */
  readonly identities: {
    readonly runtime: Principal;
    readonly release: Principal;
    /** Absent without a pipeline. */
    readonly ci?: Principal;
  };
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
  constructor(name: string, props: EvaluationStageProps, opts?: ComponentResourceOptions) {
    super('llmops-kit:azure:EvaluationStage', name, {}, opts);
    const { azure, workspace, identities } = props;
    const landingZone = plannedLandingZone(azure);
    const { registryName, existingRegistryId } = azure.evaluation;
    const registry =
      existingRegistryId === undefined
        ? new MlRegistry(
            'ml-registry',
            {
              registryName,
              storageAccountType: azure.initialization.storage.sku,
              ...(azure.standby === undefined ? {} : { replica: azure.standby.models }),
              landingZone,
            },
            { parent: this },
          )
        : undefined;
    allowOutbound(
      'ml-workspace-to-registry',
      {
        ruleName: 'registry',
        workspaceName: azure.experimentation.workspaceName,
        resourceGroupName: landingZone.resourceGroupName,
        serviceResourceId: registry?.registryId ?? existingRegistryId ?? '',
        subresourceTarget: 'amlregistry',
      },
      { parent: this },
    );
    // Roles on a registry of the company are its owner's: the plan has them.
    if (registry !== undefined) grantModels(registry, workspace, identities);
    const reports = this.createReports(azure, landingZone);
    reports.grants.read('evaluation-reports-release', identities.release);
    if (identities.ci !== undefined) reports.grants.readWrite('evaluation-reports-ci', identities.ci);
    this.createCopies(azure, landingZone);
    this.registerOutputs({});
  }

  /** Paired locations need no second account. */
  private createCopies({ standby }: SettledAzurePlan, landingZone: LandingZone): void {
    if (standby === undefined || 'redundancy' in standby.blobs) return;
    const { accountName, sku, containers } = standby.blobs;
    new StandbyStorage(
      'standby-storage',
      { accountName, skuName: sku, location: standby.location, containerNames: containers, landingZone },
      { parent: this },
    );
  }

  private createReports({ evaluation, initialization }: SettledAzurePlan, landingZone: LandingZone): BlobContainer {
    const { accountName } = initialization.storage;
    return new BlobContainer(
      'evaluation-reports',
      {
        containerName: evaluation.reportContainerName,
        account: { name: accountName, accountName },
        landingZone,
      },
      { parent: this },
    );
  }
}

function grantModels(
  { grants }: MlRegistry,
  workspace: Principal,
  { runtime, release, ci }: EvaluationStageProps['identities'],
): void {
  grants.read('ml-registry-workspace', workspace);
  grants.read('ml-registry-runtime', runtime);
  grants.read('ml-registry-release', release);
  if (ci !== undefined) grants.use('ml-registry-ci', ci);
}
