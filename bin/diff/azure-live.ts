import type { PropertyValue, ResourceGraph, ResourceNode } from '../../lib/graph';
import { armPath, fillTemplate, nameParameter, sameId } from '../../lib/local/pulumi/arm';

/** Resources of a program as they are live, and how much of the two could not be joined. */
export interface JoinedResources {
  /** The resources of the program that are live, under its addresses, with the live values of what it declares. */
  readonly live: ResourceGraph;
  /** Live resources that the program does not name. */
  readonly strange: number;
  /** Values that another resource has only after the deployment: they are not compared. */
  readonly open: number;
}

/**
 * Joins an export of Azure Resource Manager, which knows resources by type and name, with the resources of a program, which has
 * addresses of its own. What the provider filled in is left out: the program does not say it.
 */
export function joinedWith(program: ResourceGraph, exported: ResourceGraph): JoinedResources {
  const byId = new Map(
    exported.flatMap((node) => {
      const id = idOf(node, new Map());
      return id === undefined ? [] : [[`${node.environment}\n${id}`, node] as const];
    }),
  );
  const nodes = new Map(program.map((node) => [node.address, node]));
  const count = { open: 0 };
  const live: ResourceNode[] = [];
  const joined = new Set<ResourceNode>();
  for (const node of program) {
    const id = idOf(node, nodes);
    const found = id === undefined ? undefined : byId.get(`${node.environment}\n${id}`);
    if (found === undefined) continue;
    joined.add(found);
    live.push({ ...node, properties: asRecord(declaredPart(node.properties, found.properties, count)) });
  }
  return { live, strange: exported.length - joined.size, open: count.open };
}

/**
 * What a state says of resources, in the terms of a program: where the program has a reference or a secret, the state has a value
 * that cannot be compared with it.
 */
export function inTermsOf(
  program: ResourceGraph,
  state: ResourceGraph,
): { readonly graph: ResourceGraph; readonly open: number } {
  const nodes = new Map(program.map((node) => [`${node.environment}\n${node.address}`, node]));
  const count = { open: 0 };
  const graph = state.map((node) => {
    const other = nodes.get(`${node.environment}\n${node.address}`);
    return other === undefined
      ? node
      : { ...node, properties: asRecord(withReferences(other.properties, node.properties, count)) };
  });
  return { graph, open: count.open };
}

/** Id of a resource within its group, in lower case; undefined where a name is not known. */
function idOf({ type, properties }: ResourceNode, program: ReadonlyMap<string, ResourceNode>): string | undefined {
  const template = armPath(type);
  if (template === undefined) return undefined;
  const named = Object.fromEntries(Object.entries(properties).map(([key, value]) => [key, nameAt(value, program)]));
  const id = fillTemplate(template, { ...named, resourceGroupName: 'group' }, 'subscription');
  return id === undefined ? undefined : `${type} ${sameId(id)}`;
}

/** A name, or that of the resource that a reference names. */
function nameAt(value: PropertyValue, program: ReadonlyMap<string, ResourceNode>): string | null {
  if (typeof value !== 'string') return null;
  const [, urn] = /^\$\{(urn:[^#}]+)#name\}$/.exec(value) ?? [];
  if (urn === undefined) return value.includes('${') ? null : value;
  const target = program.get(urn);
  const key = target === undefined ? undefined : nameParameter(armPath(target.type) ?? '');
  const name = key === undefined ? undefined : target?.properties[key];
  return typeof name === 'string' && !name.includes('${') ? name : null;
}

/** The live values of what is declared. What the export lacks counts as it is declared: not everything is exported. */
function declaredPart(
  declared: PropertyValue,
  live: PropertyValue | undefined,
  count: { open: number },
): PropertyValue {
  if (live === undefined || live === null) return declared;
  if (isMasked(declared)) {
    count.open += 1;
    return declared;
  }
  if (isMap(declared) && isMap(live))
    return Object.fromEntries(
      Object.entries(declared).map(([key, value]) => [key, declaredPart(value, own(live, key), count)]),
    );
  if (isList(declared) && isList(live) && declared.length === live.length)
    return declared.map((item, index) => declaredPart(item, live[index], count));
  // Resource Manager answers names, ids and locations in its own case.
  return sameText(declared, live) ? declared : live;
}

function withReferences(
  program: PropertyValue | undefined,
  state: PropertyValue,
  count: { open: number },
): PropertyValue {
  if (program === undefined) return state;
  if (isMasked(program)) {
    count.open += 1;
    return program;
  }
  if (isMap(program) && isMap(state))
    return Object.fromEntries(
      Object.entries(state)
        // What the engine keeps for itself, such as `__defaults`.
        .filter(([key]) => !key.startsWith('__'))
        .map(([key, value]) => [key, withReferences(own(program, key), value, count)]),
    );
  if (isList(program) && isList(state) && program.length === state.length)
    return state.map((item, index) => withReferences(program[index], item, count));
  return state;
}

function isMasked(value: PropertyValue): boolean {
  return typeof value === 'string' && (value.includes('${') || value === '[secret]' || value === '[unknown]');
}

function sameText(left: PropertyValue, right: PropertyValue): boolean {
  if (typeof left !== 'string' || typeof right !== 'string') return false;
  const plain = (text: string): string => text.toLowerCase().replaceAll(' ', '');
  return plain(left) === plain(right);
}

function isMap(value: PropertyValue): value is { readonly [key: string]: PropertyValue } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isList(value: PropertyValue): value is readonly PropertyValue[] {
  return Array.isArray(value);
}

function own(map: { readonly [key: string]: PropertyValue }, key: string): PropertyValue | undefined {
  return Object.hasOwn(map, key) ? map[key] : undefined;
}

function asRecord(value: PropertyValue): ResourceNode['properties'] {
  return isMap(value) ? value : {};
}
