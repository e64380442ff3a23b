import type { JsonObject } from '../../lib/constraints/json';
import { isJudged } from '../../lib/constraints/template';
import type { ResourceGraph, SynthesizedStack } from '../../lib/graph';
import type { AcceptSpec, Issue, Result } from '../../lib/platform';
import { failure } from '../../lib/platform/issue';
import type { Pack, RuleContext } from '../../lib/review';
import type { AnyFile } from '../project/any-file';
import { readAnyFile } from '../project/any-file';
import type * as planning from '../project/planned';
import type * as platformGraphs from '../project/platform-graph';
import type * as planNames from './planned-names';
import { plannedRegion } from './planned-region';
import { exceptUnknown, ruleContext } from './rule-context';

/** A graph, and the context of its rules. */
export interface CheckInput {
  readonly graph: ResourceGraph;
  readonly context: RuleContext;
  /** The templates among the files. */
  readonly templates: readonly SynthesizedStack[];
  /** What the rules about types and properties are not asked about, as reasons. */
  readonly notAsked: readonly string[];
  /** Problems of files that cannot be read; the others are checked. */
  readonly unread: readonly Issue[];
  /** What the config accepts; nothing for files. */
  readonly accept: readonly AcceptSpec[];
  /** Pack of an environment by the config; undefined for files. */
  readonly packOf: (environment: string) => Pack | undefined;
}

/** What is not known in files before macros and loops have run. */
function notAskedIn(held: readonly AnyFile[], unknown: number): readonly string[] {
  const whole = held.flatMap(({ templates }) =>
    templates.flatMap(({ stack, template }) => (isJudged(template as JsonObject) ? [] : [stack])),
  );
  return [
    ...(unknown === 0
      ? []
      : [`for ${unknown} ${unknown === 1 ? 'resource' : 'resources'} that a macro or loop makes something else of`]),
    ...held.flatMap(({ makers }) =>
      makers.map((maker) => `for what ${maker} makes: it is not known before the deployment`),
    ),
    ...whole.map((stack) => `for the template ${stack} as a whole: a macro or loop may still change it`),
  ];
}

/** Reads the files given: what can be read is checked, the rest is named. */
export function fromFiles(files: readonly string[], region: string | undefined): Result<CheckInput> {
  const read = files.map((file) => readAnyFile(file));
  const issues: Issue[] = read.flatMap((result) => result.issues);
  if (read.every((result) => !result.ok)) return failure(issues);
  const held = read.flatMap((result) => (result.ok ? result.value : []));
  const graph = held.flatMap((file) => file.graph);
  const unknown = new Set(held.flatMap((file) => [...file.unknown]));
  return {
    ok: true,
    value: {
      graph,
      templates: held.flatMap((file) => file.templates),
      context: exceptUnknown(
        ruleContext(() => region),
        graph,
        unknown,
      ),
      notAsked: notAskedIn(held, unknown.size),
      unread: read.flatMap((result) => (result.ok ? [] : result.issues)),
      accept: [],
      packOf: () => undefined,
    },
    issues,
  };
}

/** Plans a config and declares both clouds in memory. */
export async function fromConfig(config: string, environment: string | undefined): Promise<Result<CheckInput>> {
  // The planner, and both clouds' libraries below, are loaded for a platform only: files are checked without them.
  const { planConfig } = require('../project/planned') as typeof planning;
  const { plannedNames } = require('./planned-names') as typeof planNames;
  const planned = await planConfig(config, process.cwd(), environment);
  if (!planned.ok) return planned;
  const { plans, platform } = planned.value;
  const { wholeGraph } = require('../project/platform-graph') as typeof platformGraphs;
  const graph = await wholeGraph(plans, config);
  if (!graph.ok) return graph;
  return {
    ok: true,
    value: {
      graph: graph.value,
      templates: [],
      notAsked: [],
      unread: [],
      accept: platform.accept ?? [],
      packOf: (name) => platform.environments[name]?.checks?.pack,
      context: { ...ruleContext(plannedRegion(plans)), plannedNames: plannedNames(plans) },
    },
    issues: planned.issues,
  };
}
