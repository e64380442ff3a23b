import type { DocumentPlace } from '../document';
import { asRecord, asText, compareText, isRecord, sortNodes } from '../json';
import type { ResourceGraph, ResourceNode } from '../resource-graph';
import { statefulTypes } from '../stateful-types';
import type { Path } from '../text/text-problem';
import type { ArmValue } from './arm-value';
import { isListValue, isObjectValue, markedArm, plainValue, Secret, Unknown } from './arm-value';
import { expandedCopies } from './copies';
import type { DeclaredResource } from './declared-resources';
import { declaredResources, nameText } from './declared-resources';
import { evaluated } from './evaluate';
import type { Scope } from './scope';
import { mostEvaluations, resourceKey } from './scope';
import type { ParameterValues } from './template-scope';
import { templateScope } from './template-scope';
import { asAzureNative } from './to-azure-native';

/** A template as a graph, and where each of its nodes is declared. */
export interface ArmDocument {
  readonly graph: ResourceGraph;
  /** Steps to the declaration of a node, by its address. */
  readonly paths: ReadonlyMap<string, Path>;
}

/** What all templates of one document share. */
interface Document {
  readonly environment: string;
  readonly budget: Scope['budget'];
  readonly paths: Map<string, Path>;
  /** How often an address was wanted, where more than once. */
  readonly repeats: Map<string, number>;
  /** Addresses by the key of type and name. */
  readonly byKey: Map<string, string[]>;
  /** Keys of resources whose ids are in the values of a node, by its address. */
  readonly ids: Map<string, ReadonlySet<string>>;
}

/** A template within a document. */
interface Template {
  readonly body: Readonly<Record<string, unknown>>;
  readonly stack: string;
  readonly path: Path;
  readonly values: ParameterValues;
  /** Scope of the template around it, where its expressions are evaluated there. */
  readonly outer?: Scope;
}

/** What one declaration makes: one node, or the nodes of a nested deployment. */
interface Item {
  readonly keys: readonly string[];
  readonly references: ReadonlySet<string>;
  readonly nodes: readonly ResourceNode[];
}

const deploymentType = 'microsoft.resources/deployments';

/** Keys of a resource that are about its deployment. */
const control = new Set([
  'type',
  'apiVersion',
  'name',
  'dependsOn',
  'condition',
  'copy',
  'comments',
  'resources',
  'existing',
  'import',
  'metadata',
]);

/**
 * Reads an ARM template as `bicep build` writes it, both versions of the language, nested deployments and loops included. The
 * nodes of a nested deployment are in the stack `<stack>/<deployment>`. Types are those of azure-native where the table has
 * them. A value that only Azure knows keeps its expression, with known arguments written out, and its path is in `unknown`.
 *
 * Sources, read 2026-12-01: learn.microsoft.com/azure/azure-resource-manager/templates, syntax, linked-templates, copy-resources
 * and template-functions.
 *
 * @param parameters values of a parameters file: the object under its `parameters`
 */
export function readArm(template: unknown, place: DocumentPlace, parameters: unknown = {}): ArmDocument {
  const document: Document = {
    environment: place.environment,
    budget: { left: mostEvaluations },
    paths: new Map(),
    repeats: new Map(),
    byKey: new Map(),
    ids: new Map(),
  };
  const values = givenValues(parameters);
  const { nodes } = readTemplate({ body: asRecord(template), stack: place.stack, path: [], values }, document);
  return { graph: sortNodes(nodes.map((node) => withIdEdges(node, document))), paths: document.paths };
}

/** A variable of the environment that the Azure Developer CLI fills in: `${AZURE_LOCATION}`, `${AZURE_LOCATION=westeurope}`. */
const environmentVariable = /\$\{\w+(?:=[^}]*)?\}/;

/** Values of a parameters file. One that the tool fills in is not known, and one from a key vault is a secret. */
function givenValues(parameters: unknown): ParameterValues {
  return new Map(
    Object.entries(asRecord(parameters)).flatMap(([name, raw]): [string, ArmValue][] => {
      const given = asRecord(raw);
      const key = name.toLowerCase();
      if (given['reference'] !== undefined) return [[key, new Secret()]];
      if (given['value'] === undefined) return [];
      const open = environmentVariable.test(JSON.stringify(given['value']));
      return [[key, open ? new Unknown(`parameters('${name}')`) : plainValue(given['value'])]];
    }),
  );
}

/** Adds edges to what a node names by id, in whichever template of the document that is declared. */
function withIdEdges(node: ResourceNode, { byKey, ids }: Document): ResourceNode {
  const targets = [...(ids.get(node.address) ?? [])].flatMap((key) => byKey.get(key) ?? []);
  return withEdges(node, targets);
}

function withEdges(node: ResourceNode, targets: readonly string[]): ResourceNode {
  const dependsOn = new Set([...node.dependsOn, ...targets]);
  dependsOn.delete(node.address);
  return dependsOn.size === node.dependsOn.length ? node : { ...node, dependsOn: [...dependsOn].toSorted(compareText) };
}

interface ReadTemplate {
  readonly nodes: readonly ResourceNode[];
  /** Undefined while they are evaluated. */
  readonly outputs: () => ArmValue | undefined;
}

function readTemplate({ body, stack, path, values, outer }: Template, document: Document): ReadTemplate {
  const outputs = new Map<string, () => ArmValue | undefined>();
  const deployment = (key: string): ArmValue | undefined => outputs.get(key)?.();
  const scope = outer ?? templateScope(body, { values, budget: document.budget, deployment });
  // Deployments first, since the outputs of each may name a resource; one is read when another asks for its outputs.
  const deployments = declaredResources(body, scope, path, isDeployment).map((resource) => {
    const reading = once(() => readNested(resource, stack, document));
    for (const key of keysOf(resource)) outputs.set(key, () => reading()?.outputs());
    return { resource, reading };
  });
  const items = deployments.map(({ resource, reading }): Item => {
    const nested = reading();
    if (nested === undefined) return readResource(resource, stack, document);
    const nodes = nested.nodes.map((node) => opened(node, resource.open));
    return { keys: keysOf(resource), references: referencesOf(resource), nodes };
  });
  const resources = declaredResources(body, scope, path, (type) => !isDeployment(type));
  items.push(...resources.map((resource) => readResource(resource, stack, document)));
  return { nodes: joined(items), outputs: once(() => outputsOf(body, scope)) };
}

/** Computes once. Undefined while it is being computed: a deployment cannot wait for itself. */
function once<T>(compute: () => T | undefined): () => T | undefined {
  let state: { readonly value: T | undefined } | undefined;
  return () => {
    if (state !== undefined) return state.value;
    state = { value: undefined };
    state = { value: compute() };
    return state.value;
  };
}

function isDeployment(type: string): boolean {
  return type.toLowerCase() === deploymentType;
}

/** Outputs as `reference()` gives them back. */
function outputsOf(body: Readonly<Record<string, unknown>>, scope: Scope): ArmValue {
  return Object.fromEntries(
    Object.entries(asRecord(body['outputs'])).map(([name, output]) => {
      const { copy, value } = asRecord(output);
      return [name, { value: copy === undefined ? expandedCopies(value, scope) : new Unknown(`outputs('${name}')`) }];
    }),
  );
}

/** A nested deployment; undefined where its template is somewhere else. */
function readNested(resource: DeclaredResource, stack: string, document: Document): ReadTemplate | undefined {
  const properties = asRecord(resource.raw['properties']);
  if (!isRecord(properties['template'])) return undefined;
  const inner = asText(asRecord(properties['expressionEvaluationOptions'])['scope'])?.toLowerCase() === 'inner';
  const name = resource.symbol ?? nameText(resource.names);
  return readTemplate(
    {
      body: properties['template'],
      stack: `${stack}/${name}`,
      path: [...resource.path, 'properties', 'template'],
      values: valuesFor(properties['parameters'], resource.scope),
      ...(inner ? {} : { outer: resource.scope }),
    },
    document,
  );
}

/** Values of the parameters of a nested deployment, evaluated in the scope around it. */
function valuesFor(parameters: unknown, scope: Scope): ParameterValues {
  return new Map(
    Object.entries(asRecord(parameters)).flatMap(([name, given]): [string, ArmValue][] => {
      if (isRecord(given) && 'value' in given) return [[name.toLowerCase(), expandedCopies(given.value, scope)]];
      // Bicep writes a value that a loop makes as a copy whose name is `value`.
      if (isRecord(given) && Array.isArray(given['copy'])) {
        const made = expandedCopies(given, scope);
        return isObjectValue(made) && made['value'] !== undefined ? [[name.toLowerCase(), made['value']]] : [];
      }
      const whole = typeof given === 'string' ? evaluated(given, scope) : undefined;
      const value =
        whole instanceof Unknown
          ? new Unknown(`${whole.expression}.value`)
          : whole !== undefined && isObjectValue(whole)
            ? whole['value']
            : whole;
      return value === undefined ? [] : [[name.toLowerCase(), value]];
    }),
  );
}

function readResource(resource: DeclaredResource, stack: string, document: Document): Item {
  const { raw, scope, type, names, symbol, open } = resource;
  const body = expandedCopies(Object.fromEntries(Object.entries(raw).filter(([key]) => !control.has(key))), scope) as {
    readonly [key: string]: ArmValue;
  };
  const translated = asAzureNative({ type, names, body });
  const marked = markedArm(translated.properties);
  const address = uniqueAddress(`${stack}/${symbol ?? `${type}/${nameText(names)}`}`, stack.length, document);
  document.paths.set(address, resource.path);
  document.ids.set(address, idsIn(body));
  const keys = keysOf(resource);
  const own = resourceKey(
    type,
    names.map((name) => nameText([name])),
  );
  document.byKey.set(own, [...(document.byKey.get(own) ?? []), address]);
  const node: ResourceNode = {
    environment: document.environment,
    cloud: 'azure',
    stack,
    address,
    type: translated.type,
    properties: marked.properties,
    dependsOn: [],
    stateful: statefulTypes.has(translated.type),
    retained: false,
    ...(marked.unknown === undefined ? {} : { unknown: marked.unknown }),
    ...(marked.secret === undefined ? {} : { secret: marked.secret }),
  };
  return { keys, references: referencesOf(resource), nodes: [opened(node, open)] };
}

/** A node of which it is not known whether, or how often, it is deployed. */
function opened(node: ResourceNode, open: readonly string[]): ResourceNode {
  if (open.length === 0) return node;
  return { ...node, unknown: [...new Set([...(node.unknown ?? []), ...open])].toSorted(compareText) };
}

/** Most characters of an expression in an address; a longer one ends with a checksum of the whole. */
const longestAddress = 160;

function uniqueAddress(wanted: string, stackLength: number, { paths, repeats }: Document): string {
  const address =
    wanted.length > stackLength + longestAddress
      ? `${wanted.slice(0, stackLength + longestAddress)}…${checksum(wanted)}`
      : wanted;
  if (!paths.has(address)) return address;
  const number = (repeats.get(address) ?? 1) + 1;
  repeats.set(address, number);
  return `${address}#${number}`;
}

/** FNV-1a of a text, in 8 hexadecimal digits. */
function checksum(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}

function keysOf({ symbol, groups, type, names }: DeclaredResource): readonly string[] {
  const own = resourceKey(
    type,
    names.map((name) => (typeof name === 'string' ? name : nameText([name]))),
  );
  // A template may name what it waits for by the name alone.
  const alone = nameText(names.slice(-1)).toLowerCase();
  return [
    own,
    alone,
    ...(symbol === undefined ? [] : [symbol.toLowerCase()]),
    ...groups.map((group) => group.toLowerCase()),
  ];
}

/** What a declaration waits for and refers to, and the resources around it. */
function referencesOf({ raw, scope, type, names, after }: DeclaredResource): ReadonlySet<string> {
  const explicit = expandedCopies(raw['dependsOn'] ?? [], scope);
  const found = new Set([...scope.references, ...(after === undefined ? [] : [after])]);
  const parts = type.split('/');
  for (let length = names.length - 1; length > 0; length--) {
    const around = names.slice(0, length).map((name) => nameText([name]));
    found.add(resourceKey(parts.slice(0, length + 1).join('/'), around));
  }
  for (const value of isListValue(explicit) ? explicit : [explicit]) {
    if (value instanceof Unknown && value.resource !== undefined) found.add(value.resource);
    else if (typeof value === 'string') found.add(value.toLowerCase());
  }
  return found;
}

/** Keys of the resources whose ids are in a value. */
function idsIn(value: ArmValue, found = new Set<string>()): ReadonlySet<string> {
  if (value instanceof Unknown) {
    if (value.resource !== undefined) found.add(value.resource);
  } else if (isListValue(value)) value.forEach((item) => idsIn(item, found));
  else if (isObjectValue(value)) Object.values(value).forEach((item) => idsIn(item, found));
  return found;
}

/**
 * The nodes of a template with the edges between its declarations. A deployment is an edge from those of its nodes that wait
 * for none of the others, to those of the other deployment that none of the others waits for.
 */
function joined(items: readonly Item[]): readonly ResourceNode[] {
  const byKey = new Map<string, Item[]>();
  for (const item of items) {
    for (const key of new Set(item.keys)) {
      const same = byKey.get(key);
      if (same === undefined) byKey.set(key, [item]);
      else same.push(item);
    }
  }
  const lasts = new Map<Item, readonly string[]>();
  const lastOf = (item: Item): readonly string[] => {
    const known = lasts.get(item) ?? ends(item.nodes);
    lasts.set(item, known);
    return known;
  };
  return items.flatMap((item) => {
    const targets = [...item.references].flatMap((key) => byKey.get(key) ?? []).filter((target) => target !== item);
    const addresses = [...new Set(targets)].flatMap(lastOf);
    if (addresses.length === 0) return item.nodes;
    const own = new Set(item.nodes.map(({ address }) => address));
    return item.nodes.map((node) => (node.dependsOn.some((name) => own.has(name)) ? node : withEdges(node, addresses)));
  });
}

/** Addresses of the nodes that no other one waits for. */
function ends(nodes: readonly ResourceNode[]): readonly string[] {
  const waitedFor = new Set(nodes.flatMap(({ dependsOn }) => dependsOn));
  return nodes.map(({ address }) => address).filter((address) => !waitedFor.has(address));
}
