import { isatty } from 'node:tty';
import pc from 'picocolors';

/** Exit codes of every command. 130 is what a shell reports for a process that Ctrl-C ended. */
export const exit = { pass: 0, findings: 1, badInput: 2, inconclusive: 3, blocked: 4, interrupted: 130 } as const;

/** An exit code of a command. */
type ExitCode = (typeof exit)[keyof typeof exit];

/** Output of a command: results on standard output, everything else on standard error. */
export interface Terminal {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  readonly setExitCode: (code: ExitCode) => void;
  /** Characters in a line of standard output. */
  readonly columns: number;
  readonly style: ReturnType<typeof pc.createColors>;
}

/** Columns when the terminal reports no width: a pipe, a CI log. */
const wideEnough = 160;
/** Minimum number of columns: tables are not readable below it. */
const narrowest = 60;

/** Ends the process without an error when the reader of a pipe closes it, as in `llmops plan | head`. */
function endWithReader(stream: NodeJS.WriteStream): void {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit();
  });
}

/** Columns of the terminal, or the variable `COLUMNS` when the output is not a terminal. */
function columnsOf(env: NodeJS.ProcessEnv): number {
  if (process.stdout.isTTY) return Math.max(process.stdout.columns, narrowest);
  const columns = Number(env.COLUMNS);
  return Number.isInteger(columns) && columns > 0 ? Math.max(columns, narrowest) : wideEnough;
}

/** The terminal of this process. There are no colours with `--no-color` or `NO_COLOR`, or when an output is not a terminal. */
export function processTerminal(argv: readonly string[], env: NodeJS.ProcessEnv): Terminal {
  endWithReader(process.stdout);
  endWithReader(process.stderr);
  // `isTTY` of a stream is undefined for a pipe, and with undefined the library uses colours in CI.
  const color = !argv.includes('--no-color') && (env.NO_COLOR ?? '') === '' && isatty(1) && isatty(2);
  return {
    out: (text) => process.stdout.write(`${text}\n`),
    err: (text) => process.stderr.write(`${text}\n`),
    setExitCode: (code) => {
      process.exitCode = code;
    },
    columns: columnsOf(env),
    style: pc.createColors(color),
  };
}
