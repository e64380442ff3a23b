import { Command } from 'commander';
import pc from 'picocolors';
import type { Terminal } from '../../bin/terminal/terminal';

/** A terminal of that many columns that keeps nothing; colours only when asked for. */
export function terminal(columns: number, color = false): Terminal {
  const nothing = (): void => undefined;
  return { out: nothing, err: nothing, setExitCode: nothing, columns, style: pc.createColors(color) };
}

/** What a command printed, and how it ended. */
export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs a command in this process, on a terminal of 160 columns without colours. */
export async function ranWith(
  registers: readonly ((program: Command, terminal: Terminal) => void)[],
  args: readonly string[],
): Promise<Ran> {
  const ran = { code: 0, out: '', err: '' };
  const recorded: Terminal = {
    ...terminal(160),
    out: (text) => (ran.out += `${text}\n`),
    err: (text) => (ran.err += `${text}\n`),
    setExitCode: (code) => (ran.code = code),
  };
  const program = new Command('llmops').exitOverride();
  for (const register of registers) register(program, recorded);
  await program.parseAsync([...args], { from: 'user' });
  return ran;
}

/** What is left of a text when its colours are taken out. */
export function uncoloured(text: string): string {
  // eslint-disable-next-line no-control-regex
  return text.replace(/\u001b\[\d+m/g, '');
}

/** Length of the longest line as a reader sees it. */
export function longestLine(text: string): number {
  return Math.max(
    ...uncoloured(text)
      .split('\n')
      .map((line) => line.length),
  );
}
