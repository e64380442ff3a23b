import { inlineCode, plainText } from './markdown-text';
import { moneyRows } from './money-rows';
import { monthly, monthlyWords } from './monthly';
import type { MoneyDelta } from './review';
import type { Row } from './section';

/** What the prices of a change are about. */
export interface MoneyReport {
  /** What is compared, such as a git reference with its commit, or a file. */
  readonly base: string;
  readonly next: string;
  readonly money: readonly MoneyDelta[];
  /** What could not be read, each in one sentence: its price is in no sum. */
  readonly unverified: readonly string[];
}

/** First line of the comment of the prices of a change, by which it is found again and replaced. */
const moneyMarker = '<!-- llmops-kit cost -->';
/** Rows of the comment; GitHub takes 65,536 characters of one. */
const mostRows = 100;

/** The prices of a change as lines for a terminal: the sum, then each resource with what its figure is made of. */
export function moneyText({ base, next, money, unverified }: MoneyReport): readonly string[] {
  return [
    `${base} → ${next} (offline)`,
    sumOf(money),
    ...moneyRows(money).flatMap(({ where, text, lines }) => [
      `${where}: ${text}`,
      ...lines.map((line) => `    ${line}`),
    ]),
    ...unverified.map((text) => `unverified ${text}`),
  ];
}

/** The prices of a change as one comment: GitHub-flavoured Markdown whose first line is always the same. */
export function moneyMarkdown({ base, next, money, unverified }: MoneyReport): string {
  const rows = moneyRows(money);
  const shown = rows.slice(0, mostRows);
  return [
    moneyMarker,
    `## Cost: ${plainText(sumOf(money))}`,
    '',
    ...shown.flatMap(rowLines),
    ...(rows.length > shown.length ? ['', `And ${rows.length - shown.length} more, which the JSON has.`] : []),
    ...unverified.map((text) => `- not verified: ${plainText(text)}`),
    '',
    `<sub>${plainText(base)} → ${plainText(next)} · list prices of the catalogue, no account was asked</sub>`,
    '',
  ].join('\n');
}

function sumOf(money: readonly MoneyDelta[]): string {
  return money.length === 0 ? 'nothing that is priced changes' : monthlyWords(monthly(money));
}

function rowLines({ where, text, lines }: Row): readonly string[] {
  return [`- ${inlineCode(where)}: ${plainText(text)}`, ...lines.map((line) => `  - ${plainText(line)}`)];
}
