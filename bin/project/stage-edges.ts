import type { ResourceGraph, ResourceNode } from '../../lib/graph';
import { keyOfKeyValue, keyValueType } from '../../lib/graph';
import { armPath, fillTemplate, parentTemplate, sameId } from '../../lib/local/pulumi/arm';

/**
 * Adds the edges between the Azure stages of an environment. A stage names resources of earlier stages by their ids and
 * names from the plan, and reads values that they published under a key: neither is a reference in one recording.
 *
 * @param subscription - subscription of the environment
 */
export function withStageEdges(nodes: ResourceGraph, subscription: string): ResourceGraph {
  const addresses = new Map<string, string>();
  for (const node of nodes) {
    const id = idOf(node, subscription);
    if (id !== undefined) addresses.set(sameId(id), node.address);
    const { keyValueName } = node.properties;
    if (node.type === keyValueType && typeof keyValueName === 'string') {
      addresses.set(referenceTo(keyOfKeyValue(keyValueName)), node.address);
    }
  }
  return nodes.map((node) => {
    const used = [parentOf(node, subscription), ...textsIn(node.properties)].flatMap((text) => {
      const address = text === undefined ? undefined : (addresses.get(text) ?? addresses.get(sameId(text)));
      return address === undefined || address === node.address ? [] : [address];
    });
    return { ...node, dependsOn: [...new Set([...node.dependsOn, ...used])].toSorted() };
  });
}

/** As the recorder writes the value of a key. */
function referenceTo(key: string): string {
  return `\${${key}#value}`;
}

function idOf({ type, properties }: ResourceNode, subscription: string): string | undefined {
  const template = armPath(type);
  return template === undefined ? undefined : fillTemplate(template, properties, subscription);
}

function parentOf({ type, properties }: ResourceNode, subscription: string): string | undefined {
  const template = armPath(type);
  const parent = template === undefined ? undefined : parentTemplate(template);
  return parent === undefined ? undefined : fillTemplate(parent, properties, subscription);
}

function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}
