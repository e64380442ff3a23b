import { plainValue } from '../arm/arm-value';
import { asAzureNative } from '../arm/to-azure-native';
import { asList, asRecord, asText, isRecord, propertyValue } from '../json';
import type { MarkedProperties } from '../marked-properties';
import { unknownValue } from '../placeholder';
import { placeholderMarks } from '../placeholder-marks';
import type { PropertyValue } from '../resource-graph';

/**
 * A resource of the provider azapi as the ARM resource that it manages.
 *
 * Source: registry.terraform.io/providers/azure/azapi, azapi_resource (body is an object since version 2, JSON text before),
 * read 2026-12-01.
 *
 * @returns undefined where the type is not known
 */
export function asArm({ properties }: MarkedProperties): (MarkedProperties & { readonly type: string }) | undefined {
  const [type, version] = (asText(properties['type']) ?? '').split('@');
  if (type === undefined || version === undefined) return undefined;
  const { location, tags, body: written, identity } = properties;
  const body = Object.fromEntries(
    Object.entries({ location, tags, identity: identityOf(identity), ...bodyOf(written) }).flatMap(([key, value]) =>
      value === undefined ? [] : [[key, plainValue(value)] as const],
    ),
  );
  const resource = asAzureNative({ type, names: namesOf(type, properties), body });
  // What was unknown or secret is so by its placeholder, wherever it is now.
  const translated = asRecord(propertyValue(resource.properties)) as MarkedProperties['properties'];
  return { type: resource.type, properties: translated, ...placeholderMarks(translated) };
}

/** The body; where it is not known as a whole, one property that says so. */
function bodyOf(body: PropertyValue | undefined): Readonly<Record<string, unknown>> {
  if (body === undefined) return {};
  if (isRecord(body)) return body;
  try {
    const parsed: unknown = typeof body === 'string' ? JSON.parse(body) : undefined;
    return isRecord(parsed) ? parsed : { properties: body };
  } catch {
    return { properties: body };
  }
}

/** The name with those of the parents, which the id of the parent has. */
function namesOf(type: string, properties: MarkedProperties['properties']): readonly string[] {
  const own = asText(properties['name']) ?? unknownValue;
  const count = type.split('/').length - 2;
  if (count <= 0) return [own];
  const parent = /\/providers\/[^/]+\/(.+)$/.exec(asText(properties['parent_id']) ?? '')?.[1]?.split('/') ?? [];
  const names = parent.filter((_, index) => index % 2 === 1);
  return [...Array.from({ length: count }, (_, index) => names[index] ?? unknownValue), own];
}

/** Terraform has the identity as a block with a list of ids. */
function identityOf(identity: PropertyValue | undefined): object | undefined {
  const [block] = asList(identity);
  const { type, identity_ids: ids } = asRecord(block);
  if (typeof type !== 'string') return undefined;
  const assigned = asList(ids).flatMap((id) => asText(id) ?? []);
  return { type, ...(assigned.length === 0 ? {} : { userAssignedIdentities: assigned }) };
}
