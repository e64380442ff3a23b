import { rmSync } from 'node:fs';
import { folderBytes, isStateFolder, readState, resetState } from '../../lib/local/aws';
import { CodedError } from '../../lib/messages';
import { writeJson } from '../terminal/options';
import type { Terminal } from '../terminal/terminal';
import type { StateOptions } from './options';
import { azureStateOf, deploymentsOf } from './options';
import { refusing } from './refused';
import { sizeText } from './status';

/** `llmops local reset`: removes the state, which no cloud may be working on, and says what was in it. */
export async function reset(options: StateOptions, terminal: Terminal): Promise<void> {
  await refusing(options, terminal, async () => {
    const { state } = options;
    if (!isStateFolder(state)) {
      removeDeployments(state);
      if (options.json) writeJson(terminal, { state, removed: null });
      terminal.err(`${state}: there is no state to remove`);
      return;
    }
    const bytes = folderBytes(state);
    const held = await contents(state);
    await resetState(state);
    removeDeployments(state);
    if (options.json) writeJson(terminal, { state, removed: { bytes, ...held } });
    const what =
      held === undefined
        ? 'a state that could not be read'
        : `${counted(held.stacks.length, 'stack')} and ${counted(held.buckets.length, 'bucket')}${held.stacks.length === 0 ? '' : `: ${held.stacks.join(', ')}`}`;
    terminal.err(`${state}: removed ${sizeText(bytes)}, ${what}`);
  });
}

/** What `llmops deploy --local` keeps beside the AWS endpoint: without that it would be about a cloud that is gone. */
function removeDeployments(state: string): void {
  for (const folder of [azureStateOf(state), deploymentsOf(state)]) rmSync(folder, { recursive: true, force: true });
}

/** What is in a state; undefined when it cannot be read, which is a reason to remove it. */
async function contents(
  state: string,
): Promise<{ readonly stacks: readonly string[]; readonly buckets: readonly string[] } | undefined> {
  try {
    const reader = await readState(state);
    await reader.close();
    const { stacks, buckets } = reader.status;
    return { stacks: stacks.map(({ stack }) => stack), buckets: buckets.map(({ name }) => name) };
  } catch (error) {
    if (error instanceof CodedError && error.code === 'StateDamaged') return undefined;
    if (error instanceof CodedError && (error.code === 'StateNewer' || error.code === 'StateFull')) return undefined;
    throw error;
  }
}

function counted(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? '' : 's'}`;
}
