/** One line of a CSV file, by column name. An empty cell is absent. */
export type CsvRow = Readonly<Record<string, string | undefined>>;

/**
 * Reads RFC 4180 text with a header row.
 *
 * @param text - UTF-8 text with LF or CRLF line ends; quoted cells may hold commas, quotes and line ends
 */
export function parseCsv(text: string): readonly CsvRow[] {
  const lines = cells(text);
  const header = lines[0] ?? [];
  return lines.slice(1).map((line) => {
    const row: Record<string, string> = {};
    header.forEach((name, column) => {
      const cell = line[column] ?? '';
      if (cell !== '') row[name] = cell;
    });
    return row;
  });
}

/** A cell that must be there. */
export function required(row: CsvRow, column: string): string {
  const cell = row[column];
  if (cell === undefined) throw new Error(`column ${column} is empty in ${JSON.stringify(row)}`);
  return cell;
}

/** A number, or undefined for an empty cell. */
export function numberIn(row: CsvRow, column: string): number | undefined {
  const cell = row[column];
  if (cell === undefined) return undefined;
  const value = Number(cell);
  if (Number.isNaN(value)) throw new Error(`column ${column} is not a number: got ${cell}`);
  return value;
}

function cells(text: string): readonly (readonly string[])[] {
  const lines: string[][] = [];
  let line: string[] = [];
  let cell = '';
  let quoted = false;
  const endCell = (): void => {
    line.push(cell);
    cell = '';
  };
  const endLine = (): void => {
    endCell();
    if (line.length > 1 || line[0] !== '') lines.push(line);
    line = [];
  };
  for (let at = 0; at < text.length; at++) {
    const char = text.charAt(at);
    if (quoted) {
      if (char !== '"') cell += char;
      else if (text.charAt(at + 1) === '"') {
        cell += '"';
        at++;
      } else quoted = false;
    } else if (char === '"') quoted = true;
    else if (char === ',') endCell();
    else if (char === '\n') endLine();
    else if (char !== '\r') cell += char;
  }
  endLine();
  return lines;
}
