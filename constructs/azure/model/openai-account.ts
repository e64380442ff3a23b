import type { RoleAssignment } from '@pulumi/azure-native/authorization';
import { Account, Deployment, RaiPolicy } from '@pulumi/azure-native/cognitiveservices';
import type { ComponentResourceOptions, CustomResource, Input, Output } from '@pulumi/pulumi';
import { ComponentResource } from '@pulumi/pulumi';
import { keyParts } from '../encryption/customer-key';
import type { GrantTarget, Principal } from '../identity/role-assignment';
import { grantRole } from '../identity/role-assignment';
import type { Imported } from '../landing-zone/imported-resource';
import { importResource } from '../landing-zone/imported-resource';
import type { LandingZone } from '../landing-zone/landing-zone';
import { openaiZone } from '../network/private-dns-zones';
import { PrivateEndpoint } from '../network/private-endpoint';
import { sendDiagnostics } from '../observability/diagnostic-setting';
import { alertOn } from '../observability/metric-alert';
import type { ResourceMetrics } from '../observability/resource-metrics';
import { metricsOf } from '../observability/resource-metrics';
import { defaultName } from '../props/default-name';
import { dataOptions } from '../retention/data-retention';
import { blockingFilters } from './content-filters';

/** One model deployment of an account. The slice of a settled plan has this shape. */
export interface ModelDeployment {
  /** @default - the key of the deployment */
  readonly deploymentName?: string;
  readonly model: { readonly format: 'OpenAI'; readonly name: string; readonly version: string };
  /** `capacity` is in units of 1,000 tokens a minute. */
  readonly sku: { readonly name: 'Standard' | 'DataZoneStandard' | 'GlobalStandard'; readonly capacity: number };
  /** Whether Azure may replace the version of the model. @default 'NoAutoUpgrade' */
  readonly versionUpgradeOption?: 'NoAutoUpgrade' | 'OnceCurrentVersionExpired';
  /** Name of the content filter. Deployments with the same name share one filter. @default 'blocking' */
  readonly contentFilterName?: string;
}

/** Props of an {@link OpenAiAccount}. */
export interface OpenAiAccountProps {
  /** Name of the account and of its subdomain, unique in Azure. @default - a name that follows from the component and its place */
  readonly accountName?: string;
  /** Model deployments by a stable key. */
  readonly deployments: Readonly<Record<string, ModelDeployment>>;
  /** Tells an action group when fewer percent of the calls than this are answered. @default - no alert */
  readonly alert?: { readonly actionGroupId: Input<string>; readonly availabilityPercent: number };
  /** Hosts that the service may call. @default - none */
  readonly allowedFqdnList?: readonly string[];
  readonly landingZone: LandingZone;
}

interface PlacedAccount extends OpenAiAccountProps {
  readonly accountName: string;
}

/** Name of the filter of a deployment that names none. */
const blockingFilter = 'blocking';

/**
 * A private Azure OpenAI account with its content filters and model deployments.
 *
 * Creates the account, its private endpoint, its diagnostic setting, one content filter per name and one deployment per
 * model. Keys and public access are disabled, outbound calls are limited to `allowedFqdnList`, and filters block what
 * they detect. Billed per token; the account itself is free.
 *
 * Azure accepts one write on an account at a time and answers a second with 409, so everything below the account forms
 * one chain: private endpoint, filters, deployments, in the order of their keys. A further model joins the chain without
 * changing the others.
 *
 * A deleted account keeps its name and its quota for 48 hours. Within that time Azure only restores it, which needs
 * `restore` set to true.
 *
 * @throws CodedError `MissingPrivateDnsZone`
 */
export class OpenAiAccount extends ComponentResource {
  /** One that another program or team made, by its resource id. @throws CodedError `InvalidProps` */
  static fromAccountId(
    name: string,
    accountId: string,
    opts?: ComponentResourceOptions,
  ): Imported<OpenAiAccountGrants> {
    const grantsOf = (target: GrantTarget): OpenAiAccountGrants => new OpenAiAccountGrants(target);
    return importResource(name, { type: 'Microsoft.CognitiveServices/accounts', id: accountId, grantsOf }, opts);
  }

  /** Resource id. */
  readonly accountId: Output<string>;
  /** The last write on the account. A further write, such as a connection to it, must wait for it. */
  readonly lastWrite: CustomResource;
  readonly grants: OpenAiAccountGrants;
  readonly metrics: ResourceMetrics;

  constructor(name: string, props: OpenAiAccountProps, opts?: ComponentResourceOptions) {
    super('llmops-kit:azure:OpenAiAccount', name, {}, opts);
    const { landingZone, accountName = defaultName('openai', name, landingZone) } = props;
    const placed = { ...props, accountName };
    const account = new Account(
      `${name}-account`,
      {
        accountName,
        resourceGroupName: landingZone.resourceGroupName,
        location: landingZone.location,
        kind: 'OpenAI',
        sku: { name: 'S0' },
        identity: identityOf(landingZone),
        properties: {
          ...encryptionOf(landingZone),
          customSubDomainName: accountName,
          disableLocalAuth: true,
          publicNetworkAccess: 'Disabled',
          networkAcls: { defaultAction: 'Deny', ipRules: [], virtualNetworkRules: [] },
          restrictOutboundNetworkAccess: true,
          allowedFqdnList: [...(props.allowedFqdnList ?? [])],
          dynamicThrottlingEnabled: false,
          restore: false,
        },
      },
      { parent: this, customTimeouts: { create: '1h', update: '1h' }, ...dataOptions(landingZone.dataRetention) },
    );
    const endpoint = new PrivateEndpoint(
      `${name}-private`,
      {
        privateEndpointName: `${accountName}-pe`,
        privateLinkServiceId: account.id,
        groupId: 'account',
        privateDnsZones: [openaiZone],
        landingZone,
      },
      { parent: this },
    );
    const filters = this.contentFilters(name, account, placed, endpoint.lastWrite);
    this.lastWrite = this.modelDeployments(name, account, placed, filters) ?? endpoint.lastWrite;
    sendDiagnostics(
      name,
      {
        resourceUri: account.id,
        resourceType: 'Microsoft.CognitiveServices/accounts',
        workspaceId: landingZone.logAnalyticsWorkspaceId,
      },
      this,
    );
    this.accountId = account.id;
    this.watch(name, account, placed);
    const { subscription } = landingZone;
    const scopeName = `Microsoft.CognitiveServices/accounts/${accountName}`;
    const target = { scope: account.id, scopeName, subscription, component: this };
    this.grants = new OpenAiAccountGrants(target);
    this.metrics = metricsOf(target, landingZone);
    this.registerOutputs({});
  }

  /**
   * Source of the metric: MicrosoftDocs/azure-monitor-docs, supported metrics of Microsoft.CognitiveServices/accounts of
   * 2026-07-31. No source says how its other metrics write a status, so refused calls have no alert.
   */
  private watch(name: string, account: Account, { accountName, alert, landingZone }: PlacedAccount): void {
    if (alert === undefined) return;
    const { resourceGroupName } = landingZone;
    const target = { resourceName: accountName, resourceId: account.id, resourceGroupName };
    alertOn(
      name,
      { ...target, actionGroupId: alert.actionGroupId },
      [
        {
          alert: 'availability',
          description: 'Calls are answered with 5xx',
          metricNamespace: 'Microsoft.CognitiveServices/accounts',
          metricName: 'AzureOpenAIAvailabilityRate',
          operator: 'LessThan',
          threshold: alert.availabilityPercent,
        },
      ],
      this,
    );
  }

  /** Filters in a chain after `previous`, one per name. */
  private contentFilters(
    name: string,
    account: Account,
    { deployments, landingZone }: OpenAiAccountProps,
    previous: CustomResource,
  ): ReadonlyMap<string, RaiPolicy> {
    const filters = new Map<string, RaiPolicy>();
    const names = new Set(
      Object.values(deployments).map(({ contentFilterName = blockingFilter }) => contentFilterName),
    );
    for (const raiPolicyName of [...names].toSorted()) {
      const filter: RaiPolicy = new RaiPolicy(
        `${name}-${raiPolicyName}`,
        {
          raiPolicyName,
          accountName: account.name,
          resourceGroupName: landingZone.resourceGroupName,
          properties: {
            basePolicyName: 'Microsoft.DefaultV2',
            mode: 'Blocking',
            contentFilters: blockingFilters.map((check) => ({ ...check })),
          },
        },
        { parent: this, dependsOn: [...filters.values()].at(-1) ?? previous },
      );
      filters.set(raiPolicyName, filter);
    }
    return filters;
  }

  /** Deployments in a chain after the last filter. Returns the last one. */
  private modelDeployments(
    name: string,
    account: Account,
    { deployments, landingZone }: OpenAiAccountProps,
    filters: ReadonlyMap<string, RaiPolicy>,
  ): CustomResource | undefined {
    let previous: CustomResource | undefined = [...filters.values()].at(-1);
    const sorted = Object.entries(deployments).toSorted(([a], [b]) => (a < b ? -1 : 1));
    for (const [key, deployment] of sorted) {
      const { deploymentName = key, sku, model } = deployment;
      const { contentFilterName = blockingFilter, versionUpgradeOption = 'NoAutoUpgrade' } = deployment;
      previous = new Deployment(
        `${name}-${key}`,
        {
          deploymentName,
          accountName: account.name,
          resourceGroupName: landingZone.resourceGroupName,
          sku,
          properties: {
            model,
            raiPolicyName: filters.get(contentFilterName)?.name ?? contentFilterName,
            versionUpgradeOption,
          },
        },
        { parent: this, ...(previous === undefined ? {} : { dependsOn: previous }) },
      );
    }
    return previous;
  }
}

/** The account calls others under its own identity, and the key under that of the company. */
function identityOf({ customerKey }: LandingZone) {
  return customerKey === undefined
    ? { type: 'SystemAssigned' as const }
    : { type: 'SystemAssigned, UserAssigned' as const, userAssignedIdentities: [customerKey.identityId] };
}

function encryptionOf({ customerKey }: LandingZone) {
  if (customerKey === undefined) return {};
  const { identityClientId } = customerKey;
  return {
    encryption: { keySource: 'Microsoft.KeyVault', keyVaultProperties: { ...keyParts(customerKey), identityClientId } },
  };
}

/** Roles that identities can get on an Azure OpenAI account. */
export class OpenAiAccountGrants {
  constructor(private readonly target: GrantTarget) {}

  /** Call the deployed models. */
  invoke(name: string, principal: Principal): RoleAssignment {
    return grantRole(name, 'Cognitive Services OpenAI User', principal, this.target);
  }
}
