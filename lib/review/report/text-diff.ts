/** Lines beyond which texts are shown one after the other instead of compared: the comparison is quadratic. */
const mostLines = 400;

/** A line that both texts have, or only one of them. */
export interface DiffLine {
  readonly mark: ' ' | '-' | '+';
  readonly text: string;
}

/** The lines of two texts, compared by their longest common subsequence. A text that is not there has no lines. */
export function diffLines(before: string | undefined, after: string | undefined): readonly DiffLine[] {
  const a = before?.split(/\r?\n/) ?? [];
  const b = after?.split(/\r?\n/) ?? [];
  if (a.length > mostLines || b.length > mostLines) return [...all('-', a), ...all('+', b)];
  const lengths = commonLengths(a, b);
  const lines: DiffLine[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    const left = a[i];
    const right = b[j];
    if (left !== undefined && left === right) {
      lines.push({ mark: ' ', text: left });
      i += 1;
      j += 1;
    } else if (left !== undefined && (right === undefined || at(lengths, i + 1, j) >= at(lengths, i, j + 1))) {
      lines.push({ mark: '-', text: left });
      i += 1;
    } else {
      lines.push({ mark: '+', text: right ?? '' });
      j += 1;
    }
  }
  return lines;
}

function all(mark: '-' | '+', lines: readonly string[]): readonly DiffLine[] {
  return lines.map((text) => ({ mark, text }));
}

/** Length of the longest common subsequence of the lines from a position of each text on. */
function commonLengths(a: readonly string[], b: readonly string[]): readonly (readonly number[])[] {
  const lengths = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0));
  for (let i = a.length - 1; i >= 0; i -= 1) {
    const row = lengths[i] ?? [];
    for (let j = b.length - 1; j >= 0; j -= 1)
      row[j] = a[i] === b[j] ? at(lengths, i + 1, j + 1) + 1 : Math.max(at(lengths, i + 1, j), at(lengths, i, j + 1));
  }
  return lengths;
}

function at(lengths: readonly (readonly number[])[], i: number, j: number): number {
  return lengths[i]?.[j] ?? 0;
}
