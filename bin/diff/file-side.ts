import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { ProviderVerdict, ResourceGraph } from '../../lib/graph';
import { asRecord } from '../../lib/graph';
import type { Issue, Result } from '../../lib/platform';
import { failure } from '../../lib/platform';
import { checkEnvironments } from '../../lib/review';
import { keyOf } from '../../lib/review/change/resource-key';
import type { DefaultsOf } from '../../lib/review/money/parameter-defaults';
import { defaultsIn } from '../../lib/review/money/parameter-defaults';
import { exceptUnknown, ruleContext } from '../check/rule-context';
import type { AnyFile } from '../project/any-file';
import { readAnyFile } from '../project/any-file';
import type { Side } from './side';

/** Environment of nodes whose file does not say it. */
const unnamed = 'file';

/** How files become a side. */
export interface FileOptions {
  /** What the files are, for the report. */
  readonly label: string;
  /** Environment of nodes whose file does not say it. @default file */
  readonly environment?: string | undefined;
  /** AWS region of the resources. @default - not known */
  readonly region?: string | undefined;
}

/** Reads files, and folders of templates such as `cdk.out`, into one side. Every problem of every file is reported. */
export function readFileSide(paths: readonly string[], options: FileOptions): Result<Side> {
  const files = paths.flatMap((path) => filesIn(path));
  const read = files.map((file) => readAnyFile(file));
  const issues: Issue[] = read.flatMap((result) => result.issues);
  if (!read.every((result) => result.ok)) return failure(issues);
  const held = read.map(({ value }) => value);
  const place = options.environment === undefined ? {} : { environment: options.environment };
  const graph = relocated(
    held.flatMap((file) => file.graph),
    place,
  );
  const unknown = new Set(held.flatMap((file) => [...file.unknown]));
  const context = exceptUnknown(
    ruleContext(() => options.region),
    graph,
    unknown,
  );
  const former = held.flatMap((file) => file.base ?? []);
  return {
    ok: true,
    value: {
      label: options.label,
      graph,
      findingsBy: (rulesFor) => checkEnvironments(graph, rulesFor, context).findings,
      incomplete: incompleteIn(held, unknown.size),
      ...(held.every((file) => file.base !== undefined) ? { former: relocated(former, place) } : {}),
      ...verdictsIn(held, options.environment),
      ...liveIn(held, options.environment),
      defaultsOf: defaultsFrom(held, options.environment),
      stacks: held.flatMap(({ stacks }) =>
        stacks.map((one) => ({ ...one, environment: relocatedEnvironment(one.environment, options.environment) })),
      ),
    },
    issues,
  };
}

/** Files of a path: itself, an assembly of the CDK as a whole, or the templates and documents of another folder. */
function filesIn(path: string): readonly string[] {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory() !== true) return [path];
  const entries = readdirSync(path, { withFileTypes: true }).toSorted((a, b) => (a.name < b.name ? -1 : 1));
  if (entries.some(({ name }) => name === 'manifest.json')) return [path];
  // Parameters of an ARM template are read with it.
  return entries.flatMap(({ name }) =>
    /\.(json|ya?ml)$/.test(name) && !name.endsWith('.parameters.json') ? [join(path, name)] : [],
  );
}

/** The same nodes in an environment, where their file names none, and in a stack. */
export function relocated(
  graph: ResourceGraph,
  { environment, stack }: { readonly environment?: string; readonly stack?: string },
): ResourceGraph {
  if (environment === undefined && stack === undefined) return graph;
  return graph.map((node) => {
    const move = (address: string): string =>
      stack !== undefined && address.startsWith(`${node.stack}/`) ? stack + address.slice(node.stack.length) : address;
    return {
      ...node,
      environment: relocatedEnvironment(node.environment, environment),
      ...(stack === undefined ? {} : { stack }),
      address: move(node.address),
      dependsOn: node.dependsOn.map(move),
    };
  });
}

function relocatedEnvironment(named: string, environment: string | undefined): string {
  return environment !== undefined && named === unnamed ? environment : named;
}

function defaultsFrom(held: readonly AnyFile[], environment: string | undefined): DefaultsOf {
  const templates = held.flatMap((file) => file.templates);
  const key = (named: string, stack: string): string => `${named} ${stack}`;
  const defaults = new Map(
    templates.map(({ template, ...at }) => [
      key(relocatedEnvironment(at.environment, environment), at.stack),
      defaultsIn(asRecord(asRecord(template)['Parameters'])),
    ]),
  );
  return (node) => defaults.get(key(node.environment, node.stack));
}

function liveIn(held: readonly AnyFile[], environment: string | undefined): Pick<Side, 'live'> {
  const states = held.flatMap(({ live }) => live ?? []);
  if (states.length === 0) return {};
  return {
    live: {
      changes: states.flatMap(({ changes }) =>
        changes.map((one) => ({ ...one, environment: relocatedEnvironment(one.environment, environment) })),
      ),
      unverified: states.flatMap(({ unverified }) => unverified),
    },
  };
}

function verdictsIn(held: readonly AnyFile[], environment: string | undefined): Pick<Side, 'verdicts'> {
  const all = held.flatMap(({ verdicts }) => verdicts);
  if (all.length === 0) return {};
  const verdicts = new Map<string, ProviderVerdict>();
  for (const verdict of all) {
    const at = { ...verdict, environment: relocatedEnvironment(verdict.environment, environment) };
    verdicts.set(keyOf(at), at);
  }
  return { verdicts };
}

function incompleteIn(held: readonly AnyFile[], unknown: number): readonly string[] {
  return [
    ...(unknown === 0 ? [] : [`${unknown} ${unknown === 1 ? 'resource is' : 'resources are'} made by a macro or loop`]),
    ...held.flatMap(({ makers }) => makers.map((maker) => `what ${maker} makes is known only after the deployment`)),
  ];
}
