import type { RoleAssignment } from '@pulumi/azure-native/authorization';
import type { EnvironmentVersion } from '@pulumi/azure-native/machinelearningservices';
import { OnlineDeployment, OnlineEndpoint } from '@pulumi/azure-native/machinelearningservices';
import type { ComponentResourceOptions, CustomResource, Input, Output } from '@pulumi/pulumi';
import { ComponentResource } from '@pulumi/pulumi';
import type { CustomRoleScope } from '../identity/custom-roles';
import { customRole } from '../identity/custom-roles';
import type { GrantTarget, Principal } from '../identity/role-assignment';
import { grantRole } from '../identity/role-assignment';
import type { Imported } from '../landing-zone/imported-resource';
import { importResource } from '../landing-zone/imported-resource';
import type { LandingZone } from '../landing-zone/landing-zone';
import { sendDiagnostics } from '../observability/diagnostic-setting';
import { ResourceMetrics } from '../observability/resource-metrics';
import { defaultName } from '../props/default-name';
import type { EndpointAlertThresholds } from './endpoint-alerts';
import { alertOnEndpoint } from './endpoint-alerts';
import type { DeploymentScaling } from './endpoint-scaling';
import { scaleDeployment } from './endpoint-scaling';
import { servingEnvironment } from './ml-serving-environment';

/** The container of a deployment. */
export interface ServingContainer {
  /** Image by digest: `<registry>/<repository>@sha256:<64 hexadecimal digits>`. */
  readonly imageUri: string;
  /** Port that it serves on. */
  readonly port: number;
  /** Path that answers once the weights are loaded. */
  readonly healthPath: string;
  /** Directory where the model is mounted; the variables name it. */
  readonly modelMountPath: string;
}

/** An endpoint and its one deployment. The slice of a settled plan has this shape. */
export interface ManagedDeployment {
  /** Name of the endpoint, unique in its region. @default - a name that follows from the component and its place */
  readonly endpointName?: string;
  /** A VM size is final for a deployment, so its name follows it. @default - the VM size in lower-case letters and digits */
  readonly deploymentName?: string;
  /** Azure VM size, for example `Standard_NC24ads_A100_v4`. */
  readonly instanceType: string;
  /** Two survive the loss of one. @default 2 */
  readonly instanceCount?: number;
  /** @default - the image that a model of a public registry brings */
  readonly container?: ServingContainer;
  /** Environment variables of the container, with the arguments of the engine. @default - none */
  readonly environment?: Readonly<Record<string, string>>;
  /** `azureml://registries/<registry>/models/<model>/versions/<version>`. */
  readonly modelUri: string;
  /** Further requests wait, or are refused with 429. @default 8 */
  readonly maxConcurrentRequestsPerInstance?: number;
  /** Up to 180. @default 180 */
  readonly requestTimeoutSeconds?: number;
  /** Seconds that a container has to load its weights. @default 3600 */
  readonly startupTimeoutSeconds?: number;
  /** @default - the number of instances is fixed */
  readonly scaling?: DeploymentScaling;
  /** Needs `alertContactId`. @default - no alerts */
  readonly alerts?: EndpointAlertThresholds;
}

/** Props of an {@link MlOnlineEndpoint}. */
export interface MlOnlineEndpointProps {
  readonly deployment: ManagedDeployment;
  readonly workspaceName: Input<string>;
  /**
   * Resource id of the user-assigned identity that pulls the image and the weights.
   *
   * @default - an identity of the endpoint, which may read images and weights of the workspace
   */
  readonly identityId?: Input<string>;
  /** Resources that must exist before containers start: roles of the identity, outbound rules of the managed network. @default - none */
  readonly dependsOn?: readonly CustomResource[];
  /** Resource id of the action group that alerts tell. @default - no alerts */
  readonly alertContactId?: Input<string>;
  readonly landingZone: LandingZone;
}

/** A deployment with every default. */
interface PlacedDeployment extends ManagedDeployment {
  readonly endpointName: string;
  readonly deploymentName: string;
  readonly instanceCount: number;
  readonly environment: Readonly<Record<string, string>>;
  readonly maxConcurrentRequestsPerInstance: number;
  readonly requestTimeoutSeconds: number;
  readonly startupTimeoutSeconds: number;
}

interface PlacedEndpoint extends MlOnlineEndpointProps {
  readonly deployment: PlacedDeployment;
}

function withDefaults(name: string, { deployment, landingZone }: MlOnlineEndpointProps): PlacedDeployment {
  return {
    instanceCount: 2,
    environment: {},
    maxConcurrentRequestsPerInstance: 8,
    requestTimeoutSeconds: 180,
    startupTimeoutSeconds: 3600,
    ...deployment,
    endpointName: deployment.endpointName ?? defaultName('endpoint', name, landingZone),
    deploymentName: deployment.deploymentName ?? deploymentNameOf(deployment.instanceType),
  };
}

/** 3 to 32 lower-case letters, digits and hyphens, of which the first is a letter. */
function deploymentNameOf(instanceType: string): string {
  return instanceType
    .replace(/^Standard_/, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, '')
    .slice(0, 32);
}

const probePeriodSeconds = 10;

/**
 * A private managed online endpoint with one deployment of a serving container on GPUs.
 *
 * Creates the endpoint, an environment with the container image, the deployment and a diagnostic setting, and an autoscale
 * setting and alerts where their values are given. Callers need a Microsoft Entra token, public access is disabled, and the
 * container's console log is not collected because it may contain prompts. Billed per instance and hour, with or without
 * traffic. Updates need 20 percent spare quota on most GPU families.
 *
 * **Traffic.** The endpoint is created without traffic, because a share cannot name a deployment that does not exist yet.
 * A release step assigns the share after a test request. The program ignores the shares. That is safe only while the state is refreshed before each update
 * (`options.refresh: always` in Pulumi.yaml): the service replaces an endpoint as a whole, so an update from stale state
 * would restore the empty shares.
 *
 * **Changes.** The deployment keeps its name, and another image, model or variable changes it in place: the service updates
 * a fifth of the instances at a time (learn.microsoft.com, how to deploy online endpoints, read 2026-11). So a former config
 * deploys again like any other change. The VM size alone cannot be changed in place and belongs into the name, as the plan
 * does it: a deployment with another name is created next to the former one, which leaves the state and stays in Azure with
 * its traffic until a release step deletes it. Deleting the endpoint deletes all its deployments.
 *
 * **Command line.** A managed deployment cannot override the command of its container, so the image must take the arguments of
 * its engine from environment variables. A model of the `HuggingFace` registry needs no container: it brings its own, and the
 * managed network must reach the hub.
 *
 * @throws CodedError `InvalidImageUri` when the image is not named by digest
 */
export class MlOnlineEndpoint extends ComponentResource {
  /**
   * One that another program or team made, by its resource id.
   *
   * @param roles - where the {@link CustomRoles} are that `grants` assigns
   * @throws CodedError `InvalidProps`
   */
  static fromEndpointId(
    name: string,
    endpointId: string,
    roles: CustomRoleScope,
    opts?: ComponentResourceOptions,
  ): Imported<MlOnlineEndpointGrants> {
    const grantsOf = (target: GrantTarget): MlOnlineEndpointGrants => new MlOnlineEndpointGrants(target, roles);
    return importResource(name, { type: endpointType, id: endpointId, grantsOf }, opts);
  }

  /** Resource id. */
  readonly endpointId: Output<string>;
  readonly grants: MlOnlineEndpointGrants;
  readonly metrics: ResourceMetrics;

  constructor(name: string, props: MlOnlineEndpointProps, opts?: ComponentResourceOptions) {
    super('llmops-kit:azure:MlOnlineEndpoint', name, {}, opts);
    const placed = { ...props, deployment: withDefaults(name, props) };
    const { deployment, workspaceName, landingZone } = placed;
    const { resourceGroupName } = landingZone;
    const { endpointName, container } = deployment;
    const environment =
      container === undefined
        ? undefined
        : servingEnvironment(
            name,
            { ...container, environmentName: endpointName, workspaceName, resourceGroupName },
            this,
          );
    const endpoint = this.createEndpoint(name, placed, environment);
    const online = this.createDeployment(name, placed, endpoint, environment);
    this.watch(name, placed, endpoint, online);
    sendDiagnostics(
      name,
      {
        resourceUri: endpoint.id,
        resourceType: 'Microsoft.MachineLearningServices/workspaces/onlineEndpoints',
        workspaceId: landingZone.logAnalyticsWorkspaceId,
        // Without the console log: a serving engine may write prompts to it.
        categories: ['AmlOnlineEndpointEventLog', 'AmlOnlineEndpointTrafficLog'],
      },
      this,
    );
    this.endpointId = endpoint.id;
    this.grants = this.createGrants(endpoint, placed);
    this.metrics = new ResourceMetrics({
      resourceName: endpointName,
      resourceId: endpoint.id,
      resourceGroupName,
      metricNamespace: endpointType,
      component: this,
    });
    this.registerOutputs({});
  }

  private createGrants(endpoint: OnlineEndpoint, { deployment, landingZone }: PlacedEndpoint) {
    const target = {
      scope: endpoint.id,
      scopeName: `Microsoft.MachineLearningServices/onlineEndpoints/${deployment.endpointName}`,
      subscription: landingZone.subscription,
      component: this,
    };
    return new MlOnlineEndpointGrants(target, landingZone);
  }

  private watch(
    name: string,
    { deployment, alertContactId, landingZone }: PlacedEndpoint,
    endpoint: OnlineEndpoint,
    online: OnlineDeployment,
  ): void {
    const { endpointName, scaling, alerts } = deployment;
    const { resourceGroupName, location } = landingZone;
    if (scaling !== undefined) {
      const settingName = `${endpointName}-${deployment.deploymentName}`;
      scaleDeployment(
        name,
        { settingName, deploymentId: online.id, endpointId: endpoint.id, location, resourceGroupName, scaling },
        this,
      );
    }
    if (alerts !== undefined && alertContactId !== undefined) {
      const target = { resourceName: endpointName, resourceId: endpoint.id, resourceGroupName };
      alertOnEndpoint(name, { ...target, actionGroupId: alertContactId }, alerts, this);
    }
  }

  private createEndpoint(
    name: string,
    { deployment, workspaceName, identityId, dependsOn = [], landingZone }: PlacedEndpoint,
    environment: EnvironmentVersion | undefined,
  ): OnlineEndpoint {
    return new OnlineEndpoint(
      `${name}-endpoint`,
      {
        endpointName: deployment.endpointName,
        workspaceName,
        resourceGroupName: landingZone.resourceGroupName,
        location: landingZone.location,
        kind: 'Managed',
        identity:
          identityId === undefined
            ? { type: 'SystemAssigned' }
            : { type: 'UserAssigned', userAssignedIdentities: [identityId] },
        properties: { authMode: 'AADToken', publicNetworkAccess: 'Disabled', traffic: {} },
      },
      {
        parent: this,
        ignoreChanges: ['properties.traffic'],
        // After the environment, so that a destroy deletes the endpoint, and its deployments with it, before their image.
        dependsOn: [...dependsOn, ...(environment === undefined ? [] : [environment])],
      },
    );
  }

  private createDeployment(
    name: string,
    { deployment, workspaceName, landingZone }: PlacedEndpoint,
    endpoint: OnlineEndpoint,
    environment: EnvironmentVersion | undefined,
  ): OnlineDeployment {
    return new OnlineDeployment(
      `${name}-deployment`,
      {
        deploymentName: deployment.deploymentName,
        endpointName: endpoint.name,
        workspaceName,
        resourceGroupName: landingZone.resourceGroupName,
        location: landingZone.location,
        kind: 'Managed',
        sku: { name: 'Default', capacity: deployment.instanceCount },
        properties: {
          ...(environment === undefined ? {} : { environmentId: environment.id }),
          ...deploymentProperties(deployment),
        },
      },
      {
        parent: this,
        retainOnDelete: true,
        // Scaling writes the count. Its minimum takes effect without the program.
        ...(deployment.scaling === undefined ? {} : { ignoreChanges: ['sku.capacity'] }),
        customTimeouts: { create: '3h', update: '3h' },
      },
    );
  }
}

/** ARM type of an endpoint, and namespace of its metrics. */
const endpointType = 'Microsoft.MachineLearningServices/workspaces/onlineEndpoints';

/** Roles that identities can get on an online endpoint. */
export class MlOnlineEndpointGrants {
  constructor(
    private readonly target: GrantTarget,
    private readonly roles: CustomRoleScope,
  ) {}

  /** Call the endpoint, and nothing else. Needs the {@link CustomRoles} of the environment. */
  invoke(name: string, principal: Principal): RoleAssignment {
    return grantRole(name, customRole('endpoint caller', this.roles), principal, this.target);
  }

  /** Deploy to the endpoint, test a deployment and move traffic. Needs the {@link CustomRoles} of the environment. */
  release(name: string, principal: Principal): RoleAssignment {
    return grantRole(name, customRole('endpoint releaser', this.roles), principal, this.target);
  }
}

function deploymentProperties(deployment: PlacedDeployment) {
  return {
    endpointComputeType: 'Managed' as const,
    instanceType: deployment.instanceType,
    environmentVariables: { ...deployment.environment },
    model: deployment.modelUri,
    ...(deployment.container === undefined ? {} : { modelMountPath: deployment.container.modelMountPath }),
    // The workspace's managed network takes precedence over this flag.
    egressPublicNetworkAccess: 'Disabled',
    appInsightsEnabled: true,
    scaleSettings: { scaleType: 'Default' as const },
    requestSettings: {
      maxConcurrentRequestsPerInstance: deployment.maxConcurrentRequestsPerInstance,
      requestTimeout: seconds(deployment.requestTimeoutSeconds),
    },
    ...probes(deployment.startupTimeoutSeconds),
  };
}

/**
 * Probes that wait for the weights. A container is ready when it first answers, and has the whole start-up time for it.
 * After that time it is restarted when it does not answer for 30 seconds.
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

/** A duration in the ISO 8601 form of the API. */
function seconds(count: number): string {
  return `PT${count}S`;
}
