import { asList, asRecord, asText, isRecord } from '../json';
import { stepsOf } from './instances';

/** What the configuration of a plan says about a resource, by its address in the configuration. */
export interface ConfiguredResource {
  /** Addresses in the configuration of every resource that it refers to or waits for, without keys of instances. */
  readonly references: ReadonlySet<string>;
  /** Attributes and blocks that are written. @default - the plan does not say it */
  readonly written?: ReadonlySet<string>;
  /** The first reference of each attribute: `aws_kms_key.data.arn`, as written within its module. */
  readonly attributes: ReadonlyMap<string, string>;
}

/** A module of the configuration: its own part, where it is, and the expressions that fill its variables. */
interface Module {
  readonly path: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly call: Readonly<Record<string, unknown>>;
  readonly parent: Module | undefined;
  /** Modules that it calls, by their name. */
  readonly children: ReadonlyMap<string, Module>;
}

/**
 * References between resources of a configuration, through variables and outputs of modules. Values of `locals` are not
 * part of the format, so that a reference through one is not seen.
 *
 * Source: developer.hashicorp.com/terraform/internals/json-format, configuration representation, read 2026-12-01.
 */
export function configuredResources(configuration: unknown): ReadonlyMap<string, ConfiguredResource> {
  const found = new Map<string, ConfiguredResource>();
  const root = openModule(asRecord(asRecord(configuration)['root_module']), {}, { path: '', parent: undefined });
  const modules = [root];
  const resolved = new Map<string, readonly string[]>();
  for (let module = modules.pop(); module !== undefined; module = modules.pop()) {
    for (const child of module.children.values()) modules.push(child);
    for (const raw of asList(module.body['resources'])) {
      const resource = asRecord(raw);
      const address = asText(resource['address']);
      if (address === undefined || resource['mode'] === 'data') continue;
      found.set(inModule(module, address), configured(resource, module, resolved));
    }
  }
  return found;
}

type Resolved = Map<string, readonly string[]>;

function configured(resource: Readonly<Record<string, unknown>>, module: Module, resolved: Resolved) {
  const attributes = new Map<string, string>();
  const named: string[] = asList(resource['depends_on']).flatMap((name) => asText(name) ?? []);
  for (const [attribute, expression] of Object.entries(asRecord(resource['expressions']))) {
    const references = referencesOf(expression);
    if (references[0] !== undefined) attributes.set(attribute, references[0]);
    named.push(...references);
  }
  named.push(...referencesOf(resource['for_each_expression']), ...referencesOf(resource['count_expression']));
  return {
    references: new Set([...new Set(named)].flatMap((reference) => resolve(reference, module, resolved))),
    ...(isRecord(resource['expressions']) ? { written: new Set(Object.keys(resource['expressions'])) } : {}),
    attributes,
  };
}

/** References of an expression, or of the expressions within a block. */
function referencesOf(expression: unknown): readonly string[] {
  if (Array.isArray(expression)) return expression.flatMap(referencesOf);
  if (!isRecord(expression)) return [];
  const { references } = expression;
  if (Array.isArray(references)) return references.flatMap((reference) => asText(reference) ?? []);
  return Object.values(expression).flatMap(referencesOf);
}

/** Addresses in the configuration that a reference leads to. Each is resolved once, which also ends a cycle. */
function resolve(reference: string, module: Module, resolved: Resolved): readonly string[] {
  const key = `${module.path} ${reference}`;
  const known = resolved.get(key);
  if (known !== undefined) return known;
  resolved.set(key, []);
  const targets = lookUp(reference, module, resolved);
  resolved.set(key, targets);
  return targets;
}

function lookUp(reference: string, module: Module, resolved: Resolved): readonly string[] {
  const [first = '', second = '', third = ''] = stepsOf(reference).map(withoutKey);
  if (first === 'var') {
    const { parent, call } = module;
    if (parent === undefined) return [];
    return referencesOf(asRecord(call['expressions'])[second]).flatMap((name) => resolve(name, parent, resolved));
  }
  if (first === 'module') {
    const child = module.children.get(second);
    const outputs = asRecord(child?.body['outputs']);
    if (child === undefined || third === '') return [];
    return referencesOf(asRecord(outputs[third])['expression']).flatMap((name) => resolve(name, child, resolved));
  }
  const isResource =
    first.includes('_') || !['data', 'each', 'count', 'local', 'path', 'self', 'terraform'].includes(first);
  return isResource && second !== '' ? [inModule(module, `${first}.${second}`)] : [];
}

function openModule(
  body: Readonly<Record<string, unknown>>,
  call: Readonly<Record<string, unknown>>,
  { path, parent }: Pick<Module, 'path' | 'parent'>,
): Module {
  const children = new Map<string, Module>();
  const module: Module = { path, body, call, parent, children };
  for (const [name, raw] of Object.entries(asRecord(body['module_calls']))) {
    const inner = asRecord(raw);
    const place = { path: inModule(module, `module.${name}`), parent: module };
    children.set(name, openModule(asRecord(inner['module']), inner, place));
  }
  return module;
}

function inModule({ path }: Pick<Module, 'path'>, address: string): string {
  return path === '' ? address : `${path}.${address}`;
}

function withoutKey(step: string): string {
  const key = step.indexOf('[');
  return key === -1 ? step : step.slice(0, key);
}
