import { Account, Deployment, RaiPolicy } from '@pulumi/azure-native/cognitiveservices';
import type { ComponentResourceOptions, CustomResource, Input, Output } from '@pulumi/pulumi';
import { ComponentResource } from '@pulumi/pulumi';
import type { AzureModelDeploymentPlan, Settled } from '../../../lib/plan';
import type { Principal } from '../identity/role-assignment';
import { grantRole } from '../identity/role-assignment';
import type { LandingZone } from '../landing-zone/landing-zone';
import { openaiZone } from '../network/private-dns-zones';
import { PrivateEndpoint } from '../network/private-endpoint';
import { sendDiagnostics } from '../observability/diagnostic-setting';
import { dataOptions } from '../retention/data-retention';
import { blockingFilters } from './content-filters';

export type ModelDeployment = Settled<AzureModelDeploymentPlan>;

export interface OpenAiAccountProps {
  /** Name of the account and of its subdomain, unique in the world. */
  readonly accountName: string;
  /** Model deployments by a stable key. */
  readonly deployments: Readonly<Record<string, ModelDeployment>>;
  /** Identities that may call the models, by a stable key. */
  readonly users: Readonly<Record<string, Principal>>;
  /** Hosts the service may call on its own. @default - none */
  readonly allowedFqdnList?: readonly string[];
  readonly landingZone: LandingZone;
}

/**
 * A private Azure OpenAI account with its content filters and model deployments.
 *
 * Azure allows one write on an account at a time and answers 409 to a second, so everything below the account forms one
 * chain: private endpoint, filters, deployments, in the order of their keys. A further model joins the chain and leaves
 * the others as they are.
 *
 * A deleted account stays for 48 hours: its name and its quota are taken, and creating it again means restoring it, for
 * which this component would have to be told.
 */
export class OpenAiAccount extends ComponentResource {
  readonly accountId: Output<string>;

  constructor(name: string, props: OpenAiAccountProps, opts?: ComponentResourceOptions) {
    super('llmops-kit:azure:OpenAiAccount', name, {}, opts);
    const { landingZone, accountName } = props;
    const { resourceGroupName } = landingZone;
    const account = new Account(
      `${name}-account`,
      {
        accountName,
        resourceGroupName,
        location: landingZone.location,
        kind: 'OpenAI',
        sku: { name: 'S0' },
        identity: { type: 'SystemAssigned' },
        properties: {
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
    const filters = this.contentFilters(name, account, resourceGroupName, props.deployments, endpoint.zoneGroup);
    this.modelDeployments(name, account, resourceGroupName, props.deployments, filters);

    sendDiagnostics(name, { resourceUri: account.id, workspaceId: landingZone.logAnalyticsWorkspaceId }, this);
    for (const [key, principal] of sorted(props.users)) {
      grantRole(
        `${name}-${key}`,
        {
          role: 'Cognitive Services OpenAI User',
          principal,
          scope: account.id,
          scopeName: `Microsoft.CognitiveServices/accounts/${accountName}`,
          subscription: landingZone.subscription,
        },
        this,
      );
    }
    this.accountId = account.id;
    this.registerOutputs({});
  }

  /** Filters in a chain after `previous`. Models may share one. */
  private contentFilters(
    name: string,
    account: Account,
    resourceGroupName: Input<string>,
    deployments: OpenAiAccountProps['deployments'],
    previous: CustomResource,
  ): ReadonlyMap<string, RaiPolicy> {
    const filters = new Map<string, RaiPolicy>();
    const names = new Set(Object.values(deployments).map((deployment) => deployment.contentFilterName));
    for (const raiPolicyName of [...names].toSorted()) {
      const filter: RaiPolicy = new RaiPolicy(
        `${name}-${raiPolicyName}`,
        {
          raiPolicyName,
          accountName: account.name,
          resourceGroupName,
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

  /** Deployments in a chain after the last filter. */
  private modelDeployments(
    name: string,
    account: Account,
    resourceGroupName: Input<string>,
    deployments: OpenAiAccountProps['deployments'],
    filters: ReadonlyMap<string, RaiPolicy>,
  ): void {
    let previous: CustomResource | undefined = [...filters.values()].at(-1);
    for (const [key, plan] of sorted(deployments)) {
      const filter = filters.get(plan.contentFilterName);
      previous = new Deployment(
        `${name}-${key}`,
        {
          deploymentName: plan.deploymentName,
          accountName: account.name,
          resourceGroupName,
          sku: plan.sku,
          properties: {
            model: plan.model,
            raiPolicyName: filter?.name ?? plan.contentFilterName,
            versionUpgradeOption: plan.versionUpgradeOption,
          },
        },
        { parent: this, ...(previous === undefined ? {} : { dependsOn: previous }) },
      );
    }
  }
}

function sorted<T>(record: Readonly<Record<string, T>>): readonly (readonly [string, T])[] {
  return Object.entries(record).toSorted(([a], [b]) => (a < b ? -1 : 1));
}
