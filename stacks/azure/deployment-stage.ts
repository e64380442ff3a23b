import type { ComponentResourceOptions, Input } from '@pulumi/pulumi';
import { ComponentResource } from '@pulumi/pulumi';
import type { Principal } from '../../constructs/azure';
import { AlertContact, allowHuggingFace, MlOnlineEndpoint } from '../../constructs/azure';
import type { SettledAzurePlan } from '../../lib/plan';
import { modelsAndSearch } from './models-and-search';
import { initializationIds, plannedLandingZone } from './planned-environment';

/** Props of a {@link DeploymentStage}. */
export interface DeploymentStageProps {
  readonly azure: SettledAzurePlan;
  /** Identities that the initialization stage publishes. */
  readonly identities: {
    readonly caller: Principal;
    readonly release: Principal;
    /** Absent without a pipeline. */
    readonly ci?: Principal;
  };
  /** URLs of the webhooks of the alert contact, by name, from secrets of the stack. @default - none */
  readonly webhookUrls?: Readonly<Record<string, Input<string>>>;
}

/**
 * The services that applications call: model deployments, vector search and online endpoints. The identity of callers may
 * call all of them, and change none.
 *
 * @throws CodedError `MissingPrivateDnsZone`, `InvalidImageUri`
 */
export class DeploymentStage extends ComponentResource {
  constructor(name: string, props: DeploymentStageProps, opts?: ComponentResourceOptions) {
    super('llmops-kit:azure:DeploymentStage', name, {}, opts);
    const { azure, identities } = props;
    const { caller, release, ci } = identities;
    const { deployment } = azure;
    const landingZone = plannedLandingZone(azure);
    const parent = { parent: this };

    const { workspaceName } = azure.experimentation;
    const { resourceGroupName } = landingZone;
    const alertContactId = this.alertContact(deployment.alertContact, resourceGroupName, props.webhookUrls);
    const tell = alertContactId === undefined ? {} : { alertContactId };

    modelsAndSearch(this, { deployment, landingZone, identities, ...tell });
    const downloads = Object.values(deployment.endpoints).some(({ servedFrom }) => servedFrom === 'hugging-face');
    const outbound = downloads ? allowHuggingFace('hugging-face', { workspaceName, resourceGroupName }, parent) : [];
    for (const [key, plan] of Object.entries(deployment.endpoints)) {
      const endpoint = new MlOnlineEndpoint(
        `endpoint-${key}`,
        {
          deployment: plan,
          workspaceName,
          identityId: initializationIds(azure).runtimeIdentity,
          // Roles and private outbound rules are deployed with earlier stages.
          dependsOn: outbound,
          ...tell,
          landingZone,
        },
        parent,
      );
      endpoint.grants.invoke(`endpoint-${key}-caller`, caller);
      endpoint.grants.release(`endpoint-${key}-release`, release);
      if (ci !== undefined) endpoint.grants.release(`endpoint-${key}-ci`, ci);
    }
    this.registerOutputs({});
  }

  private alertContact(
    plan: SettledAzurePlan['deployment']['alertContact'],
    resourceGroupName: Input<string>,
    webhooks: DeploymentStageProps['webhookUrls'],
  ): Input<string> | undefined {
    if (plan?.existingId !== undefined || plan === undefined) return plan?.existingId;
    const { actionGroupName, shortName, email } = plan;
    const told = { actionGroupName, shortName, email, ...(webhooks === undefined ? {} : { webhooks }) };
    return new AlertContact('alert-contact', { ...told, resourceGroupName }, { parent: this }).actionGroupId;
  }
}
