import pc from 'picocolors';
import type { Terminal } from '../../bin/terminal/terminal';

/** A terminal of that many columns that keeps nothing; colours only when asked for. */
export function terminal(columns: number, color = false): Terminal {
  const nothing = (): void => undefined;
  return { out: nothing, err: nothing, setExitCode: nothing, columns, style: pc.createColors(color) };
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
