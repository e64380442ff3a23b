import type { Alternative, AmountDecision, DatedPlan, Decision, Figures, Reason } from '../../lib/plan';
import { walkDecisions } from '../../lib/plan';
import { figure, marked, usd, withBand } from '../../lib/review/plan-report/amounts';
import { hanging, wrap } from '../terminal/layout';
import type { Terminal } from '../terminal/terminal';
import { isUnder } from './path';

/** Longest line in columns: longer lines are hard to read. */
const widest = 120;
const indent = '  ';

/**
 * Every decision at or under a path: its value, every reason with rule, source and date, and every rejected alternative
 * with its price and figures. A decision with the reasons of the decision that contains it names that decision instead.
 *
 * @param prefix - dotted path; empty for everything
 */
export function explainText(plan: DatedPlan, prefix: string, terminal: Terminal): string {
  const width = Math.min(terminal.columns, widest);
  const argued = new Map<readonly Reason[], string>();
  const blocks = [...walkDecisions(plan)].flatMap(([path, decision]) => {
    if (!isUnder(path, prefix)) return [];
    const like = decision.rejected.length > 0 ? argued.get(decision.because) : undefined;
    argued.set(decision.because, like ?? path);
    return [block({ path, decision, like }, width, terminal)];
  });
  const title = `${plan.platform} · ${plan.environment} (${plan.tier})`;
  return [terminal.style.bold(title), ...blocks].join('\n\n');
}

interface Explained {
  readonly path: string;
  readonly decision: Decision<unknown>;
  /** Path of the decision that has the same reasons. */
  readonly like: string | undefined;
}

function block({ path, decision, like }: Explained, width: number, { style }: Terminal): string {
  const { because, rejected } = decision;
  const value = isAmount(decision) ? [amountText(decision)] : show(decision.value);
  const argument =
    like === undefined
      ? [...because.flatMap((reason) => reasonLines(reason, width)), ...rejected.flatMap((a) => instead(a, width))]
      : hanging(`${indent}because  `, `argued like ${like}`, width);
  return [
    ...wrap(path, width).map((line) => style.bold(style.underline(line))),
    ...value.flatMap((line) => hanging(indent, line, width)),
    ...argument.map(style.dim),
  ].join('\n');
}

function isAmount(decision: Decision<unknown>): decision is AmountDecision {
  return 'price' in decision && typeof decision.value === 'number';
}

/** `~$7,675* (estimated, 2026-03-01, stale)`. */
function amountText({ value, price }: AmountDecision): string {
  const age = price.stale === true ? `${price.asOf}, stale` : price.asOf;
  return `${marked(usd(value), price)} (${price.basis}, ${age})`;
}

function reasonLines({ rule, text, source }: Reason, width: number): string[] {
  const from = source === undefined ? '' : `\nsource: ${source.name}, ${source.asOf}`;
  return hanging(`${indent}because  `, `${text} [${rule}]${from}`, width);
}

function instead({ value, reason, figures, possible, ...amount }: Alternative, width: number): string[] {
  const { usdPerMonth, price: basis } = amount;
  const price = usdPerMonth === undefined ? '' : `, ${marked(usd(usdPerMonth), basis)} a month`;
  const achieved = figures === undefined ? '' : `\n${figuresText(figures)}`;
  const head = `${indent}${possible === false ? 'not     ' : 'or      '} `;
  return hanging(head, `${value}${price}: ${reason}${achieved}`, width);
}

function figuresText(figures: Figures): string {
  const { timeToFirstTokenMs, timePerOutputTokenMs, tokensPerSecond, gramsCo2ePer1kTokens } = figures;
  return [
    `first token ${withBand(timeToFirstTokenMs, figures.firstTokenErrorPercent)}`,
    `per token ${withBand(timePerOutputTokenMs, figures.errorPercent)}`,
    `${figure(tokensPerSecond)} tokens/s`,
    ...(gramsCo2ePer1kTokens === undefined ? [] : [`${figure(gramsCo2ePer1kTokens)} gCO2e/ktok`]),
  ].join(' · ');
}

/** A value as lines: one for each entry of a record, and one for each member of a list of records. */
function show(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [String(value)];
  if (Array.isArray(value)) {
    if (value.length === 0) return ['none'];
    const list: readonly unknown[] = value;
    return list.some((item) => typeof item === 'object') ? list.map(inline) : [list.join(', ')];
  }
  const entries = Object.entries(value);
  return entries.length === 0 ? ['none'] : entries.map(([key, item]) => `${key}: ${inline(item)}`);
}

function inline(value: unknown): string {
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.map(inline).join(', ');
  if (typeof value !== 'object' || value === null) return String(value);
  return Object.entries(value)
    .map(([key, item]) => `${key} ${inline(item)}`)
    .join('; ');
}
