import type { RoleAssignment } from '@pulumi/azure-native/authorization';
import { Service, SharedPrivateLinkResource } from '@pulumi/azure-native/search';
import type { ComponentResourceOptions, CustomResource, Input, Output } from '@pulumi/pulumi';
import { ComponentResource } from '@pulumi/pulumi';
import type { GrantTarget, Principal } from '../identity/role-assignment';
import { grantRole } from '../identity/role-assignment';
import type { Imported } from '../landing-zone/imported-resource';
import { importResource } from '../landing-zone/imported-resource';
import type { LandingZone } from '../landing-zone/landing-zone';
import { searchZone } from '../network/private-dns-zones';
import { PrivateEndpoint } from '../network/private-endpoint';
import { sendDiagnostics } from '../observability/diagnostic-setting';
import type { MetricCondition } from '../observability/metric-alert';
import { alertOn } from '../observability/metric-alert';
import type { ResourceMetrics } from '../observability/resource-metrics';
import { metricsOf } from '../observability/resource-metrics';
import { defaultName } from '../props/default-name';
import { dataOptions } from '../retention/data-retention';
import { systemPrincipal } from '../workspace/ml-workspace';

/** An Azure OpenAI account that a search service calls. */
export interface EmbeddingAccount {
  /** Resource id. */
  readonly accountId: Input<string>;
  /** Name of the shared private link, unique in the service. @default 'openai' */
  readonly linkName?: string;
  /** The last write on the account, which accepts one at a time. */
  readonly dependsOn: CustomResource;
}

/** Props of a {@link SearchService}. */
export interface SearchServiceProps {
  /** Name of the service, unique in Azure. @default - a name that follows from the component and its place */
  readonly searchServiceName?: string;
  /** @default 'standard' */
  readonly skuName?: 'basic' | 'standard';
  /** The service level agreement needs two replicas for queries, three for queries and writes. @default 3 */
  readonly replicaCount?: number;
  /** @default 1 */
  readonly partitionCount?: number;
  /** Azure OpenAI account that embeds documents and queries. @default - the service opens no outbound connection */
  readonly embedding?: EmbeddingAccount;
  /** Tells an action group when more percent of the queries than this are refused. @default - no alert */
  readonly alert?: {
    readonly actionGroupId: Input<string>;
    readonly throttledPercent: number;
    /** Also tells it when indexers fail on more documents than this in five minutes. @default - no such alert */
    readonly failedDocuments?: number;
  };
  readonly landingZone: LandingZone;
}

/**
 * A private Azure AI Search service.
 *
 * Creates the service, its private endpoint and its diagnostic setting. API keys and public access are disabled. The service
 * opens no outbound connection, or one to the account that embeds, over a shared private link. The owner of the account
 * approves the link once: until then it is pending and nothing is embedded. The service calls the account as its own
 * identity, which needs `account.grants.invoke`. Billed per hour, replica and partition, the link per hour and GB. The semantic ranker uses its free
 * allowance.
 *
 * Indexes are not declared: Azure Resource Manager has no type for them. A pipeline step creates and swaps them.
 *
 * @throws CodedError `MissingPrivateDnsZone`
 */
export class SearchService extends ComponentResource implements Principal {
  /** One that another program or team made, by its resource id. @throws CodedError `InvalidProps` */
  static fromServiceId(name: string, serviceId: string, opts?: ComponentResourceOptions): Imported<SearchGrants> {
    const grantsOf = (target: GrantTarget): SearchGrants => new SearchGrants(target);
    return importResource(name, { type: 'Microsoft.Search/searchServices', id: serviceId, grantsOf }, opts);
  }

  /** Resource id. */
  readonly serviceId: Output<string>;
  readonly principalName: string;
  readonly principalId: Output<string>;
  /** The shared private link. Absent where the service does not embed. */
  readonly embeddingLink: CustomResource | undefined;
  readonly grants: SearchGrants;
  readonly metrics: ResourceMetrics;

  constructor(name: string, props: SearchServiceProps, opts?: ComponentResourceOptions) {
    super('llmops-kit:azure:SearchService', name, {}, opts);
    const { landingZone, searchServiceName = defaultName('search', name, landingZone) } = props;
    const service = new Service(
      `${name}-service`,
      {
        searchServiceName,
        resourceGroupName: landingZone.resourceGroupName,
        location: landingZone.location,
        sku: { name: props.skuName ?? 'standard' },
        replicaCount: props.replicaCount ?? 3,
        partitionCount: props.partitionCount ?? 1,
        hostingMode: 'Default',
        identity: { type: 'SystemAssigned' },
        // With keys off, authOptions must be absent: the service refuses both together.
        disableLocalAuth: true,
        publicNetworkAccess: 'Disabled',
        networkRuleSet: { bypass: 'None', ipRules: [] },
        dataExfiltrationProtections: props.embedding === undefined ? ['BlockAll'] : [],
        semanticSearch: 'free',
      },
      { parent: this, customTimeouts: { create: '2h', update: '2h' }, ...dataOptions(landingZone.dataRetention) },
    );
    new PrivateEndpoint(
      `${name}-private`,
      {
        privateEndpointName: `${searchServiceName}-pe`,
        privateLinkServiceId: service.id,
        groupId: 'searchService',
        privateDnsZones: [searchZone],
        landingZone,
      },
      { parent: this },
    );
    sendDiagnostics(
      name,
      {
        resourceUri: service.id,
        resourceType: 'Microsoft.Search/searchServices',
        workspaceId: landingZone.logAnalyticsWorkspaceId,
      },
      this,
    );
    this.serviceId = service.id;
    this.principalName = searchServiceName;
    this.principalId = service.identity.apply((identity) => systemPrincipal(name, identity));
    this.embeddingLink = this.linkTo(name, service, props);
    this.watch(name, service, props);
    const target = {
      scope: service.id,
      scopeName: `Microsoft.Search/searchServices/${searchServiceName}`,
      subscription: landingZone.subscription,
      component: this,
    };
    this.grants = new SearchGrants(target);
    this.metrics = metricsOf(target, landingZone);
    this.registerOutputs({});
  }

  /** Source of the metric: MicrosoftDocs/azure-monitor-docs, supported metrics of Microsoft.Search/searchServices of 2026-08-14. */
  private watch(name: string, service: Service, { alert, landingZone }: SearchServiceProps): void {
    if (alert === undefined) return;
    const { resourceGroupName } = landingZone;
    const target = { resourceName: this.principalName, resourceId: service.id, resourceGroupName };
    alertOn(
      name,
      { ...target, actionGroupId: alert.actionGroupId },
      [
        {
          alert: 'throttled',
          description: 'Queries are refused: more than the replicas take at once',
          metricNamespace: 'Microsoft.Search/searchServices',
          metricName: 'ThrottledSearchQueriesPercentage',
          operator: 'GreaterThan',
          threshold: alert.throttledPercent,
        },
        ...(alert.failedDocuments === undefined ? [] : [failedDocuments(alert.failedDocuments)]),
      ],
      this,
    );
  }

  private linkTo(
    name: string,
    service: Service,
    { embedding, landingZone }: SearchServiceProps,
  ): CustomResource | undefined {
    if (embedding === undefined) return undefined;
    return new SharedPrivateLinkResource(
      `${name}-to-openai`,
      {
        sharedPrivateLinkResourceName: embedding.linkName ?? 'openai',
        searchServiceName: service.name,
        resourceGroupName: landingZone.resourceGroupName,
        properties: {
          groupId: 'openai_account',
          privateLinkResourceId: embedding.accountId,
          requestMessage: `${this.principalName} embeds documents and queries`,
        },
      },
      // The service or the owner of the account writes the state of the approval.
      {
        parent: this,
        dependsOn: embedding.dependsOn,
        ignoreChanges: ['properties.status', 'properties.provisioningState'],
        customTimeouts: { create: '1h', update: '1h' },
      },
    );
  }
}

/**
 * Metric and dimension are of the page of {@link SearchService}; it does not say how the value of the dimension is spelled, so the
 * alert counts both spellings.
 */
function failedDocuments(threshold: number): MetricCondition {
  return {
    alert: 'failed-documents',
    description: 'Indexers fail on documents',
    metricNamespace: 'Microsoft.Search/searchServices',
    metricName: 'DocumentsProcessedCount',
    aggregation: 'Total',
    operator: 'GreaterThan',
    threshold,
    dimension: { name: 'Failed', values: ['true', 'True'] },
  };
}

/** Roles that identities can get on a search service. */
export class SearchGrants {
  constructor(private readonly target: GrantTarget) {}

  /** Query indexes, not change them. */
  query(name: string, principal: Principal): RoleAssignment {
    return grantRole(name, 'Search Index Data Reader', principal, this.target);
  }

  /**
   * Create, fill and delete indexes. The right to create one comes only with the right to change the service.
   *
   * Source: Microsoft Learn, "Connect to Azure AI Search using roles", read 2026-11-30.
   */
  write(name: string, principal: Principal): readonly RoleAssignment[] {
    return [
      grantRole(name, 'Search Index Data Contributor', principal, this.target),
      grantRole(name, 'Search Service Contributor', principal, this.target),
    ];
  }
}
