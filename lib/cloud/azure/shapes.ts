import { z } from 'zod';

const listOf = <T extends z.ZodType>(item: T) => z.object({ value: z.array(item) });
const named = z.object({ value: z.string() });

/** Answers of Azure Resource Manager, as far as they are read. */
export const shapes = {
  subscription: z.object({ subscriptionId: z.string(), tenantId: z.string(), state: z.string() }),
  registration: z.object({ registrationState: z.string() }),
  permissions: listOf(z.object({ actions: z.array(z.string()), notActions: z.array(z.string()).default([]) })),
  usages: listOf(z.object({ name: named, currentValue: z.number(), limit: z.number(), type: z.string().optional() })),
  models: listOf(
    z.object({
      kind: z.string().optional(),
      model: z.object({
        name: z.string(),
        version: z.string(),
        deprecation: z.object({ inference: z.string().optional() }).optional(),
        skus: z.array(z.object({ name: z.string() })).default([]),
      }),
    }),
  ),
  capacities: listOf(
    z.object({ location: z.string(), properties: z.object({ skuName: z.string(), availableCapacity: z.number() }) }),
  ),
  skus: listOf(
    z.object({
      name: z.string(),
      kind: z.string().optional(),
      resourceType: z.string().optional(),
      locations: z.array(z.string()).default([]),
      restrictions: z
        .array(
          z.object({
            type: z.string().optional(),
            values: z.array(z.string()).default([]),
            reasonCode: z.string().default('restricted'),
          }),
        )
        .default([]),
    }),
  ),
  deleted: listOf(
    z.object({
      id: z.string(),
      name: z.string(),
      properties: z.object({ scheduledPurgeDate: z.string().optional() }).optional(),
    }),
  ),
  resources: listOf(z.object({ name: z.string() })),
  zones: listOf(z.object({ id: z.string(), name: z.string() })),
  zoneLinks: listOf(z.object({ properties: z.object({ virtualNetwork: z.object({ id: z.string() }).optional() }) })),
  networks: listOf(
    z.object({
      id: z.string(),
      name: z.string(),
      properties: z.object({ addressSpace: z.object({ addressPrefixes: z.array(z.string()) }) }),
    }),
  ),
  assignments: listOf(z.looseObject({ properties: z.looseObject({ policyDefinitionId: z.string() }) })),
  exemptions: listOf(z.looseObject({ properties: z.looseObject({ policyAssignmentId: z.string() }) })),
  definition: z.looseObject({ id: z.string(), properties: z.looseObject({}) }),
  activity: listOf(
    z.object({
      operationName: named,
      status: named,
      resourceId: z.string().default(''),
      properties: z.looseObject({ statusMessage: z.string().optional(), statusCode: z.string().optional() }).optional(),
    }),
  ),
  domain: z.object({ isSubdomainAvailable: z.boolean() }),
  name: z.object({ nameAvailable: z.boolean() }),
} as const;
