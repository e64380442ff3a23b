import { armTypeRows } from './arm-types';
import type { ArmValue } from './arm-value';
import { isListValue, isObjectValue } from './arm-value';

type ObjectValue = { readonly [key: string]: ArmValue };

/** A resource in the terms of Azure Resource Manager. */
export interface ArmResource {
  /** Provider with its types, such as `Microsoft.Storage/storageAccounts`. */
  readonly type: string;
  /** Segments of the name: of the parents, then its own. */
  readonly names: readonly ArmValue[];
  /** Everything else that the template says about it, such as `location`, `sku` and `properties`. */
  readonly body: ObjectValue;
}

interface Row {
  readonly token: string;
  readonly names: readonly string[];
  readonly body: string;
}

const rows: ReadonlyMap<string, Row> = new Map(
  armTypeRows.map((row) => {
    const [type = '', token = '', names = '', body = ''] = row.split(' ');
    return [type.toLowerCase(), { token: `azure-native:${token}`, names: names.split(','), body }];
  }),
);

/**
 * A resource of a template in the terms of azure-native: names as inputs, `properties` lifted to the top where azure-native
 * does that. A type without a row keeps the form of ARM, with its name in `name`.
 */
export function asAzureNative({ type, names, body }: ArmResource): {
  readonly type: string;
  readonly properties: ObjectValue;
} {
  const row = rows.get(type.toLowerCase());
  const { properties, ...rest } = body;
  const top = withIdentity(rest);
  if (row === undefined) {
    const own = names.at(-1) ?? null;
    return { type, properties: { name: own, ...top, ...(properties === undefined ? {} : { properties }) } };
  }
  const named = row.names.flatMap((input, index) => (input === '-' ? [] : [[input, names[index] ?? null] as const]));
  return { type: row.token, properties: { ...Object.fromEntries(named), ...top, ...bodyOf(row, properties) } };
}

function bodyOf({ token, body }: Row, properties: ArmValue | undefined): ObjectValue {
  if (properties === undefined) return {};
  if (body !== '' || !isObjectValue(properties)) return { [body === '' ? 'properties' : body]: properties };
  return token.startsWith('azure-native:network:') ? lifted(properties) : properties;
}

/** Network resources hold others, whose `properties` azure-native lifts too: subnets, rules, connections. */
function lifted(value: ObjectValue): ObjectValue {
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, liftedItem(item)]));
}

function liftedItem(value: ArmValue): ArmValue {
  if (isListValue(value)) return value.map(liftedItem);
  if (!isObjectValue(value)) return value;
  const { properties, ...rest } = value;
  return properties !== undefined && isObjectValue(properties)
    ? { ...lifted(rest), ...lifted(properties) }
    : lifted(value);
}

/** azure-native takes the identities as a list of ids, ARM as the keys of an object. */
function withIdentity(body: ObjectValue): ObjectValue {
  const { identity } = body;
  if (identity === undefined || !isObjectValue(identity)) return body;
  const { userAssignedIdentities: assigned } = identity;
  if (assigned === undefined || !isObjectValue(assigned)) return body;
  return { ...body, identity: { ...identity, userAssignedIdentities: Object.keys(assigned).toSorted() } };
}

const bodies: ReadonlyMap<string, string> = new Map([...rows.values()].map(({ token, body }) => [token, body]));

/** A path within an ARM resource, such as `properties.sku`, as one of the node. @param type type of the node */
export function azureNativePath(path: string, type: string): string {
  const body = bodies.get(type);
  if (body === undefined || !path.startsWith('properties.')) return path;
  const rest = path.slice('properties.'.length);
  return body === '' ? rest : `${body}.${rest}`;
}
