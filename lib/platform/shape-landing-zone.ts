import { z } from 'zod';

/*
 * Shapes of what a company gives instead of what the kit would create. The rules check formats.
 */
const text = z.string();

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
