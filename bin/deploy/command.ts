import { setTimeout } from 'node:timers/promises';
import type { Command } from 'commander';
import type { Unit, UnitOutcome } from '../../lib/deploy';
import { choose, deploy, outOfOrder } from '../../lib/deploy';
import { placeholders } from '../../lib/preflight';
import { defaultState } from '../local/options';
import { refusing } from '../local/refused';
import { refuse } from '../terminal/issues';
import { verb, writeJson } from '../terminal/options';
import type { Terminal } from '../terminal/terminal';
import type { EnvironmentOptions, OpenedEnvironment } from './environment';
import { exitCodeOf, flagsOf } from './environment';
import { inEnvironment } from './in-environment';
import { printDeployEvent, printOutcomes } from './text';

interface DeployOptions extends EnvironmentOptions {
  readonly only?: readonly string[];
  readonly allowPlaceholders: boolean;
}

/** Milliseconds before a unit on which another operation works is asked again. */
const pause = 5_000;

/** `llmops deploy`: both clouds of one environment, in order, from where the last run stopped. */
export function register(program: Command, terminal: Terminal): void {
  verb(program, 'deploy', 'deploy an environment on both clouds, in order; continues where it stopped')
    .requiredOption('--env <name>', 'environment')
    .option('--only <unit...>', 'these stacks and stages only, such as aws/integration or deployment')
    .option('--local', 'deploy to the local clouds', false)
    .option('--allow-placeholders', 'deploy to accounts although values of the config are those of an example', false)
    .option('--state <dir>', 'with --local: folder of the state of the local clouds', defaultState)
    .action((options: DeployOptions) => refusing(options, terminal, () => run(options, terminal)));
}

function run(options: DeployOptions, terminal: Terminal): Promise<void> {
  return inEnvironment(options, terminal, (environment, signal) => deployed(environment, options, terminal, signal));
}

async function deployed(
  environment: OpenedEnvironment,
  options: DeployOptions,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<void> {
  const { journal, cloudOf, platform } = environment;
  const left = options.local || options.allowPlaceholders ? [] : placeholders(platform, options.env);
  if (left.length > 0) {
    refuse(left, options, terminal);
    return;
  }
  const state = (unit: Unit) => cloudOf(unit).state(unit);
  const chosen = options.only === undefined ? undefined : choose(environment.units, options.only);
  const units = chosen?.units ?? environment.units;
  const issues = chosen?.issues ?? [];
  const unordered =
    chosen === undefined || issues.length > 0 ? [] : await outOfOrder(environment.units, units, options.env, state);
  if (issues.length > 0 || unordered.length > 0) {
    refuse([...issues, ...unordered], options, terminal);
    return;
  }
  const outcomes = await deploy(
    { units, journal: journal.journal, plan: environment.digest },
    {
      state,
      run: (unit) => cloudOf(unit).run(unit),
      assets: environment.askAssets,
      save: (changed) => {
        journal.save(changed);
      },
      interrupted: () => signal.aborted,
      now: () => new Date().toISOString(),
      pause: () => setTimeout(pause, undefined, { signal }).catch(() => undefined),
      tell: (event) => {
        printDeployEvent(event, terminal);
      },
    },
  );
  if (options.json) writeJson(terminal, asJson(options, outcomes));
  else printOutcomes(outcomes, flagsOf(options), terminal);
  terminal.setExitCode(exitCodeOf(new Set(outcomes.map(({ outcome }) => outcome.kind))));
}

function asJson({ env }: DeployOptions, outcomes: readonly UnitOutcome[]): object {
  return {
    schema: 'llmops-kit/deployment/v1',
    environment: env,
    units: outcomes.map(({ unit: { id, commands, doneWhen }, outcome }) => ({ id, commands, doneWhen, outcome })),
  };
}
