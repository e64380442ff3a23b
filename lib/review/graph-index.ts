import type { PropertyValue, ResourceGraph, ResourceNode } from '../graph';
import { referencesIn } from '../graph';
import { unversionedType } from '../graph/pulumi/unversioned-type';

/** Where a resource is, as far as an index needs it. */
type Place = Pick<ResourceNode, 'environment' | 'cloud'>;

/**
 * A graph that answers rules without a walk over all resources: by address, by type, and who refers to whom. Each index is
 * made at the first question.
 */
export class GraphIndex {
  #byAddress: ReadonlyMap<string, ResourceNode> | undefined;
  #byType: ReadonlyMap<string, readonly ResourceNode[]> | undefined;
  #referrers: ReadonlyMap<ResourceNode, readonly ResourceNode[]> | undefined;
  readonly #kept = new Map<unknown, unknown>();

  /** @param nodes - in the order of findings */
  constructor(readonly nodes: ResourceGraph) {}

  /** The resource with an address, in the same environment and cloud as another. */
  at(address: string, { environment, cloud }: Place): ResourceNode | undefined {
    this.#byAddress ??= new Map(this.nodes.map((node) => [`${placeOf(node)} ${node.address}`, node]));
    return this.#byAddress.get(`${environment} ${cloud} ${address}`);
  }

  /** The resources of a type, in the same environment and cloud as another. */
  ofType(type: string, { environment, cloud }: Place): readonly ResourceNode[] {
    this.#byType ??= grouped(this.nodes, (node) => `${placeOf(node)} ${unversionedType(node.type)}`);
    return this.#byType.get(`${environment} ${cloud} ${type}`) ?? [];
  }

  /** The resources of the same stack that a value of a resource refers to, in the order of the value. */
  referencedBy(value: PropertyValue | undefined, from: ResourceNode): readonly ResourceNode[] {
    if (typeof value !== 'object') return [];
    return [...referencesIn(value)].flatMap((name) => this.at(`${from.stack}/${name}`, from) ?? []);
  }

  /** The resources of the same stack whose properties refer to a resource. */
  referrersOf(node: ResourceNode): readonly ResourceNode[] {
    this.#referrers ??= this.#readReferrers();
    return this.#referrers.get(node) ?? [];
  }

  /** What a function makes of the whole graph, once for each index. */
  once<T>(make: (graph: GraphIndex) => T): T {
    if (!this.#kept.has(make)) this.#kept.set(make, make(this));
    // The map has what this function made.
    return this.#kept.get(make) as T;
  }

  #readReferrers(): ReadonlyMap<ResourceNode, readonly ResourceNode[]> {
    const referrers = new Map<ResourceNode, ResourceNode[]>();
    for (const from of this.nodes) {
      for (const target of this.referencedBy(from.properties, from)) {
        if (target === from) continue;
        const known = referrers.get(target);
        if (known === undefined) referrers.set(target, [from]);
        else known.push(from);
      }
    }
    return referrers;
  }
}

function placeOf({ environment, cloud }: Place): string {
  return `${environment} ${cloud}`;
}

function grouped(
  nodes: ResourceGraph,
  keyOf: (node: ResourceNode) => string,
): ReadonlyMap<string, readonly ResourceNode[]> {
  const groups = new Map<string, ResourceNode[]>();
  for (const node of nodes) {
    const group = groups.get(keyOf(node));
    if (group === undefined) groups.set(keyOf(node), [node]);
    else group.push(node);
  }
  return groups;
}
