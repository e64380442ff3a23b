import type { Unit } from '../../lib/deploy';
import type { Terminal } from '../terminal/terminal';
import type { EnvironmentOptions, OpenedEnvironment } from './environment';
import { openEnvironment } from './environment';
import { onInterrupt } from './interrupt';

/**
 * Opens an environment, works on it and closes it, whatever comes of the work. Lines of the programs that run are shown with the
 * unit that runs them, and Ctrl-C aborts the signal. Does nothing more when the command was refused.
 */
export async function inEnvironment(
  options: EnvironmentOptions,
  terminal: Terminal,
  work: (environment: OpenedEnvironment, signal: AbortSignal) => Promise<void>,
): Promise<void> {
  const interrupt = onInterrupt(terminal);
  try {
    const onLine = (unit: Unit, line: string): void => {
      terminal.err(terminal.style.dim(`${unit.id} | ${line}`));
    };
    const environment = await openEnvironment(options, terminal, { signal: interrupt.signal, onLine });
    if (environment === undefined) return;
    try {
      await work(environment, interrupt.signal);
    } finally {
      await environment.close();
    }
  } finally {
    interrupt.close();
  }
}
