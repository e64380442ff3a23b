import { armPath, isKeptAfterDeletion, sameId } from './arm';
import { globalName } from './checks';
import type { DeploymentState, ResourceState, SoftDeleted } from './model';
import type { PropertyMap } from './property-value';
import { isList, isMap, revealedMap, unknownMarker, valueAt } from './property-value';

interface Entry {
  /** @default - a resource outside of every stack */
  readonly urn?: string;
  readonly outputs: PropertyMap;
}

/** What exists in the local Azure, in all stacks: ARM ids, their owners and the globally unique names. */
export class CloudIndex {
  private readonly ids = new Map<string, Entry>();
  private readonly names = new Map<string, string>();
  private readonly deleted = new Map<string, SoftDeleted>();

  constructor(states: readonly DeploymentState[], existing: readonly string[]) {
    for (const id of [...existing, ...states.flatMap((state) => state.retained)])
      this.ids.set(sameId(id), { outputs: {} });
    for (const kept of states.flatMap((state) => state.softDeleted)) this.deleted.set(sameId(kept.id), kept);
    for (const resource of states.flatMap((state) => state.resources)) this.add(resource);
  }

  /** The deleted resource whose id or name a service still keeps. */
  softDeleted(id: string, name: string | undefined): SoftDeleted | undefined {
    const sameName = [...this.deleted.values()].find(({ globalName }) => name !== undefined && globalName === name);
    return this.deleted.get(sameId(id)) ?? sameName;
  }

  /** Why a subnet, or the network around it, cannot be deleted now; undefined where nothing holds it. @param now - ISO 8601 */
  heldByLink(id: string, now: string): string | undefined {
    const held = [...this.deleted.values()].flatMap(({ links }) => (links && links.until > now ? links.subnets : []));
    const subnet = held.find((one) => sameId(one) === sameId(id) || sameId(one).startsWith(`${sameId(id)}/`));
    if (subnet === undefined || !this.exists(subnet)) return undefined;
    return `InUseSubnetCannotBeDeleted: Subnet ${subnet.split('/').at(-1) ?? ''} is in use by ${subnet}/serviceAssociationLinks/legionservicelink and cannot be deleted.`;
  }

  /** Keeps a resource that its stack no longer has: its id and names stay taken. */
  retain({ id }: Pick<ResourceState, 'id'>): void {
    if (id !== undefined) this.ids.set(sameId(id), { outputs: this.outputsOf(id) ?? {} });
  }

  /**
   * Removes a resource that its stack deletes.
   * @returns what its service keeps of it; undefined when it keeps nothing
   */
  delete(resource: Pick<ResourceState, 'urn' | 'type' | 'id' | 'inputs'>, linksUntil: string): SoftDeleted | undefined {
    this.remove(resource);
    const { type, id } = resource;
    const template = armPath(type);
    const inputs = revealedMap(resource.inputs);
    if (id === undefined || template === undefined || !isKeptAfterDeletion(type, inputs)) return undefined;
    const name = globalName(type, template, inputs);
    const subnets = agentSubnets(type, inputs);
    const kept = {
      id,
      ...(name === undefined ? {} : { globalName: name }),
      ...(subnets.length === 0 ? {} : { links: { subnets, until: linksUntil } }),
    };
    this.deleted.set(sameId(id), kept);
    return kept;
  }

  exists(id: string): boolean {
    return this.ids.has(sameId(id));
  }

  ownerOf(id: string): string | undefined {
    return this.ids.get(sameId(id))?.urn;
  }

  outputsOf(id: string): PropertyMap | undefined {
    return this.ids.get(sameId(id))?.outputs;
  }

  holderOf(name: string): string | undefined {
    return this.names.get(name);
  }

  add(resource: Pick<ResourceState, 'urn' | 'type' | 'id' | 'inputs' | 'outputs'>): void {
    const template = armPath(resource.type);
    if (resource.id === undefined || template === undefined) return;
    const inputs = revealedMap(resource.inputs);
    this.ids.set(sameId(resource.id), { urn: resource.urn, outputs: resource.outputs });
    this.deleted.delete(sameId(resource.id));
    for (const id of inlineChildren(resource.type, resource.id, inputs))
      this.ids.set(id, { urn: resource.urn, outputs: {} });
    const name = globalName(resource.type, template, inputs);
    if (name !== undefined) this.names.set(name, resource.urn);
  }

  /** Removes the id and the names of a resource. Those that its replacement already holds remain. */
  remove(resource: Pick<ResourceState, 'urn' | 'type' | 'id' | 'inputs'>): void {
    const template = armPath(resource.type);
    if (resource.id === undefined || template === undefined) return;
    const inputs = revealedMap(resource.inputs);
    for (const id of [sameId(resource.id), ...inlineChildren(resource.type, resource.id, inputs)]) {
      if (this.ids.get(id)?.urn === resource.urn) this.ids.delete(id);
    }
    const name = globalName(resource.type, template, inputs);
    if (name !== undefined && this.names.get(name) === resource.urn) this.names.delete(name);
  }
}

/**
 * The subnets into which an account puts agents; Azure links them to the service, and the link outlives the account.
 * Source: microsoft-foundry/foundry-samples#153 (2025-05-23), as in `holds`.
 */
function agentSubnets(type: string, inputs: PropertyMap): readonly string[] {
  if (type !== 'azure-native:cognitiveservices:Account') return [];
  const injections = valueAt(inputs, 'properties.networkInjections');
  if (!isList(injections)) return [];
  return injections.flatMap((injection) => {
    const subnet = isMap(injection) ? injection['subnetArmId'] : undefined;
    return typeof subnet === 'string' && subnet !== unknownMarker ? [subnet] : [];
  });
}

/** Subnets declared inside their network exist without a separate resource. */
function inlineChildren(type: string, id: string, inputs: PropertyMap): readonly string[] {
  const subnets = type === 'azure-native:network:VirtualNetwork' ? inputs['subnets'] : undefined;
  if (!isList(subnets)) return [];
  return subnets.flatMap((subnet) => {
    const name = isMap(subnet) ? subnet['name'] : undefined;
    return typeof name === 'string' && name !== unknownMarker ? [sameId(`${id}/subnets/${name}`)] : [];
  });
}
