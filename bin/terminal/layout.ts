/** A space at which a line can break: not between a number and its unit. */
const betweenWords = / (?!%|ms\b)/;
/** Characters after which a word that is longer than a line can be broken, so that paths and names stay readable. */
const separators = /[/\-.,:@_=]/;

/**
 * Lines of at most `width` characters, broken between words. A longer word is broken after a separator in the second half
 * of the line, or at the end of the line.
 */
export function wrap(text: string, width: number): string[] {
  const limit = Math.max(1, width);
  return text.split('\n').flatMap((line) => {
    const lines: string[] = [];
    let current = '';
    for (const word of line.split(betweenWords).flatMap((long) => pieces(long, limit))) {
      const longer = current === '' ? word : `${current} ${word}`;
      if (longer.length <= limit) {
        current = longer;
        continue;
      }
      lines.push(current);
      current = word;
    }
    return [...lines, current];
  });
}

function pieces(word: string, width: number): string[] {
  const found: string[] = [];
  let rest = word;
  while (rest.length > width) {
    const at = breakOf(rest, width);
    found.push(rest.slice(0, at));
    rest = rest.slice(at);
  }
  return [...found, rest];
}

function breakOf(word: string, width: number): number {
  for (let at = width; at > width / 2; at--) if (separators.test(word.charAt(at - 1))) return at;
  return width;
}

/** A text whose first line starts with `head`, the others with as many spaces. */
export function hanging(head: string, text: string, width: number): string[] {
  return wrap(text, width - head.length).map((line, i) =>
    `${i === 0 ? head : ' '.repeat(head.length)}${line}`.trimEnd(),
  );
}

/** The cells of one row, next to each other: as many lines as the tallest cell, each cell padded to its width. */
export function sideBySide(cells: readonly Cell[], gap: number): string[] {
  const height = Math.max(...cells.map(({ lines }) => lines.length));
  return Array.from({ length: height }, (_line, i) =>
    cells
      .map(({ lines, width, align, style }) => {
        const text = lines[i] ?? '';
        const padded = align === 'right' ? text.padStart(width) : text.padEnd(width);
        return style === undefined || text === '' ? padded : style(padded, i);
      })
      .join(' '.repeat(gap))
      .trimEnd(),
  );
}

/** Rows of a table, head first: columns as wide as their widest cell and two spaces apart, the last one to the right. */
export function columns(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_head, i) => Math.max(...rows.map((row) => row[i]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((text, i) => (i === row.length - 1 ? text.padStart(widths[i] ?? 0) : text.padEnd(widths[i] ?? 0)))
      .join('  '),
  );
}

/** A cell of a row. */
export interface Cell {
  readonly lines: readonly string[];
  readonly width: number;
  /** @default - left */
  readonly align?: 'right';
  /** Colours a padded line. @default - none */
  readonly style?: (text: string, line: number) => string;
}
