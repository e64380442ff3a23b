import type { Command } from 'commander';
import type { PlannedFault } from '../../lib/local/aws';
import { faultKinds, readFault } from '../../lib/local/aws';
import { refuse } from '../terminal/issues';
import { verb, writeJson } from '../terminal/options';
import type { Terminal } from '../terminal/terminal';
import { askFaults } from './ask';
import type { StateOptions } from './options';
import { defaultState } from './options';
import { refusing } from './refused';

/** Options of `local fault add`: every one is a member of the fault. */
interface AddOptions extends StateOptions {
  readonly service?: string;
  readonly action?: string;
  readonly status?: string;
  readonly milliseconds?: string;
  readonly stack?: string;
  readonly logicalId?: string;
  readonly type?: string;
  readonly step?: string;
  readonly reason?: string;
  readonly times?: string;
}

const numbers = ['status', 'milliseconds', 'times'] as const;
const texts = ['service', 'action', 'stack', 'logicalId', 'type', 'step', 'reason'] as const;

/** `llmops local fault`: faults on demand of a local cloud that runs. */
export function registerFault(local: Command, terminal: Terminal): void {
  const fault = local.command('fault').description('let requests and deployments fail on demand').exitOverride();
  const state = ['--state <dir>', 'folder of the state of the local cloud', defaultState] as const;
  const kinds = Object.entries(faultKinds).map(([kind, what]) => `  ${kind.padEnd(14)}${what}`);
  verb(fault, 'add <kind>', 'add a fault')
    .addHelpText('after', `\nKinds:\n${kinds.join('\n')}`)
    .option(...state)
    .option(
      '--service <name>',
      'requests to this service only, such as cloudformation (throttle, error, slow, cut, stream-error)',
    )
    .option('--action <name>', 'this operation only, such as DescribeStacks (throttle, error, slow, cut, stream-error)')
    .option('--status <code>', '500 or 503 (error)')
    .option('--milliseconds <n>', 'how late (slow, delay)')
    .option('--stack <name>', 'steps of this stack only (delay, fail, capacity, crash)')
    .option('--logical-id <id>', 'steps of this resource only')
    .option('--type <type>', 'steps of this CloudFormation type only')
    .option('--step <step>', 'create, update or delete only')
    .option('--reason <text>', 'reason of the failure (fail)')
    .option('--times <n>', 'how often it happens; until it is cleared without')
    .action((kind: string, options: AddOptions) => add(kind, options, terminal));
  verb(fault, 'list', 'the faults that were added, and how often each happened')
    .option(...state)
    .action((options: StateOptions) => list(options, terminal));
  verb(fault, 'clear [id]', 'remove one fault, or all of them')
    .option(...state)
    .action((id: string | undefined, options: StateOptions) => clear(id, options, terminal));
}

async function add(kind: string, options: AddOptions, terminal: Terminal): Promise<void> {
  const described = {
    kind,
    ...Object.fromEntries(texts.flatMap((name) => (options[name] === undefined ? [] : [[name, options[name]]]))),
    ...Object.fromEntries(
      numbers.flatMap((name) => (options[name] === undefined ? [] : [[name, Number(options[name])]])),
    ),
  };
  const read = readFault(described);
  if ('problems' in read) {
    refuse(
      read.problems.map((problem) => ({ code: 'InvalidFault', ...problem, path: optionOf(problem.path) })),
      options,
      terminal,
    );
    return;
  }
  await refusing(options, terminal, async () => {
    const answer = await askFaults(options.state, 'POST', { fault: JSON.stringify(read.fault) });
    if (options.json) writeJson(terminal, answer);
    else terminal.out(idOf(answer));
  });
}

function optionOf(member: string): string {
  if (member === 'kind') return '<kind>';
  return `--${member.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

async function list(options: StateOptions, terminal: Terminal): Promise<void> {
  await refusing(options, terminal, async () => {
    const answer = await askFaults(options.state, 'GET', {});
    if (options.json) writeJson(terminal, answer);
    // The console of the cloud answers in this shape, in one version of the kit.
    else
      for (const { id, fault, happened } of (answer as { faults: readonly PlannedFault[] }).faults) {
        terminal.out(`${id}  ${JSON.stringify(fault)}  happened ${happened} ${happened === 1 ? 'time' : 'times'}`);
      }
  });
}

async function clear(id: string | undefined, options: StateOptions, terminal: Terminal): Promise<void> {
  await refusing(options, terminal, async () => {
    const answer = await askFaults(options.state, 'DELETE', id === undefined ? {} : { id });
    const { cleared } = answer as { cleared: number };
    if (options.json) writeJson(terminal, answer);
    if (id !== undefined && cleared === 0) {
      const issue = { code: 'InvalidFault', path: '[id]', message: 'no fault has this id', got: id } as const;
      refuse(
        [{ ...issue, expected: 'an id that `llmops local fault list` shows', fix: 'run llmops local fault list' }],
        { json: false },
        terminal,
      );
      return;
    }
    terminal.err(`${cleared} ${cleared === 1 ? 'fault' : 'faults'} cleared`);
  });
}

function idOf(answer: unknown): string {
  return typeof answer === 'object' && answer !== null && 'id' in answer ? String(answer.id) : '';
}
