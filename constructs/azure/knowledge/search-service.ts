import type { RoleAssignment } from '@pulumi/azure-native/authorization';
import { Service } from '@pulumi/azure-native/search';
import type { ComponentResourceOptions, Output } from '@pulumi/pulumi';
import { ComponentResource } from '@pulumi/pulumi';
import type { GrantTarget, Principal } from '../identity/role-assignment';
import { grantRole } from '../identity/role-assignment';
import type { LandingZone } from '../landing-zone/landing-zone';
import { searchZone } from '../network/private-dns-zones';
import { PrivateEndpoint } from '../network/private-endpoint';
import { sendDiagnostics } from '../observability/diagnostic-setting';
import { dataOptions } from '../retention/data-retention';

/** Props of a {@link SearchService}. */
export interface SearchServiceProps {
  /** Name of the service, unique in Azure. */
  readonly searchServiceName: string;
  readonly skuName: 'basic' | 'standard';
  /** The service level agreement needs two replicas for queries, three for queries and writes. */
  readonly replicaCount: number;
  readonly partitionCount: number;
  readonly landingZone: LandingZone;
}

/**
 * A private Azure AI Search service.
 *
 * Creates the service, its private endpoint and its diagnostic setting. API keys and public access are disabled, and the
 * service opens no outbound connection. Billed per hour, replica and partition. The semantic ranker uses its free
 * allowance.
 *
 * Indexes are not declared: Azure Resource Manager has no type for them. A pipeline step creates and swaps them.
 *
 * @throws CodedError `MissingPrivateDnsZone`
 */
export class SearchService extends ComponentResource {
  /** Resource id. */
  readonly serviceId: Output<string>;
  readonly grants: SearchGrants;

  constructor(name: string, props: SearchServiceProps, opts?: ComponentResourceOptions) {
    super('llmops-kit:azure:SearchService', name, {}, opts);
    const { landingZone, searchServiceName } = props;
    const service = new Service(
      `${name}-service`,
      {
        searchServiceName,
        resourceGroupName: landingZone.resourceGroupName,
        location: landingZone.location,
        sku: { name: props.skuName },
        replicaCount: props.replicaCount,
        partitionCount: props.partitionCount,
        hostingMode: 'Default',
        identity: { type: 'SystemAssigned' },
        // With keys off, authOptions must be absent: the service refuses both together.
        disableLocalAuth: true,
        publicNetworkAccess: 'Disabled',
        networkRuleSet: { bypass: 'None', ipRules: [] },
        dataExfiltrationProtections: ['BlockAll'],
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
    this.grants = new SearchGrants({
      scope: service.id,
      scopeName: `Microsoft.Search/searchServices/${searchServiceName}`,
      subscription: landingZone.subscription,
      component: this,
    });
    this.registerOutputs({});
  }
}

/** Roles that identities can get on a search service. */
export class SearchGrants {
  constructor(private readonly target: GrantTarget) {}

  /** Query indexes, not change them. */
  query(name: string, principal: Principal): RoleAssignment {
    return grantRole(name, 'Search Index Data Reader', principal, this.target);
  }
}
