import type { Terminal } from '../terminal/terminal';

/** A signal that Ctrl-C or a stop of the process aborts. */
export interface Interrupt {
  readonly signal: AbortSignal;
  /** Listens no more. */
  close(): void;
}

/** Listens for Ctrl-C. The programs that run are told to end; a second one says that they still do. */
export function onInterrupt(terminal: Terminal): Interrupt {
  const controller = new AbortController();
  const listener = (): void => {
    terminal.err(
      controller.signal.aborted
        ? 'still ending: an update that is cut off would leave its lock'
        : 'interrupted: ending the programs of this command; run it again to continue',
    );
    controller.abort();
  };
  process.on('SIGINT', listener).on('SIGTERM', listener);
  return {
    signal: controller.signal,
    close: () => {
      process.off('SIGINT', listener).off('SIGTERM', listener);
    },
  };
}
