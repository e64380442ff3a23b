import type { DocumentPlace } from '../document';
import { asRecord, sortNodes } from '../json';
import type { MarkedProperties } from '../marked-properties';
import { referenceTo, unknownValue } from '../placeholder';
import type { ProviderVerdict } from '../provider-verdict';
import type { ResourceGraph, ResourceNode } from '../resource-graph';
import { statefulTypes } from '../stateful-types';
import type { ConfiguredResource } from './configuration';
import { configuredResources } from './configuration';
import type { TerraformInstance } from './instances';
import { configAddress, instancesIn } from './instances';
import { markedProperties } from './marked-values';
import type { PlannedChange } from './plan-verdicts';
import { plannedChanges } from './plan-verdicts';
import { cloudOfProvider } from './provider-cloud';
import { translated, translatedPath } from './translated';

/** A Terraform plan as two graphs: what is there, and what is planned. */
export interface TerraformPlan {
  /** The planned values: after the plan is applied. */
  readonly graph: ResourceGraph;
  /** The state that the plan was made from. */
  readonly base: ResourceGraph;
  readonly verdicts: readonly ProviderVerdict[];
}

/** What is known of instances beside their values. */
interface Context {
  readonly place: DocumentPlace;
  readonly changes: ReadonlyMap<string, PlannedChange>;
  readonly configured: ReadonlyMap<string, ConfiguredResource>;
}

/**
 * Reads `terraform show -json` of a plan. Addresses are `<stack>/<Terraform address>`; a value that another resource has only
 * after the deployment is written `${<address>#<attribute>}`, and its path is in `unknown`.
 *
 * Source: developer.hashicorp.com/terraform/internals/json-format, read 2026-12-01.
 */
export function readTerraformPlan(plan: unknown, place: DocumentPlace): TerraformPlan {
  const { planned_values: planned, prior_state: prior, configuration } = asRecord(plan);
  const changes = plannedChanges(plan);
  const context: Context = {
    place,
    changes: new Map(changes.map((change) => [change.address, change])),
    configured: configuredResources(configuration),
  };
  const graph = readInstances(instancesIn(planned), context);
  const before = beforeMoves(instancesIn(asRecord(prior)['values']), changes);
  const base = readInstances(before, { ...context, changes: new Map() });
  const types = new Map([...base, ...graph].map(({ address, type }) => [address, type]));
  return { graph, base, verdicts: changes.map((change) => verdict(change, place, types)) };
}

function verdict(
  { address, type, provider, kind, causes, from }: PlannedChange,
  { environment, stack }: DocumentPlace,
  types: ReadonlyMap<string, string>,
): ProviderVerdict {
  const nodeType = types.get(`${stack}/${address}`) ?? type;
  return {
    environment,
    cloud: cloudOfProvider(provider),
    address: `${stack}/${address}`,
    type: nodeType,
    kind,
    causes: causes.map((path) => translatedPath(path, type, nodeType)),
    ...(from === undefined ? {} : { from: `${stack}/${from}` }),
  };
}

/** The state of a plan has the addresses after `moved` blocks: each instance gets back the one that it had. */
function beforeMoves(
  instances: readonly TerraformInstance[],
  changes: readonly PlannedChange[],
): readonly TerraformInstance[] {
  const former = new Map(
    changes.flatMap(({ address, from }) => (from === undefined ? [] : [[address, from] as const])),
  );
  if (former.size === 0) return instances;
  return instances.map((instance) => ({ ...instance, address: former.get(instance.address) ?? instance.address }));
}

/** Reads `terraform show -json` of a state. */
export function readTerraformState(state: unknown, place: DocumentPlace): ResourceGraph {
  const context: Context = { place, changes: new Map(), configured: new Map() };
  return readInstances(instancesIn(asRecord(state)['values']), context);
}

function readInstances(instances: readonly TerraformInstance[], context: Context): ResourceGraph {
  const byConfig = new Map<string, string[]>();
  for (const { address } of instances) {
    const key = configAddress(address);
    const same = byConfig.get(key);
    if (same === undefined) byConfig.set(key, [address]);
    else same.push(address);
  }
  const known = new Set(instances.map(({ address }) => address));
  return sortNodes(instances.map((instance) => node(instance, context, { byConfig, known })));
}

/** Addresses of the instances by their address in the configuration, and all of them. */
interface Instances {
  readonly byConfig: ReadonlyMap<string, readonly string[]>;
  readonly known: ReadonlySet<string>;
}

function node(instance: TerraformInstance, context: Context, instances: Instances): ResourceNode {
  const { place, changes, configured } = context;
  const config = configured.get(configAddress(instance.address));
  const change = changes.get(instance.address);
  const marked = translated(instance.type, marks(instance, change, config), config?.written);
  const targets = [...(config?.references ?? []), ...instance.dependsOn.map((name) => configAddress(name))];
  const dependsOn = new Set(targets.flatMap((target) => nearest(target, instance.address, instances)));
  return {
    environment: place.environment,
    cloud: cloudOfProvider(instance.provider),
    stack: place.stack,
    address: `${place.stack}/${instance.address}`,
    type: marked.type,
    properties: marked.properties,
    dependsOn: [...dependsOn].map((address) => `${place.stack}/${address}`).toSorted(),
    stateful: statefulTypes.has(marked.type),
    // `prevent_destroy` is not part of the format, and Terraform has no other word for it.
    retained: false,
    ...(marked.unknown === undefined ? {} : { unknown: marked.unknown }),
    ...(marked.secret === undefined ? {} : { secret: marked.secret }),
    ...(instance.module === '' ? {} : { source: instance.module }),
  };
}

function marks(
  instance: TerraformInstance,
  change: PlannedChange | undefined,
  config: ConfiguredResource | undefined,
): MarkedProperties {
  return markedProperties({
    values: instance.values,
    unknown: change?.unknown,
    sensitive: change?.sensitive ?? instance.sensitive,
    placeholder: (attribute) => {
      const [first, second, ...rest] = config?.attributes.get(attribute)?.split('.') ?? [];
      return first === undefined || second === undefined || rest.length === 0
        ? unknownValue
        : referenceTo(`${first}.${second}`, rest.join('.'));
    },
  });
}

/**
 * The instances that a reference means: of several, those of the own instance of the module; of those, the one with the own
 * key where there is one.
 */
function nearest(target: string, from: string, { byConfig, known }: Instances): readonly string[] {
  const all = byConfig.get(target) ?? [];
  if (all.length <= 1) return all.filter((address) => address !== from);
  const key = /\[[^[]*\]$/.exec(from)?.[0] ?? '';
  const module = from.slice(0, moduleLength(from));
  const twin = `${module}${target.slice(moduleLength(target))}${key}`;
  if (twin !== from && known.has(twin)) return [twin];
  const near = all.filter((address) => address.slice(0, moduleLength(address)) === module);
  return (near.length > 0 ? near : all).filter((address) => address !== from);
}

/** Length of the module part of an address, with its last dot. */
function moduleLength(address: string): number {
  let length = 0;
  const step = /module\.[^.[]+(?:\[(?:"(?:[^"\\]|\\.)*"|[^\]]*)\])?\./y;
  for (step.lastIndex = 0; step.test(address);) length = step.lastIndex;
  return length;
}
