/** The line of each offset of a text, from 1, in one pass over the text. */
export function linesOf(text: string, offsets: readonly number[]): readonly number[] {
  const lines: number[] = offsets.map(() => 1);
  const order = [...offsets.keys()].toSorted((a, b) => (offsets[a] ?? 0) - (offsets[b] ?? 0));
  let line = 1;
  let end = text.indexOf('\n');
  for (const index of order) {
    while (end !== -1 && end < (offsets[index] ?? 0)) {
      line++;
      end = text.indexOf('\n', end + 1);
    }
    lines[index] = line;
  }
  return lines;
}
