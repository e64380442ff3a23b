import { setTimeout } from 'node:timers/promises';
import { isatty } from 'node:tty';
import type { Command } from 'commander';
import type { PlannedRemoval, RemovedUnit, Stay, Unit } from '../../lib/deploy';
import { destroy, removalOrder, thrown } from '../../lib/deploy';
import type { Issue } from '../../lib/platform';
import type { CloudUnits } from '../deploy/cloud-units';
import type { EnvironmentOptions, OpenedEnvironment } from '../deploy/environment';
import { exitCodeOf, flagsOf, holdSpeedOf } from '../deploy/environment';
import { inEnvironment } from '../deploy/in-environment';
import { printFailure } from '../deploy/text';
import { defaultState } from '../local/options';
import { refusing } from '../local/refused';
import { refuse } from '../terminal/issues';
import { verb, writeJson } from '../terminal/options';
import type { Terminal } from '../terminal/terminal';
import { exit } from '../terminal/terminal';
import { confirm } from './confirm';
import { printDestroyEvent, printPlannedRemovals, printRemoved, staysOf } from './text';

interface DestroyOptions extends EnvironmentOptions {
  readonly yes?: string;
}

/** `llmops destroy`: the mirror of `llmops deploy`. */
export function register(program: Command, terminal: Terminal): void {
  verb(program, 'destroy', 'delete an environment on both clouds, the last unit first; says what stays and why')
    .requiredOption('--env <name>', 'environment')
    .option('--yes <name>', 'the name of the environment again, in place of the question')
    .option('--local', 'delete it from the local clouds', false)
    .option('--state <dir>', 'with --local: folder of the state of the local clouds', defaultState)
    .option('--hold-speed <n>', 'with --local: how many times faster the clouds let go of what services hold')
    .action((options: DestroyOptions) => refusing(options, terminal, () => run(options, terminal)));
}

function run(options: DestroyOptions, terminal: Terminal): Promise<void> {
  const issues = speedIssues(options);
  if (issues.length > 0) {
    refuse(issues, options, terminal);
    return Promise.resolve();
  }
  return inEnvironment(options, terminal, (environment, signal) => destroyed(environment, options, terminal, signal));
}

function speedIssues({ holdSpeed, local }: DestroyOptions): readonly Issue[] {
  if (holdSpeed === undefined || (local && Number(holdSpeed) >= 1 && Number.isFinite(Number(holdSpeed)))) return [];
  return [
    {
      code: 'WrongUsage',
      path: '--hold-speed',
      message: local ? 'this is not a speed' : 'the services of accounts have one speed',
      got: holdSpeed,
      expected: 'a number from 1, beside --local',
      fix: local ? 'write --hold-speed 600' : 'leave the option out',
    },
  ];
}

async function destroyed(
  environment: OpenedEnvironment,
  options: DestroyOptions,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<void> {
  const planned = await plannedRemovals(environment);
  printPlannedRemovals(planned, terminal);
  const refusal = await confirm(options.env, options.yes, signal);
  if (signal.aborted) {
    terminal.setExitCode(exit.interrupted);
    return;
  }
  if (refusal !== undefined) {
    refuse([refusal], options, terminal);
    return;
  }
  if (planned.some(({ unit, state }) => unit.cloud === 'aws' && state.kind === 'there')) {
    const synthesized = await synthesize(environment, terminal);
    if (!synthesized) {
      terminal.setExitCode(isAborted(signal) ? exit.interrupted : exit.findings);
      return;
    }
  }
  const removed = await remove(environment, options, terminal, signal);
  const stays = staysOfDeleted(planned, removed);
  if (options.json) writeJson(terminal, asJson(options, removed, stays));
  else printRemoved(removed, stays, flagsOf(options), terminal);
  const kinds = new Set(removed.map(({ outcome }) => outcome.kind));
  if ([...kinds].every((kind) => kind === 'absent' || kind === 'deleted')) environment.journal.remove();
  terminal.setExitCode(exitCodeOf(kinds));
}

/** Whether it is now: it was not before a program ran. */
function isAborted({ aborted }: AbortSignal): boolean {
  return aborted;
}

async function plannedRemovals({ units, cloudOf }: OpenedEnvironment): Promise<readonly PlannedRemoval[]> {
  const planned: PlannedRemoval[] = [];
  for (const unit of removalOrder(units)) planned.push(await plannedRemoval(unit, cloudOf(unit)));
  return planned;
}

/** A cloud that does not answer stops neither the question nor the other cloud. */
async function plannedRemoval(unit: Unit, cloud: CloudUnits): Promise<PlannedRemoval> {
  const nothing = { stays: [], losses: [] };
  try {
    const state = await cloud.removalState(unit);
    return { unit, state, ...(state.kind === 'absent' ? nothing : await cloud.plannedRemoval(unit)) };
  } catch (error) {
    const { tail } = thrown(error);
    return { unit, state: { kind: 'unasked', why: tail }, ...nothing };
  }
}

/** The CDK CLI finds the stacks to delete in an assembly. */
async function synthesize({ units, cloudOf }: OpenedEnvironment, terminal: Terminal): Promise<boolean> {
  const unit = units.find(({ kind }) => kind === 'templates');
  if (unit === undefined) return true;
  for (const command of unit.commands) terminal.err(`${terminal.style.bold(unit.id)}  ${command}`);
  const end = await cloudOf(unit).run(unit);
  if (!end.ok) printFailure({ ...end, cause: undefined }, terminal);
  return end.ok;
}

function remove(
  { units, journal, cloudOf }: OpenedEnvironment,
  options: DestroyOptions,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<readonly RemovedUnit[]> {
  const live = liveLine(terminal);
  return destroy(
    { units, journal: journal.journal },
    {
      state: (unit) => cloudOf(unit).removalState(unit),
      remove: (unit) => cloudOf(unit).remove(unit),
      save: (changed) => {
        journal.save(changed);
      },
      interrupted: () => signal.aborted,
      clock: () => Date.now(),
      holdSpeed: holdSpeedOf(options),
      sleep: (milliseconds) => setTimeout(milliseconds, undefined, { signal }).catch(() => undefined),
      tell: (event) => {
        printDestroyEvent(event, terminal, live);
      },
    },
  );
}

/** A line that moves on a terminal, and one after another in CI. */
function liveLine({ err }: Terminal): (text: string) => void {
  return isatty(2) ? (text) => process.stderr.write(`\r\u001B[K${text}`) : err;
}

/** What stays of units that were deleted: of those that were not, everything does. */
function staysOfDeleted(planned: readonly PlannedRemoval[], removed: readonly RemovedUnit[]): readonly Stay[] {
  const deleted = new Set(removed.flatMap(({ unit, outcome }) => (outcome.kind === 'deleted' ? [unit.id] : [])));
  return staysOf(planned.filter(({ unit }) => deleted.has(unit.id)));
}

function asJson({ env }: DestroyOptions, removed: readonly RemovedUnit[], stays: readonly Stay[]): object {
  return {
    schema: 'llmops-kit/removal/v1',
    environment: env,
    units: removed.map(({ unit: { id, removal }, outcome }) => ({ id, command: removal, outcome })),
    stays,
  };
}
