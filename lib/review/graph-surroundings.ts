import type { KnownResource, Surroundings } from '../constraints/constraint';
import type { Json } from '../constraints/json';
import { isList, isObject } from '../constraints/json';
import type { ResourceGraph, ResourceNode } from '../graph';

/** What constraints may ask about the resources of one stack. */
export type StackSurroundings = (node: ResourceNode) => Surroundings;

/**
 * Answers constraints from a graph. A `Ref` or `Fn::GetAtt` names a resource of the same stack, and a text the resource of the
 * environment that declares it as its name. Everything else may exist in the account, so it is unknown and never absent.
 *
 * @param regionOf - the region of an environment, where it is known
 */
export function graphSurroundings(
  graph: ResourceGraph,
  regionOf: (environment: string) => string | undefined,
): StackSurroundings {
  const resources = new Map<string, KnownResource>();
  const byType = new Map<string, KnownResource[]>();
  const stacks = new Map<KnownResource, string>();
  const homes = new Homes();
  for (const node of graph) {
    if (node.cloud !== 'aws') continue;
    const resource = { type: node.type, logicalId: logicalIdOf(node), properties: node.properties };
    resources.set(`${node.environment} ${node.address}`, resource);
    stacks.set(resource, node.stack);
    const kind = `${node.environment} ${node.type}`;
    const known = byType.get(kind);
    if (known === undefined) byType.set(kind, [resource]);
    else known.push(resource);
  }
  return ({ environment, stack }) => {
    const region = regionOf(environment);
    /** What a resource of another stack refers to is in that stack. */
    const told = (resource: KnownResource): KnownResource => {
      const home = stacks.get(resource);
      if (home !== undefined && home !== stack) homes.note(resource, home);
      return resource;
    };
    return {
      ...(region === undefined ? {} : { region }),
      named(types, value): KnownResource | 'unknown' {
        const target = targetOf(value);
        const named = (type: string): KnownResource | undefined =>
          byType.get(`${environment} ${type}`)?.find((resource) => nameOf(resource) === value);
        const found =
          typeof value === 'string'
            ? types.map(named).find((resource) => resource !== undefined)
            : resources.get(`${environment} ${homes.of(value) ?? stack}/${target ?? ''}`);
        return found !== undefined && types.includes(found.type) ? told(found) : 'unknown';
      },
      list: (type) => (byType.get(`${environment} ${type}`) ?? []).map(told),
      holdsObject: () => undefined,
    };
  };
}

/** The stacks in which functions of resources stand: stacks of one construct have the same logical ids. */
class Homes {
  readonly #stacks = new WeakMap<object, string>();
  readonly #noted = new WeakSet<KnownResource>();

  of(value: Json | undefined): string | undefined {
    return isObject(value) ? this.#stacks.get(value) : undefined;
  }

  note(resource: KnownResource, stack: string): void {
    if (this.#noted.has(resource)) return;
    this.#noted.add(resource);
    this.#walk(resource.properties, stack);
  }

  #walk(value: Json, stack: string): void {
    if (isObject(value)) this.#stacks.set(value, stack);
    const children = isList(value) ? value : isObject(value) ? Object.values(value) : [];
    for (const child of children) this.#walk(child, stack);
  }
}

/** The logical id of a resource of AWS: its address is `<stack>/<logical id>`. */
export function logicalIdOf({ address }: ResourceNode): string {
  return address.slice(address.lastIndexOf('/') + 1);
}

/** The name that a resource declares: `EndpointName` or `Name` of an endpoint. */
function nameOf({ type, properties }: KnownResource): Json | undefined {
  const name = `${type.slice(type.lastIndexOf(':') + 1)}Name`;
  return properties[name] ?? properties['Name'];
}

/** The logical id that a function names alone. */
function targetOf(value: Json | undefined): string | undefined {
  if (!isObject(value)) return undefined;
  const { Ref: reference, 'Fn::GetAtt': attribute, 'Fn::Sub': text } = value;
  if (typeof reference === 'string') return reference;
  if (typeof attribute === 'string') return attribute.split('.')[0];
  if (isList(attribute)) return typeof attribute[0] === 'string' ? attribute[0] : undefined;
  return typeof text === 'string' ? /^\$\{([A-Za-z0-9]+)(?:\.[A-Za-z0-9.]+)?\}$/.exec(text)?.[1] : undefined;
}
