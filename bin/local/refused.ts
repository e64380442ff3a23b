import { CodedError } from '../../lib/messages';
import { issueOf, refuse } from '../terminal/issues';
import type { CommonOptions } from '../terminal/options';
import type { Terminal } from '../terminal/terminal';

/** Runs a command; an error with a code ends it as an issue, and others go on. */
export async function refusing(
  options: Pick<CommonOptions, 'json'>,
  terminal: Terminal,
  run: () => Promise<void>,
): Promise<void> {
  try {
    await run();
  } catch (error) {
    if (!(error instanceof CodedError)) throw error;
    refuse([issueOf(error)], options, terminal);
  }
}
