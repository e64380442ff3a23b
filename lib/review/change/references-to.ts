import type { PropertyValue, ResourceNode } from '../../graph';
import { referencesIn } from '../../graph';
import { isList, isMap } from '../policy';

/** A place in the properties of a resource that refers to another resource. */
export interface ReferencePlace {
  readonly path: readonly string[];
  readonly value: PropertyValue;
  /** The reference is the identity itself, as `Ref` or an id of Pulumi is: another resource has another one. */
  readonly identity: boolean;
}

/** Where a resource refers to the resource with an address. Empty where only the order of the deployment depends on it. */
export function referencesTo(node: ResourceNode, address: string): readonly ReferencePlace[] {
  const found: ReferencePlace[] = [];
  const target = node.cloud === 'aws' ? logicalIdIn(node, address) : address;
  if (target === undefined) return found;
  const isReference = node.cloud === 'aws' ? awsReference : pulumiReference;
  const waiting: { path: readonly string[]; value: PropertyValue }[] = [{ path: [], value: node.properties }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { path, value } = next;
    const reference = isReference(value, target);
    if (reference !== undefined) found.push({ path, value, identity: reference });
    else if (isList(value))
      for (const [i, item] of value.entries()) waiting.push({ path: [...path, String(i)], value: item });
    else if (isMap(value))
      for (const [key, item] of Object.entries(value)) waiting.push({ path: [...path, key], value: item });
  }
  return found.reverse();
}

/** Logical id of an address in the stack of a node; undefined in another stack. */
function logicalIdIn({ stack }: ResourceNode, address: string): string | undefined {
  return address.startsWith(`${stack}/`) ? address.slice(stack.length + 1) : undefined;
}

function awsReference(value: PropertyValue, logicalId: string): boolean | undefined {
  if (!isMap(value)) return undefined;
  const [key, ...more] = Object.keys(value);
  if (key === undefined || more.length > 0 || (key !== 'Ref' && !key.startsWith('Fn::'))) return undefined;
  if (!referencesIn(value).has(logicalId)) return undefined;
  return (
    JSON.stringify(value).includes(`"Ref":${JSON.stringify(logicalId)}`) ||
    JSON.stringify(value).includes(`\${${logicalId}}`)
  );
}

function pulumiReference(value: PropertyValue, urn: string): boolean | undefined {
  if (typeof value !== 'string' || !value.includes(`\${${urn}#`)) return undefined;
  return value.includes(`\${${urn}#id}`);
}
