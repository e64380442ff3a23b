import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Issue, Result } from '../../lib/platform';
import { failure, success } from '../../lib/platform';
import { checkEnvironments } from '../../lib/review';
import { ruleContext } from '../check/rule-context';
import { readCommitSide } from './commit-side';
import { readConfigSide } from './config-side';
import type { DeployedOptions } from './deployed-side';
import { readDeployedSide, withDeployedFiles } from './deployed-side';
import { readFileSide, relocated } from './file-side';
import type { Side } from './side';

/** What a command compares. */
export interface CompareOptions extends DeployedOptions {
  /** Git reference, file, folder, or `deployed`. @default - what the files given say was there before */
  readonly base?: string | undefined;
  /** Files that are compared instead of the platform. */
  readonly files: readonly string[];
  readonly config: string;
  readonly cwd: string;
}

/** Both sides of a comparison. */
export interface Sides {
  readonly base: Side;
  readonly next: Side;
}

/** Reads both sides. Problems of both are reported in one run. */
export async function readSides(options: CompareOptions): Promise<Result<Sides>> {
  const next = await readNext(options);
  if (options.base === deployed) {
    if (!next.ok) return next;
    const sides = await readDeployedSide(next.value, options);
    return sides.ok
      ? { ...sides, issues: [...next.issues, ...sides.issues] }
      : { ok: false, issues: [...next.issues, ...sides.issues] };
  }
  const base = await readBase(options, next.ok ? next.value : undefined);
  const issues: readonly Issue[] = [...base.issues, ...next.issues];
  if (!base.ok || !next.ok) return failure(issues);
  const sides = aligned({ base: base.value, next: next.value }, options);
  if (options.deployed === undefined) return { ok: true, value: sides, issues };
  const withLive = withDeployedFiles(sides.base, sides.next, options);
  if (!withLive.ok) return failure([...issues, ...withLive.issues]);
  return { ok: true, value: { ...sides, base: withLive.value }, issues: [...issues, ...withLive.issues] };
}

/** The base that stands for what is in the clouds. A file of this name is `./deployed`. */
const deployed = 'deployed';

async function readNext({ files, config, cwd, environment, region }: CompareOptions): Promise<Result<Side>> {
  if (files.length > 0) return readFileSide(files, { label: files.join(' '), environment, region });
  return readConfigSide({ config, cwd, environment, label: config });
}

async function readBase(options: CompareOptions, next: Side | undefined): Promise<Result<Side>> {
  const { base, files, config, cwd, environment, region } = options;
  if (base === undefined) {
    const former = next?.former;
    const context = ruleContext(() => region);
    if (former !== undefined)
      return success({
        label: 'state',
        graph: former,
        findingsBy: (rulesFor) => checkEnvironments(former, rulesFor, context).findings,
        incomplete: [],
      });
    return next === undefined
      ? success({ label: '', graph: [], findingsBy: () => [], incomplete: [] })
      : failure([baseMissing]);
  }
  if (existsSync(resolve(cwd, base))) {
    const only = next?.plans?.length === 1 ? next.plans[0]?.environment : undefined;
    return readFileSide([base], { label: base, environment: environment ?? only, region });
  }
  return readCommitSide({ reference: base, cwd, config, files, environment, region });
}

/** One file beside one other is the same stack, whatever their names. */
function aligned({ base, next }: Sides, { files, base: source }: CompareOptions): Sides {
  if (files.length !== 1 || source === undefined) return { base, next };
  const [former, current] = [stacksOf(base), stacksOf(next)];
  const [stack] = current;
  if (former.length !== 1 || current.length !== 1 || stack === undefined || former[0] === stack) return { base, next };
  return {
    base: {
      ...base,
      graph: relocated(base.graph, { stack }),
      findingsBy: (rulesFor) =>
        base.findingsBy(rulesFor).map((finding) => ({
          ...finding,
          address: finding.address.replace(`${former[0] ?? ''}/`, `${stack}/`),
        })),
      defaultsOf: ({ environment }) => base.defaultsOf?.({ environment, stack: former[0] ?? stack }),
    },
    next,
  };
}

function stacksOf({ graph }: Side): readonly string[] {
  return [...new Set(graph.map(({ stack }) => stack))];
}

const baseMissing: Issue = {
  code: 'OptionMissing',
  path: '--base',
  message: 'there is nothing to compare with',
  expected: 'a git reference, a graph, a template, a plan file, a folder such as cdk.out, or deployed',
  fix: 'add --base main',
};
