import type { Declarations } from './declaration';

/** Raised by the rules of `lib/platform` about what a company gives instead of what the kit would create. */
export const landingZoneMessages = {
  GivenElsewhere: {
    title: 'Given elsewhere',
    meaning: 'A resource of the company is in another account or region, where the environment cannot use it.',
    fix: 'Give one that is where the environment is.',
  },
  InvalidAwsId: {
    title: 'Invalid AWS id',
    meaning: 'The value is not the id of a resource of this kind.',
    fix: 'Copy the id from the account.',
  },
  InvalidAzureId: {
    title: 'Invalid Azure id',
    meaning: 'The value is not the resource id of a resource of this type.',
    fix: "Copy the id from 'az resource show' or the portal, where it is called Resource ID.",
  },
  InvalidBoundary: {
    title: 'Invalid permissions boundary',
    meaning: 'The value is not the ARN of a policy that roles of this account can have as their boundary.',
    fix: 'Copy the ARN of a managed policy of the same account.',
  },
  InvalidDnsServer: {
    title: 'Invalid DNS server',
    meaning: 'The value is not the address of a DNS server.',
    fix: 'Write an IPv4 address.',
  },
  InvalidGivenName: {
    title: 'Invalid name of a given resource',
    meaning: 'The value cannot be the name or the ARN of a resource of this kind.',
    fix: 'Copy it from the account.',
  },
  InvalidNamePrefix: {
    title: 'Invalid name prefix',
    meaning: 'The value cannot begin a name in every service of both clouds.',
    fix: 'Use 2 to 8 lower-case letters and digits, beginning with a letter.',
  },
  InvalidRolePath: {
    title: 'Invalid role path',
    meaning: 'The value is not a path of IAM.',
    fix: 'Write a path with slashes at both ends, for example /platform/.',
  },
  InvalidTagKey: {
    title: 'Invalid tag key',
    meaning: 'A cloud of the platform does not accept this key of a tag, reserves it, or drops it silently.',
    fix: 'Use a key as the message says.',
  },
  LiteralWebhook: {
    title: 'Literal webhook',
    meaning: 'The config has the URL of a webhook, and whoever has it can send alarms.',
    fix: 'Store the URL in Secrets Manager or as a secret of the Pulumi stack, and name the secret. Replace a URL that was committed.',
  },
  NoDnsZones: {
    title: 'No DNS zones',
    meaning:
      'Private endpoints are to be registered in zones of the company, and the config does not say where the zones are.',
    fix: 'Add dns.zonesIn, the id of the resource group with the zones.',
  },
  NoNetwork: {
    title: 'No network',
    meaning: 'The environment has neither a range for a new network nor a network of the company.',
    fix: 'Add cidr, or network with the ids of an existing one.',
  },
  NoRouteTables: {
    title: 'No route tables',
    meaning: 'The kit is to create gateway endpoints in a network of the company, and does not know its route tables.',
    fix: 'Add routeTableIds, or name s3 and dynamodb in existingEndpoints.',
  },
  PlatformTag: {
    title: 'Tag of the platform',
    meaning: 'The kit sets this tag itself, from another field of the config.',
    fix: 'Change that field, or choose another key.',
  },
  SingleZone: {
    title: 'Single zone',
    meaning: 'A production environment is in one zone of a network of the company: the loss of the zone stops it.',
    fix: 'Add a subnet in another zone.',
    severity: 'warning',
  },
  ReplicationOwned: {
    title: 'Replication of a registry that the company owns',
    meaning:
      'The config lets the kit write the replication of a whole ECR registry, and gives a repository of the company in it.',
    fix: 'Remove registryReplication, and let the owner of the registry add the rule that the plan has.',
  },
  ReplicationTwice: {
    title: 'Replication twice',
    meaning:
      'Two environments of one account and region would each write the only replication configuration of its ECR registry.',
    fix: "Keep registryReplication: 'ours' in one of them, and let its owner add the rule of the other.",
  },
  StandbyHalfGiven: {
    title: 'Standby half given',
    meaning: 'The second region has a bucket of the company without its key, or a key without its bucket.',
    fix: 'Give both, or neither: the kit then creates both.',
  },
  StandbyInPlace: {
    title: 'Standby in place',
    meaning: 'The second location of an environment is its first one.',
    fix: 'Choose another location.',
  },
  TooManyTags: {
    title: 'Too many tags',
    meaning: 'A resource can have 50 tags, those that the kit sets included.',
    fix: 'Remove tags.',
  },
  TwoNetworks: {
    title: 'Two networks',
    meaning: 'The environment has a range for a new network and a network of the company.',
    fix: 'Remove one of the two.',
  },
  UnknownEndpoint: {
    title: 'Unknown endpoint',
    meaning: 'An environment names an endpoint that the platform does not have.',
    fix: 'Use a key of endpoints, or declare the endpoint.',
  },
  UnusedNetworkField: {
    title: 'Unused field of the landing zone',
    meaning: 'A field about what the company gives has no effect beside another field.',
    fix: 'Remove one of the two.',
    severity: 'warning',
  },
  WebhookBesideTopic: {
    title: 'Webhook beside topic',
    meaning: 'Alarms go to a topic or an action group of the company, and the kit adds nobody to it.',
    fix: 'Let its owner add the receiver, or remove topicArn or actionGroupId.',
  },
  ZonesOfSubnets: {
    title: 'Zones of subnets',
    meaning: 'The subnets of an existing network and their zones do not belong together.',
    fix: 'Write one zone of the region for each subnet, in the same order.',
  },
} as const satisfies Declarations;
