import type { NoteRow, PlanNote, Price } from '../../lib/review/plan-report';
import { numberReasons, numbersOf } from '../../lib/review/plan-report';
import { marked, usd } from '../../lib/review/plan-report/amounts';
import type { Tone } from '../../lib/review/plan-report/note-row';
import { markLegend, notIncluded, priceWarning, totalWords } from '../../lib/review/plan-report/price-words';
import { hanging, sideBySide, wrap } from '../terminal/layout';
import type { Terminal } from '../terminal/terminal';

/** Longest line in columns: longer lines are hard to read. */
const widest = 100;
const gap = 2;
const widths = { what: 18, cloud: 5, price: 12 };
/** Columns that the text cannot use. */
const taken = widths.what + widths.cloud + widths.price + 3 * gap;

/** A plan as text: one table, the numbered reasons under it, and the command that prints the rest. */
export function planText(note: PlanNote, decisions: number, terminal: Terminal): string {
  const width = Math.min(terminal.columns, widest);
  const { style } = terminal;
  const reasons = numberReasons(note.rows);
  const title = `${note.platform} · ${note.environment} (${note.tier})`;
  const notes = reasons.flatMap(({ number, text, source, stale }) => {
    const date = source === undefined ? '' : ` [${source.asOf}${stale === true ? ', stale' : ''}]`;
    return hanging(`${number}. `.padStart(5), `${text}${date}`, width);
  });
  const rest = `${decisions} decisions; with their alternatives: llmops plan --env ${note.environment} --explain [path]`;
  return [
    style.bold(title),
    ...wrap(note.entry, width).map(style.dim),
    style.dim('─'.repeat(width)),
    ...note.rows.flatMap((row) => tableRow(row, numbersOf(row, reasons), width, terminal)),
    style.dim('─'.repeat(width)),
    ...totalRow(note, width, terminal),
    ...priceNotes(note, width, terminal),
    '',
    `${style.bold('why')}${style.dim(' (dates are those of the sources; --explain names them)')}`,
    ...notes,
    '',
    ...wrap(rest, width).map(style.dim),
  ].join('\n');
}

function tableRow(row: NoteRow, numbers: readonly number[], width: number, terminal: Terminal): string[] {
  const room = width - taken;
  const lines = row.lines.flatMap(({ text, tone }, i) => {
    const last = i === row.lines.length - 1 && numbers.length > 0;
    return wrap(last ? `${text} [${ranges(numbers)}]` : text, room).map((part) => ({ part, tone }));
  });
  return sideBySide(
    [
      { lines: wrap(row.what, widths.what), width: widths.what, style: terminal.style.bold },
      { lines: [row.cloud], width: widths.cloud },
      {
        lines: lines.map(({ part }) => part),
        width: room,
        style: (text, i) => toneStyle(lines[i]?.tone, terminal)(text),
      },
      { lines: [priceText(row.price)], width: widths.price, align: 'right' },
    ],
    gap,
  );
}

function totalRow({ total }: PlanNote, width: number, { style }: Terminal): string[] {
  const room = width - taken;
  const missing = notIncluded(total);
  const words = [totalWords(total), ...(missing.length === 0 ? [] : ['not included:', ...missing])];
  return sideBySide(
    [
      { lines: ['a month'], width: widths.what, style: style.bold },
      { lines: [], width: widths.cloud },
      { lines: words.flatMap((line) => wrap(line, room)), width: room },
      { lines: [marked(usd(total.usdPerMonth), total)], width: widths.price, align: 'right', style: style.bold },
    ],
    gap,
  );
}

/** Meaning of the marks on amounts, and how to renew the prices. */
function priceNotes({ prices }: PlanNote, width: number, { style }: Terminal): string[] {
  const warning = priceWarning(prices);
  if (warning.length === 0) return [];
  return [
    '',
    ...warning.flatMap((line) => wrap(line, width)).map(style.yellow),
    ...markLegend(prices)
      .flatMap((line) => wrap(line, width))
      .map(style.dim),
  ];
}

function priceText(price: Price | undefined): string {
  if (price === undefined) return '';
  return price.kind === 'priced' ? marked(usd(price.usdPerMonth), price.price) : price.why;
}

function toneStyle(tone: Tone | undefined, { style }: Terminal): (text: string) => string {
  switch (tone) {
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

/** `1-4, 7` for the ascending numbers 1, 2, 3, 4 and 7. */
export function ranges(numbers: readonly number[]): string {
  const runs: [first: number, last: number][] = [];
  for (const n of numbers) {
    const run = runs.at(-1);
    if (run !== undefined && run[1] === n - 1) run[1] = n;
    else runs.push([n, n]);
  }
  return runs.map(([first, last]) => (first === last ? String(first) : `${first}-${last}`)).join(', ');
}
