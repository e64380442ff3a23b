import { z } from 'zod';

/*
 * Shapes of what a company gives instead of what the kit would create. The rules check formats.
 */
const text = z.string();
const serving = z.enum(['none', 'zero', 'warm']);

/** Shape of an `AwsStandby`. */
export const awsStandbyShape = z.strictObject({
  region: text,
  bucketArn: text.exactOptional(),
  keyArn: text.exactOptional(),
  registryReplication: z.literal('ours').exactOptional(),
  serving: serving.exactOptional(),
});

/** Shape of an `AwsGivenNetwork`. */
export const awsNetworkShape = z.strictObject({
  vpcId: text,
  privateSubnetIds: z.array(text).min(1),
  availabilityZones: z.array(text).min(1),
  securityGroupId: text.exactOptional(),
  endpoints: z.enum(['existing', 'ours']),
  existingEndpoints: z.array(text).min(1).exactOptional(),
  routeTableIds: z.array(text).min(1).exactOptional(),
});

/** Channels of Microsoft Teams that Amazon Q Developer posts to, by a name. */
export const awsTeamsShape = z.record(text, z.strictObject({ tenantId: text, teamId: text, channelId: text }));

/** Fields of an Azure target with what a company gives. */
export const azureGivenShape = {
  network: z.strictObject({ virtualNetworkId: text, privateEndpointSubnetId: text }).exactOptional(),
  dns: z.strictObject({ records: z.enum(['zones', 'policy']), zonesIn: text.exactOptional() }).exactOptional(),
  hub: z
    .strictObject({
      virtualNetworkId: text,
      useGateway: z.boolean().exactOptional(),
      dnsServers: z.array(text).min(1).exactOptional(),
    })
    .exactOptional(),
  logs: z.strictObject({ workspaceId: text }).exactOptional(),
  standby: z.strictObject({ location: text, serving: serving.exactOptional() }).exactOptional(),
  encryption: z.strictObject({ keyUri: text, identityId: text, identityClientId: text }).exactOptional(),
  keyVault: z.strictObject({ id: text }).exactOptional(),
  registry: z.strictObject({ id: text }).exactOptional(),
  mlRegistry: z.strictObject({ id: text }).exactOptional(),
  alerts: z
    .strictObject({
      actionGroupId: text.exactOptional(),
      webhooks: z.record(text, z.strictObject({ stackSecret: text })).exactOptional(),
    })
    .exactOptional(),
};
