import type { PropertyValue, ResourceNode } from '../graph';

/** An object of a template, such as a policy statement. */
export type JsonMap = { readonly [key: string]: PropertyValue };

/** A statement of a policy, with its place in the resource. */
export interface PlacedStatement {
  readonly path: string;
  readonly statement: JsonMap;
}

/** Whether a value is a list. */
export function isList(value: PropertyValue | symbol | undefined): value is readonly PropertyValue[] {
  return Array.isArray(value);
}

/** Whether a value is an object that is no list. */
export function isMap(value: PropertyValue | symbol | undefined): value is JsonMap {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A value as a list: policies take a single value in place of a list of one. */
export function listOf(value: PropertyValue | undefined): readonly PropertyValue[] {
  return value === undefined ? [] : isList(value) ? value : [value];
}

/** The texts of a text or list. References are left out. */
export function textsOf(value: PropertyValue | undefined): readonly string[] {
  return listOf(value).filter((item) => typeof item === 'string');
}

/** The value at a path of keys, or undefined. */
export function valueAt(value: PropertyValue | undefined, ...keys: readonly string[]): PropertyValue | undefined {
  return keys.reduce<PropertyValue | undefined>((at, key) => (isMap(at) ? at[key] : undefined), value);
}

/** The statements of one policy document. */
export function statementsIn(document: PropertyValue | undefined, path: string): readonly PlacedStatement[] {
  return listOf(valueAt(document, 'Statement')).flatMap((statement, i) =>
    isMap(statement) ? [{ path: `${path}.Statement.${i}`, statement }] : [],
  );
}

/** The statements of the identity policies of a role, policy or managed policy. */
export function identityStatements(node: ResourceNode): readonly PlacedStatement[] {
  return [
    ...statementsIn(node.properties.PolicyDocument, 'PolicyDocument'),
    ...listOf(node.properties.Policies).flatMap((policy, i) =>
      statementsIn(valueAt(policy, 'PolicyDocument'), `Policies.${i}.PolicyDocument`),
    ),
  ];
}

/** Whether a pattern of IAM, with `*` and `?`, matches a text. IAM compares actions without case, ARNs with case. */
export function matchesPattern(pattern: string, text: string, ignoreCase = false): boolean {
  const source = pattern
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${source}$`, ignoreCase ? 'is' : 's').test(text);
}
