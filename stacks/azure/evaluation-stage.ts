import type { ComponentResourceOptions } from '@pulumi/pulumi';
import { ComponentResource } from '@pulumi/pulumi';
import type { LandingZone, Principal } from '../../constructs/azure';
import { allowOutbound, BlobContainer, MlRegistry } from '../../constructs/azure';
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
  readonly registry: MlRegistry;

  constructor(name: string, props: EvaluationStageProps, opts?: ComponentResourceOptions) {
    super('llmops-kit:azure:EvaluationStage', name, {}, opts);
    const { azure, workspace, identities } = props;
    const landingZone = plannedLandingZone(azure);
    this.registry = new MlRegistry(
      'ml-registry',
      {
        registryName: azure.evaluation.registryName,
        storageAccountType: azure.initialization.storage.sku,
        landingZone,
      },
      { parent: this },
    );
    allowOutbound(
      'ml-workspace-to-registry',
      {
        ruleName: 'registry',
        workspaceName: azure.experimentation.workspaceName,
        resourceGroupName: landingZone.resourceGroupName,
        serviceResourceId: this.registry.registryId,
        subresourceTarget: 'amlregistry',
      },
      { parent: this },
    );
    this.registry.grants.read('ml-registry-workspace', workspace);
    this.grantRoles(this.createReports(azure, landingZone), identities);
    this.registerOutputs({});
  }

  private grantRoles(reports: BlobContainer, { runtime, release, ci }: EvaluationStageProps['identities']): void {
    this.registry.grants.read('ml-registry-runtime', runtime);
    this.registry.grants.read('ml-registry-release', release);
    reports.grants.read('evaluation-reports-release', release);
    if (ci === undefined) return;
    this.registry.grants.use('ml-registry-ci', ci);
    reports.grants.readWrite('evaluation-reports-ci', ci);
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
