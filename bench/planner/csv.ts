import { parse } from 'csv-parse/sync';

/** One line of a CSV file, by column name. An empty cell is absent. */
export type CsvRow = Readonly<Record<string, string | undefined>>;

/**
 * Reads RFC 4180 text with a header row.
 *
 * @param text - UTF-8 text with LF or CRLF line ends; quoted cells may hold commas, quotes and line ends
 */
export function parseCsv(text: string): readonly CsvRow[] {
  const rows = parse<Readonly<Record<string, string>>>(text, { columns: true });
  return rows.map((row) => Object.fromEntries(Object.entries(row).filter(([, cell]) => cell !== '')));
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
