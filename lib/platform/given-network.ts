/** A VPC that the company has made. The kit changes nothing that is in it, and looks nothing up: the config gives every id. */
export interface AwsGivenNetwork {
  /** For example `vpc-0a1b2c3d4e5f60718`. */
  readonly vpcId: string;
  /**
   * Subnets of models, jobs and private endpoints, one for each zone, in the order of `availabilityZones`. They need no route to the
   * internet, and should have none.
   */
  readonly privateSubnetIds: readonly string[];
  /** Zone names of the subnets, for example `eu-central-1a`. */
  readonly availabilityZones: readonly string[];
  /**
   * Security group of models and jobs. It must be allowed to open HTTPS connections to the private endpoints.
   *
   * @default - the kit creates one that may open HTTPS connections only
   */
  readonly securityGroupId?: string;
  /**
   * Who creates the private endpoints of AWS services: `existing` when all that the platform needs can be reached already, also by
   * way of a hub; `ours` when the kit creates them in this VPC, except those of `existingEndpoints`.
   */
  readonly endpoints: 'existing' | 'ours';
  /**
   * With `ours`: services that can be reached already, by name without the regional prefix, `s3` and `dynamodb` included. A VPC has
   * one private name per service: an endpoint that exists and is not named here makes the deployment fail.
   *
   * @default - none
   */
  readonly existingEndpoints?: readonly string[];
  /**
   * Route tables of the subnets, for gateway endpoints that the kit creates. @default - none: required unless `s3` and
   * `dynamodb` are existing
   */
  readonly routeTableIds?: readonly string[];
}

/** A virtual network that the company has made. The kit puts private endpoints into a subnet of it and changes nothing else. */
export interface AzureGivenNetwork {
  /** Resource id of the network. It is in the location of the environment. */
  readonly virtualNetworkId: string;
  /** Resource id of the subnet of private endpoints, in that network. A platform needs about twenty addresses. */
  readonly privateEndpointSubnetId: string;
}

/** How the names of private endpoints reach DNS. */
export interface AzureGivenDns {
  /**
   * `zones`: the kit registers each private endpoint in the zones of `zonesIn`. `policy`: a policy of the company does, and the kit
   * creates no zone group; the plan lists the records that must appear.
   */
  readonly records: 'zones' | 'policy';
  /** Resource id of the resource group with all private DNS zones, as a hub has them. Required with `zones`. */
  readonly zonesIn?: string;
}

/** The network of a hub, to which the kit peers the network that it creates. The hub's owner adds the peering back. */
export interface AzureHub {
  /** Resource id of the hub's virtual network, also in another subscription. */
  readonly virtualNetworkId: string;
  /**
   * Whether traffic to other networks goes through the gateway of the hub. The peering of the hub must exist before and allow gateway
   * transit: Azure refuses it otherwise. @default false
   */
  readonly useGateway?: boolean;
  /** Addresses of DNS servers, for example of the hub's resolver. Needs `dns`. @default - the servers of Azure */
  readonly dnsServers?: readonly string[];
}
