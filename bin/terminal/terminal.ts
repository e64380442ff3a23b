import { isatty } from 'node:tty';
import pc from 'picocolors';

/** Exit codes of every command. */
export const exit = { pass: 0, findings: 1, badInput: 2, inconclusive: 3, blocked: 4 } as const;
export type ExitCode = (typeof exit)[keyof typeof exit];

/** Where a command writes: results to standard output, everything else to standard error. */
export interface Terminal {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  readonly setExitCode: (code: number) => void;
  /** Characters in a line of standard output. */
  readonly columns: number;
  readonly style: ReturnType<typeof pc.createColors>;
}

/** Line length where nobody says: a pipe, a CI log. */
const wideEnough = 160;
/** Below this no table is readable anyway. */
const narrowest = 60;

/** Ends quietly when the reader of a pipe has seen enough, as `llmops plan | head` does. */
function endWithReader(stream: NodeJS.WriteStream): void {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit();
  });
}

/** Columns of a terminal, or what `COLUMNS` says where there is none, as other tools take it. */
function columnsOf(env: NodeJS.ProcessEnv): number {
  if (process.stdout.isTTY) return Math.max(process.stdout.columns, narrowest);
  const said = Number(env.COLUMNS);
  return Number.isInteger(said) && said > 0 ? Math.max(said, narrowest) : wideEnough;
}

/** The terminal of this process. `--no-color`, `NO_COLOR` and a pipe or file behind either output switch colours off. */
export function processTerminal(argv: readonly string[], env: NodeJS.ProcessEnv): Terminal {
  endWithReader(process.stdout);
  endWithReader(process.stderr);
  // `isTTY` of a stream is absent behind a pipe, and an absent argument lets the library decide: it colours in CI.
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
