import type { Command } from 'commander';
import { Option } from 'commander';
import type { Pack } from '../../lib/review';
import { packs } from '../../lib/review';
import { reviewText } from '../../lib/review/report/text';
import { defaultState } from '../local/options';
import { refusing } from '../local/refused';
import { dayOption } from '../terminal/day-option';
import { refuse, reportIssues } from '../terminal/issues';
import type { CommonOptions } from '../terminal/options';
import { verb, writeJson } from '../terminal/options';
import type { Terminal } from '../terminal/terminal';
import { acceptanceIssues, exitOf, reviewOf } from './compare';
import type { CompareOptions } from './sides';
import { readSides } from './sides';

/** Options of `diff` and `review`. */
export interface DiffOptions extends CommonOptions {
  readonly base?: string;
  readonly env?: string;
  readonly region?: string;
  readonly pack?: Pack;
  readonly on?: string;
  readonly deployed?: readonly string[];
  readonly local: boolean;
  readonly state: string;
}

/** Options that say what is compared. */
export function compareOptions(command: Command): Command {
  return command
    .option('--base <what>', 'git reference, graph, template, folder such as cdk.out, plan file, or deployed')
    .option(
      '--deployed <file>',
      'what is live, in place of asking: pulumi stack export, ARM export, stack drifts; may be repeated',
      (file: string, others: readonly string[] | undefined) => [...(others ?? []), file],
    )
    .option('--env <name>', 'one environment instead of all')
    .option('--region <name>', 'the region of resources that state none')
    .addOption(
      new Option('--pack <name>', 'the set of rules, instead of the one of each environment').choices([...packs]),
    )
    .addOption(dayOption())
    .option('--local', 'with --base deployed: read the local clouds', false)
    .option('--state <dir>', 'with --local: folder of the state of the local clouds', defaultState);
}

/** `llmops diff`: what changes between two states of a platform, or of any templates, and what it means. */
export function register(program: Command, terminal: Terminal): void {
  compareOptions(
    verb(program, 'diff [files...]', 'what changes: resources with causes, money, rights, data, decisions'),
  ).action((files: readonly string[], options: DiffOptions) =>
    refusing(options, terminal, () => run(files, options, terminal)),
  );
}

async function run(files: readonly string[], options: DiffOptions, terminal: Terminal): Promise<void> {
  const sides = await readSides(compareInput(options, files));
  if (!sides.ok) {
    refuse(sides.issues, options, terminal);
    return;
  }
  reportIssues([...sides.issues, ...acceptanceIssues(sides.value, options.on)], terminal);
  const review = reviewOf(sides.value, options);
  if (options.json) writeJson(terminal, review);
  else for (const line of reviewText(review, styleOf(terminal))) terminal.out(line);
  terminal.setExitCode(exitOf(review));
}

/** What is compared, from the options of a command. */
export function compareInput(options: DiffOptions, files: readonly string[]): CompareOptions {
  const { base, deployed, config, env: environment, region, local, state } = options;
  return {
    base,
    deployed,
    config,
    files,
    cwd: process.cwd(),
    environment,
    region,
    state: local ? state : undefined,
  };
}

/** Colours of levels and verdicts. */
export function styleOf({ style }: Terminal): { readonly paint: (level: string, text: string) => string } {
  const red = new Set(['block', 'blocked', 'error', 'replace', 'destroy']);
  const yellow = new Set(['warning', 'attention', 'inconclusive', 'rename']);
  const green = new Set(['pass', 'create', 'accepted']);
  return {
    paint: (level, text) =>
      red.has(level)
        ? style.red(text)
        : yellow.has(level)
          ? style.yellow(text)
          : green.has(level)
            ? style.green(text)
            : text,
  };
}
