/**
 * Property values as they travel between a Pulumi program and its engine: JSON in which secrets, references to
 * resources, assets and values that are not known yet are marked by signatures.
 *
 * Source of the signatures: `@pulumi/pulumi/runtime/rpc` of version 3.248.0.
 */

/** A JSON value with the marks of the file comment. */
export type PropertyValue = null | boolean | number | string | readonly PropertyValue[] | PropertyMap;

/** Properties by name. */
export interface PropertyMap {
  readonly [key: string]: PropertyValue;
}

/** In place of a value that a preview cannot know. */
export const unknownMarker = '04da6b54-80e4-46f7-96ec-b56ff0331ba9';

/** Key that marks a map as something other than plain data; its value says what. */
export const signature = '4dabf18193072939515e22adb298388d';
const secretSignature = '1b47061264138c4ac30d75fd1eb44270';
const resource = '5cf8f73096256a8f31e491e813e4eb8e';
const outputValue = 'd0e6a833031e9bbcd3f4e8bde6ca49a4';

/** Text in place of a secret in events, results and reports. */
export const maskText = '[secret]';

/** True for plain maps and marked ones, false for lists, null and scalars. */
export function isMap(value: PropertyValue | undefined): value is PropertyMap {
  return typeof value === 'object' && value !== null && !isList(value);
}

/** True for a list. */
export function isList(value: PropertyValue | undefined): value is readonly PropertyValue[] {
  return Array.isArray(value);
}

/** A secret: its value is in `value`. In a state file it has a `digest` instead. */
export interface SecretValue extends PropertyMap {
  readonly [signature]: typeof secretSignature;
}

/** True for a secret, also for one of which only the digest is left. */
export function isSecret(value: PropertyValue | undefined): value is SecretValue {
  return isMap(value) && value[signature] === secretSignature;
}

/** Wraps a value as a secret; a secret is returned unchanged. */
export function secret(value: PropertyValue): PropertyValue {
  return isSecret(value) ? value : { [signature]: secretSignature, value };
}

/** Replaces every value of a tree from the leaves up. */
function transform(value: PropertyValue, change: (value: PropertyValue) => PropertyValue): PropertyValue {
  if (isList(value)) return change(value.map((item) => transform(item, change)));
  if (!isMap(value)) return change(value);
  return change(Object.fromEntries(Object.entries(value).map(([key, item]) => [key, transform(item, change)])));
}

/** The value without marks: secrets and output values become their value, a resource its id, else its URN. */
export function revealed(value: PropertyValue): PropertyValue {
  return transform(value, (item) => {
    if (!isMap(item)) return item;
    switch (item[signature]) {
      case secretSignature:
        return item['value'] ?? null;
      case outputValue:
        return item['value'] ?? unknownMarker;
      case resource:
        return item['id'] ?? item['urn'] ?? null;
      default:
        return item;
    }
  });
}

/** The map without marks, as {@link revealed}. */
export function revealedMap(value: PropertyMap): PropertyMap {
  const plain = revealed(value);
  return isMap(plain) ? plain : {};
}

/** Whether the value, or any value inside it, satisfies the condition. */
function some(value: PropertyValue, holds: (value: PropertyValue) => boolean): boolean {
  if (holds(value)) return true;
  if (isList(value)) return value.some((item) => some(item, holds));
  return isMap(value) && Object.values(value).some((item) => some(item, holds));
}

/** Whether a secret is anywhere in the value. */
export function containsSecret(value: PropertyValue): boolean {
  return some(value, isSecret);
}

/** Every text inside the secrets of a value. */
export function secretTexts(value: PropertyValue): readonly string[] {
  if (isSecret(value)) return texts(revealed(value));
  if (isList(value)) return value.flatMap(secretTexts);
  return isMap(value) ? Object.values(value).flatMap(secretTexts) : [];
}

function texts(value: PropertyValue): readonly string[] {
  if (typeof value === 'string') return value === unknownMarker ? [] : [value];
  if (isList(value)) return value.flatMap(texts);
  return isMap(value) ? Object.values(value).flatMap(texts) : [];
}

/** The value with {@link maskText} in place of every secret. */
function masked(value: PropertyValue): PropertyValue {
  if (isSecret(value)) return maskText;
  if (isList(value)) return value.map(masked);
  return isMap(value) ? maskedMap(value) : value;
}

/** The map with {@link maskText} in place of every secret. */
export function maskedMap(value: PropertyMap): PropertyMap {
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, masked(item)]));
}

/** JSON with sorted keys: equal values give equal text. */
export function canonical(value: PropertyValue): string {
  if (isList(value)) return `[${value.map(canonical).join(',')}]`;
  if (!isMap(value)) return JSON.stringify(value);
  const entries = Object.keys(value)
    .toSorted()
    .map((key) => `${JSON.stringify(key)}:${canonical(value[key] ?? null)}`);
  return `{${entries.join(',')}}`;
}

/** The value at a dotted path of maps, through secrets. */
export function valueAt(value: PropertyValue | undefined, path: string): PropertyValue | undefined {
  return path.split('.').reduce<PropertyValue | undefined>((at, key) => {
    const inner = isSecret(at) ? at['value'] : at;
    return isMap(inner) ? inner[key] : undefined;
  }, value);
}

/** Merges `over` into `base`, map by map. A secret in the path remains a secret. */
export function merge(base: PropertyValue | undefined, over: PropertyValue): PropertyValue {
  if (isSecret(base)) return secret(merge(base['value'] ?? null, over));
  if (!isMap(base) || !isMap(over) || isSecret(over)) return over;
  const merged: Record<string, PropertyValue> = { ...base };
  for (const [key, value] of Object.entries(over)) merged[key] = merge(base[key], value);
  return merged;
}
