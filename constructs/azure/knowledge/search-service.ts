import { Service } from '@pulumi/azure-native/search';
import type { ComponentResourceOptions, Output } from '@pulumi/pulumi';
import { ComponentResource } from '@pulumi/pulumi';
import type { Principal } from '../identity/role-assignment';
import { grantRole } from '../identity/role-assignment';
import type { LandingZone } from '../landing-zone/landing-zone';
import { searchZone } from '../network/private-dns-zones';
import { PrivateEndpoint } from '../network/private-endpoint';
import { sendDiagnostics } from '../observability/diagnostic-setting';
import { dataOptions } from '../retention/data-retention';

export interface SearchServiceProps {
  readonly searchServiceName: string;
  readonly skuName: 'basic' | 'standard';
  /** Two replicas for reading, three for reading and writing, carry a service level agreement. */
  readonly replicaCount: number;
  readonly partitionCount: number;
  readonly landingZone: LandingZone;
}

/**
 * A private Azure AI Search service that knows roles and no keys.
 *
 * Indexes are not declared here: Azure Resource Manager has no type for them, a pipeline step creates and swaps them.
 * The semantic ranker runs on its free allowance; paying for more is a decision for the plan.
 */
export class SearchService extends ComponentResource {
  readonly serviceId: Output<string>;

  constructor(
    name: string,
    private readonly props: SearchServiceProps,
    opts?: ComponentResourceOptions,
  ) {
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
    sendDiagnostics(name, { resourceUri: service.id, workspaceId: landingZone.logAnalyticsWorkspaceId }, this);
    this.serviceId = service.id;
    this.registerOutputs({});
  }

  /** Lets a principal query indexes, not change them. */
  grantQuery(name: string, principal: Principal): void {
    grantRole(
      name,
      {
        role: 'Search Index Data Reader',
        principal,
        scope: this.serviceId,
        scopeName: `Microsoft.Search/searchServices/${this.props.searchServiceName}`,
        subscription: this.props.landingZone.subscription,
      },
      this,
    );
  }
}
