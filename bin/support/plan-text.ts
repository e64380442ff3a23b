import type { NoteRow, PlanNote, Price } from '../../lib/review/plan-report';
import { numberReasons, numbersOf } from '../../lib/review/plan-report';
import { usd } from '../../lib/review/plan-report/amounts';
import type { Mood } from '../../lib/review/plan-report/note-row';
import { beside, hanging, wrap } from './layout';
import type { Terminal } from './terminal';

/** Lines longer than this are hard to read, however wide the terminal is. */
const widest = 100;
const gap = 2;
const widths = { what: 18, cloud: 5, price: 10 };
/** Characters that are not the columns of the text. */
const taken = widths.what + widths.cloud + widths.price + 3 * gap;

/** A plan as an engineer's note: one table, the reasons under it by number, and where the rest is. */
export function planText(note: PlanNote, decisions: number, terminal: Terminal): string {
  const width = Math.min(terminal.columns, widest);
  const { style } = terminal;
  const reasons = numberReasons(note.rows);
  const title = `${note.platform} · ${note.environment} (${note.tier})`;
  const notes = reasons.flatMap(({ number, text, source }) =>
    hanging(`${number}. `.padStart(5), source === undefined ? text : `${text} [${source.asOf}]`, width),
  );
  const rest = `${decisions} decisions in all; every one with its alternatives: llmops plan --env ${note.environment} --explain [path]`;
  return [
    style.bold(title),
    ...wrap(note.entry, width).map(style.dim),
    style.dim('─'.repeat(width)),
    ...note.rows.flatMap((row) => tableRow(row, numbersOf(row, reasons), width, terminal)),
    style.dim('─'.repeat(width)),
    ...totalRow(note, width, terminal),
    '',
    `${style.bold('why')}${style.dim(' (dates: of the sources; --explain names them)')}`,
    ...notes,
    '',
    ...wrap(rest, width).map(style.dim),
  ].join('\n');
}

function tableRow(row: NoteRow, numbers: readonly number[], width: number, terminal: Terminal): string[] {
  const room = width - taken;
  const lines = row.lines.flatMap(({ text, mood }, i) => {
    const last = i === row.lines.length - 1 && numbers.length > 0;
    return wrap(last ? `${text} [${ranges(numbers)}]` : text, room).map((part) => ({ part, mood }));
  });
  return beside(
    [
      { lines: wrap(row.what, widths.what), width: widths.what, style: terminal.style.bold },
      { lines: [row.cloud], width: widths.cloud },
      {
        lines: lines.map(({ part }) => part),
        width: room,
        style: (text, i) => moodStyle(lines[i]?.mood, terminal)(text),
      },
      { lines: [priceText(row.price)], width: widths.price, align: 'right' },
    ],
    gap,
  );
}

function totalRow({ total }: PlanNote, width: number, { style }: Terminal): string[] {
  const room = width - taken;
  const missing = Object.entries(total.unknown).flatMap(([why, what]) =>
    what.length === 0 ? [] : [`${why}: ${what.join(', ')}`],
  );
  if (total.besideInstances.length > 0) missing.push(`of endpoints: ${total.besideInstances.join('; ')}`);
  const unknown = missing.length === 0 ? ['everything above'] : ['what is known; on top of it', ...missing];
  return beside(
    [
      { lines: ['a month'], width: widths.what, style: style.bold },
      { lines: [], width: widths.cloud },
      { lines: unknown.flatMap((line) => wrap(line, room)), width: room },
      { lines: [usd(total.known)], width: widths.price, align: 'right', style: style.bold },
    ],
    gap,
  );
}

function priceText(price: Price | undefined): string {
  if (price === undefined) return '';
  return price.kind === 'known' ? usd(price.usdPerMonth) : price.why;
}

function moodStyle(mood: Mood | undefined, { style }: Terminal): (text: string) => string {
  switch (mood) {
    case 'good':
      return style.green;
    case 'warn':
      return style.yellow;
    case 'bad':
      return style.red;
    case 'quiet':
      return style.dim;
    case undefined:
      return (text) => text;
  }
}

/** `1-4, 7`: ascending numbers with runs closed up. */
export function ranges(numbers: readonly number[]): string {
  const runs: [first: number, last: number][] = [];
  for (const n of numbers) {
    const run = runs.at(-1);
    if (run !== undefined && run[1] === n - 1) run[1] = n;
    else runs.push([n, n]);
  }
  return runs.map(([first, last]) => (first === last ? String(first) : `${first}-${last}`)).join(', ');
}
