import { OnlineDeployment, OnlineEndpoint } from '@pulumi/azure-native/machinelearningservices';
import type { ComponentResourceOptions, CustomResource, Input, Output } from '@pulumi/pulumi';
import { ComponentResource } from '@pulumi/pulumi';
import type { AzureOnlineEndpointPlan, Settled } from '../../../lib/plan';
import type { Principal } from '../identity/role-assignment';
import { grantRole } from '../identity/role-assignment';
import type { LandingZone } from '../landing-zone/landing-zone';
import { sendDiagnostics } from '../observability/diagnostic-setting';
import { servingEnvironment } from './ml-serving-environment';

/** What the endpoint and its deployment are made of; a plan's endpoint satisfies it. */
export type ManagedDeployment = Omit<
  Settled<AzureOnlineEndpointPlan>,
  'placement' | 'usdPerMonth' | 'cost' | 'energy' | 'failover'
>;

export interface MlOnlineEndpointProps {
  readonly deployment: ManagedDeployment;
  readonly workspaceName: Input<string>;
  /** User-assigned identity that pulls the image and the weights. */
  readonly identityId: Input<string>;
  /** Identities that may call the endpoint, by a stable key. */
  readonly callers: Readonly<Record<string, Principal>>;
  /** What must be in place before containers start: roles of the identity, ways out of the managed network. */
  readonly dependsOn: readonly CustomResource[];
  readonly landingZone: LandingZone;
}

const probePeriodSeconds = 10;

/**
 * A private managed online endpoint and one deployment of a serving container on GPUs.
 *
 * Traffic: the endpoint is created without any, because a share cannot name a deployment that does not exist yet. Nothing
 * in this program routes: a release step gives the deployment its share after it answered a test request, and gives it
 * back to the previous deployment on rollback. The program ignores the shares that step wrote. That is safe only while
 * the state is refreshed before each update (`options.refresh: always` in Pulumi.yaml): the service replaces an endpoint
 * as a whole, so an update from stale state would write the empty shares of the first day.
 *
 * A deployment under a new name is created beside the old one, which leaves the program's state but not Azure: it still
 * has the traffic. The release step deletes it once a rollback to it is ruled out; until then both are billed. Deleting
 * the endpoint deletes every deployment of it.
 *
 * Command line: a managed deployment cannot override the command of its container. The serving engine's arguments travel
 * in the variable `VLLM_ARGS`, which the image's entry point must pass on: the stock vLLM image does not.
 *
 * Billed by the hour for each instance, traffic or not. Updates need 20 percent spare quota on most GPU families.
 */
export class MlOnlineEndpoint extends ComponentResource {
  readonly endpointId: Output<string>;

  constructor(name: string, props: MlOnlineEndpointProps, opts?: ComponentResourceOptions) {
    super('llmops-kit:azure:MlOnlineEndpoint', name, {}, opts);
    const { deployment: plan, workspaceName, landingZone } = props;
    const { resourceGroupName, location } = landingZone;
    const endpoint = new OnlineEndpoint(
      `${name}-endpoint`,
      {
        endpointName: plan.endpointName,
        workspaceName,
        resourceGroupName,
        location,
        kind: 'Managed',
        identity: { type: 'UserAssigned', userAssignedIdentities: [props.identityId] },
        properties: { authMode: 'AADToken', publicNetworkAccess: 'Disabled', traffic: {} },
      },
      { parent: this, ignoreChanges: ['properties.traffic'], dependsOn: [...props.dependsOn] },
    );
    const environment = servingEnvironment(
      name,
      { environmentName: plan.endpointName, imageUri: plan.imageUri, workspaceName, resourceGroupName },
      this,
    );
    new OnlineDeployment(
      `${name}-deployment`,
      {
        deploymentName: plan.deploymentName,
        endpointName: endpoint.name,
        workspaceName,
        resourceGroupName,
        location,
        kind: 'Managed',
        sku: { name: 'Default', capacity: plan.instanceCount },
        properties: {
          endpointComputeType: 'Managed',
          instanceType: plan.instanceType,
          environmentId: environment.id,
          environmentVariables: {
            ...plan.environment,
            VLLM_ARGS: plan.arguments.join(' '),
          },
          model: plan.modelUri,
          modelMountPath: plan.modelMountPath,
          // The workspace's managed network decides; without one, this flag would.
          egressPublicNetworkAccess: 'Disabled',
          appInsightsEnabled: true,
          scaleSettings: { scaleType: 'Default' },
          requestSettings: {
            maxConcurrentRequestsPerInstance: plan.maxConcurrentRequestsPerInstance,
            requestTimeout: seconds(plan.requestTimeoutSeconds),
          },
          ...probes(plan.startupTimeoutSeconds),
        },
      },
      { parent: this, retainOnDelete: true, customTimeouts: { create: '3h', update: '3h' } },
    );
    sendDiagnostics(
      name,
      {
        resourceUri: endpoint.id,
        workspaceId: landingZone.logAnalyticsWorkspaceId,
        // Not the console log: a serving engine may write prompts to it.
        categories: ['AmlOnlineEndpointEventLog', 'AmlOnlineEndpointTrafficLog'],
      },
      this,
    );
    for (const [key, principal] of Object.entries(props.callers).toSorted(([a], [b]) => (a < b ? -1 : 1))) {
      grantRole(
        `${name}-${key}`,
        {
          role: 'AzureML Data Scientist',
          principal,
          scope: endpoint.id,
          scopeName: `Microsoft.MachineLearningServices/onlineEndpoints/${plan.endpointName}`,
          subscription: landingZone.subscription,
        },
        this,
      );
    }
    this.endpointId = endpoint.id;
    this.registerOutputs({});
  }
}

/**
 * Probes that wait for the weights: a container is ready as soon as it answers, may take the whole start-up time for it,
 * and is restarted after 30 seconds of silence only when that time has passed.
 */
function probes(startupTimeoutSeconds: number) {
  const period = seconds(probePeriodSeconds);
  const timeout = seconds(2);
  const untilLoaded = {
    initialDelay: period,
    period,
    timeout,
    successThreshold: 1,
    failureThreshold: Math.ceil(startupTimeoutSeconds / probePeriodSeconds),
  };
  return {
    startupProbe: untilLoaded,
    readinessProbe: untilLoaded,
    livenessProbe: {
      initialDelay: seconds(startupTimeoutSeconds),
      period,
      timeout,
      successThreshold: 1,
      failureThreshold: 3,
    },
  };
}

/** A duration in the ISO 8601 form the API takes. */
function seconds(count: number): string {
  return `PT${count}S`;
}
