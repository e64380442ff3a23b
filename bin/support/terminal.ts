import pc from 'picocolors';

/** Exit codes of every command. */
export const exit = { pass: 0, findings: 1, badInput: 2, inconclusive: 3, blocked: 4 } as const;
export type ExitCode = (typeof exit)[keyof typeof exit];

/** Where a command writes: results to standard output, everything else to standard error. */
export interface Terminal {
  out(text: string): void;
  err(text: string): void;
  setExitCode(code: number): void;
  /** Whether a person watches: progress may be redrawn. */
  readonly interactive: boolean;
  readonly style: ReturnType<typeof pc.createColors>;
}

/** The terminal of this process. `--no-color`, `NO_COLOR` and a pipe switch colours off. */
export function processTerminal(argv: readonly string[], env: NodeJS.ProcessEnv): Terminal {
  const color = !argv.includes('--no-color') && env.NO_COLOR === undefined && process.stderr.isTTY;
  return {
    out: (text) => process.stdout.write(`${text}\n`),
    err: (text) => process.stderr.write(`${text}\n`),
    setExitCode: (code) => {
      process.exitCode = code;
    },
    interactive: process.stderr.isTTY && env.CI === undefined,
    style: pc.createColors(color),
  };
}
