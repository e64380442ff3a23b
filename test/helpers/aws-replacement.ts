import type { Json } from '../../lib/constraints/json';
import { isList, isObject } from '../../lib/constraints/json';
import { requiresRecreation } from '../../lib/constraints/schema/replacement';
import type { TemplateJson, TemplateResource } from './aws-app';

/**
 * Resources that a change replaces under the name they have: CloudFormation refuses that, or the service does, because the
 * new one is created before the former is deleted. What is replaced follows from the registry's create-only properties
 * and from references to resources that are replaced themselves.
 */
export function replacedUnderTheirName(before: TemplateJson, after: TemplateJson): readonly string[] {
  const replaced = replacedIds(before, after);
  return [...replaced].filter((id) => {
    const [former, next] = [before.Resources[id], after.Resources[id]];
    if (former === undefined || next === undefined) return false;
    const name = nameOf(next);
    return name !== undefined && JSON.stringify(nameOf(former)) === JSON.stringify(name);
  });
}

/** Logical ids of the resources that a change replaces. */
export function replacedIds(before: TemplateJson, after: TemplateJson): ReadonlySet<string> {
  const replaced = new Set<string>();
  for (let size = -1; size !== replaced.size;) {
    size = replaced.size;
    for (const [id, next] of Object.entries(after.Resources)) {
      const former = before.Resources[id];
      if (former?.Type === next.Type && isReplaced(former, next, replaced)) replaced.add(id);
    }
  }
  return replaced;
}

/** The name that the template gives a resource: `Name`, or the property that ends its type and `Name`. */
export function nameOf({ Type, Properties }: TemplateResource): unknown {
  const kind = Type.split('::').at(-1) ?? '';
  const property = Object.keys(Properties).find((key) => /Name$/.test(key) && kind.endsWith(key.replace(/Name$/, '')));
  return property === undefined ? undefined : Properties[property];
}

function isReplaced(former: TemplateResource, next: TemplateResource, replaced: ReadonlySet<string>): boolean {
  const names = new Set([...Object.keys(former.Properties), ...Object.keys(next.Properties)]);
  return [...names].some((name) => {
    const [left, right] = [former.Properties[name], next.Properties[name]] as [Json | undefined, Json | undefined];
    // A reference to what is replaced changes its value, although the template does not.
    return requiresRecreation(next.Type, name, left, withNewIds(right, replaced)) === 'Always';
  });
}

function withNewIds(value: Json | undefined, replaced: ReadonlySet<string>): Json | undefined {
  if (isList(value)) return value.map((item) => withNewIds(item, replaced) ?? null);
  if (!isObject(value)) return value;
  const [[intrinsic, argument] = ['', '']] = Object.entries(value);
  const target = isList(argument) ? argument[0] : argument;
  const isReference = intrinsic === 'Ref' || intrinsic === 'Fn::GetAtt';
  if (isReference && typeof target === 'string' && replaced.has(target)) return { [intrinsic]: [argument, 'new'] };
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withNewIds(item, replaced) ?? null]));
}
