import type { PropertyValue, ResourceGraph, ResourceNode } from '../lib/graph';

/** Longest line of a property in characters. */
const longestLine = 160;

/** Types that say nothing about a platform. */
const silent: ReadonlySet<string> = new Set(['AWS::CDK::Metadata']);

/**
 * What each stack declares, one text a stack: a line for each resource, and one for each of its properties. Hashes of
 * content and generated ids are masked; digests of images are kept, because they say what is released.
 * @returns texts by `<environment>-<cloud>-<stack>`, in the order of the graph
 */
export function inventory(graph: ResourceGraph): ReadonlyMap<string, string> {
  const stacks = new Map<string, string[]>();
  for (const node of graph) {
    if (silent.has(node.type)) continue;
    const name = `${node.environment}-${node.cloud}-${node.stack}`.replace(/[^\w.-]+/g, '-');
    const lines = stacks.get(name) ?? [];
    lines.push(...resourceLines(node));
    stacks.set(name, lines);
  }
  return new Map([...stacks].map(([name, lines]) => [name, `${lines.join('\n')}\n`]));
}

function resourceLines(node: ResourceNode): readonly string[] {
  const { type, address, stateful, retained, properties } = node;
  const marks = [...(stateful ? ['stateful'] : []), ...(retained ? ['retained'] : [])];
  const head = `${type} ${nameOf(address)}${marks.length === 0 ? '' : ` (${marks.join(', ')})`}`;
  const lines = Object.keys(properties)
    .toSorted()
    .map((key) => `  ${key}: ${short(masked(textOf(properties[key])))}`);
  return [head, ...lines];
}

/** The logical id without its hash, or the name in a URN. */
function nameOf(address: string): string {
  const name = address.split(address.startsWith('urn:') ? '::' : '/').at(-1) ?? address;
  return name.replace(/[0-9A-F]{8}$/, '');
}

function textOf(value: PropertyValue | undefined): string {
  return typeof value === 'string' ? value : JSON.stringify(value ?? null);
}

function short(text: string): string {
  return text.length > longestLine ? `${text.slice(0, longestLine - 1)}…` : text;
}

/** What changes with every edit of content, or with the place of a synthesis. */
function masked(text: string): string {
  return text
    .replace(/(?<!sha256:)\b[0-9a-f]{64}\b/g, '<hash>')
    .replace(/\b(current_account-current_region)-[0-9a-f]{8}\b/g, '$1-<hash>')
    .replace(/cdk-[a-z0-9]{9}-(assets|container-assets)-[\w${}:.-]+/g, '<$1>')
    .replace(/\b([A-Za-z]\w*?)(?=[A-F]*[0-9])[0-9A-F]{8}\b/g, '$1')
    .replace(/\$\{urn:pulumi:[^#}]*::([^#}:]+)#/g, '${$1#');
}
