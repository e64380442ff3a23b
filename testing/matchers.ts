import { resolve } from 'node:path';
import type { ResourceGraph } from '../lib/graph';
import type { EnvironmentPlan } from '../lib/plan';
import { check, rulesOf } from '../lib/review';
import type { FindingOptions } from './findings';
import { openFindings } from './findings';
import type { Grant } from './grants';
import { grants } from './grants';
import { inventory } from './inventory';
import { planText } from './plan-text';
import type { PartialProperties } from './resources';
import { hasResource, notRetained, resourcesOf } from './resources';
import type { Ending, FileDifference } from './text-files';
import { differences, namesIn, writeTexts } from './text-files';

/** What a matcher answers, in jest and in vitest. */
export interface MatcherResult {
  readonly pass: boolean;
  readonly message: () => string;
}

/** What jest and vitest give a matcher, as far as it is read here. */
export interface MatcherContext {
  /** Both have it: without a property in common their types would not take these matchers. */
  readonly isNot?: boolean;
  /** Whether snapshots are written: with `-u` all, without it new ones, in CI none. */
  readonly snapshotState?: { readonly _updateSnapshot?: 'all' | 'new' | 'none' };
}

/**
 * Matchers for `expect.extend(matchers)` in jest and vitest. Each takes a graph of `graphOf`, and `toMatchPlan` takes plans.
 */
export const matchers = {
  /** The inventory of each stack is that of the files in a folder, `<environment>-<cloud>-<stack>.infra.txt`. */
  toMatchInfra(this: MatcherContext, graph: ResourceGraph, folder: string): MatcherResult {
    return matchFiles(this, {
      folder: resolve(folder),
      texts: inventory(graph),
      ending: '.infra.txt',
    });
  },
  /** The decisions of each environment are those of the files in a folder, `<environment>.plan.txt`. */
  toMatchPlan(this: MatcherContext, plans: readonly EnvironmentPlan[], folder: string): MatcherResult {
    return matchFiles(this, {
      folder: resolve(folder),
      texts: planText(plans),
      ending: '.plan.txt',
    });
  },
  /** No rule finds anything that is not accepted. */
  toHaveNoFindings(graph: ResourceGraph, options: FindingOptions = {}): MatcherResult {
    const open = openFindings(graph, options);
    return result(open.length === 0, {
      missing: 'has findings',
      found: 'has no findings',
      details: open,
    });
  },
  /** There is a resource of a type, of either cloud, with the given properties. */
  toHaveResource(graph: ResourceGraph, type: string, properties: PartialProperties = {}): MatcherResult {
    const others = resourcesOf(graph, type).map(
      ({ address, properties: has }) => `${address} has ${JSON.stringify(has)}`,
    );
    const wanted = `${type} with ${JSON.stringify(properties)}`;
    return result(hasResource(graph, type, properties), {
      missing: `has no ${wanted}`,
      found: `has ${wanted}`,
      details: others,
    });
  },
  /** A role may do an action. */
  toGrant(graph: ResourceGraph, grant: Grant): MatcherResult {
    const on = grant.on === undefined ? '' : ` on ${grant.on}`;
    const right = `${grant.action}${on} to ${grant.role}`;
    return result(grants(graph, grant), {
      missing: `does not allow ${right}`,
      found: `allows ${right}`,
    });
  },
  /** No rule of the baseline pack about the boundary of a network or account finds anything. */
  toBePrivate(graph: ResourceGraph): MatcherResult {
    const boundary = rulesOf('baseline').filter(({ safeguard }) => safeguard === 'boundary');
    const open = check(graph, boundary).findings.map(({ address, message }) => `${address}: ${message}`);
    return result(open.length === 0, {
      missing: 'is reachable from outside',
      found: 'is private',
      details: open,
    });
  },
  /** Every stateful resource outlives its stack. */
  toRetain(graph: ResourceGraph): MatcherResult {
    const open = notRetained(graph);
    return result(open.length === 0, {
      missing: 'loses data with its stack',
      found: 'keeps its data',
      details: open,
    });
  },
};

/** The words of a failure, and those of the failure of its opposite. */
interface Words {
  readonly missing: string;
  readonly found: string;
  readonly details?: readonly string[];
}

function result(pass: boolean, { missing, found, details = [] }: Words): MatcherResult {
  const lines = details.map((line) => `\n  ${line}`).join('');
  return { pass, message: () => (pass ? `the graph ${found}` : `the graph ${missing}${lines}`) };
}

interface Files {
  readonly folder: string;
  readonly texts: ReadonlyMap<string, string>;
  readonly ending: Ending;
}

function matchFiles({ snapshotState }: MatcherContext, { folder, texts, ending }: Files): MatcherResult {
  const update = snapshotState?._updateSnapshot ?? 'none';
  const isNew = namesIn(folder, ending).length === 0;
  if (update === 'all' || (update === 'new' && isNew)) {
    writeTexts(folder, texts, ending);
    return { pass: true, message: () => `the texts are those of ${folder}` };
  }
  const different = differences(folder, texts, ending);
  return {
    pass: different.length === 0,
    message: () => `${folder}, written again with -u, differs:${different.map(describe).join('')}`,
  };
}

/** The lines that only one side has, in their order. */
function describe({ name, expected, received }: FileDifference): string {
  if (expected === undefined) return `\n${name}: there is no file`;
  if (received === undefined) return `\n${name}: nothing is declared any more`;
  const [before, after] = [expected.split('\n'), received.split('\n')];
  const [left, right] = [new Set(before), new Set(after)];
  const gone = before.filter((line) => !right.has(line)).map((line) => `\n  - ${line}`);
  const come = after.filter((line) => !left.has(line)).map((line) => `\n  + ${line}`);
  return `\n${name}:${gone.join('')}${come.join('')}`;
}
