import { walkDecisions } from '../../lib/plan';
import type { Alternative, Decision, EnvironmentPlan, Figures, Reason } from '../../lib/plan';
import { figure, usd, withBand } from '../../lib/review/plan-report/amounts';
import { hanging, wrap } from './layout';
import { isUnder } from './plan-path';
import type { Terminal } from './terminal';

/** Lines longer than this are hard to read, however wide the terminal is. */
const widest = 120;
const indent = '  ';

/**
 * Every decision at or under a path: its value, every reason with rule, source and date, and every rejected alternative
 * with its price and figures. A part of a value is argued like the whole, which is said instead of repeated.
 *
 * @param prefix - dotted path; empty for everything
 */
export function explainText(plan: EnvironmentPlan, prefix: string, terminal: Terminal): string {
  const width = Math.min(terminal.columns, widest);
  const argued = new Map<readonly Reason[], string>();
  const blocks = [...walkDecisions(plan)].flatMap(([path, decision]) => {
    if (!isUnder(path, prefix)) return [];
    const like = decision.rejected.length > 0 ? argued.get(decision.because) : undefined;
    argued.set(decision.because, like ?? path);
    return [block(path, decision, like, width, terminal)];
  });
  const title = `${plan.platform} · ${plan.environment} (${plan.tier})`;
  return [terminal.style.bold(title), ...blocks].join('\n\n');
}

function block(
  path: string,
  { value, because, rejected }: Decision<unknown>,
  like: string | undefined,
  width: number,
  { style }: Terminal,
): string {
  const argument =
    like === undefined
      ? [...because.flatMap((reason) => reasonLines(reason, width)), ...rejected.flatMap((a) => instead(a, width))]
      : hanging(`${indent}because  `, `argued like ${like}`, width);
  return [
    ...wrap(path, width).map((line) => style.bold(style.underline(line))),
    ...show(value).flatMap((line) => hanging(indent, line, width)),
    ...argument.map(style.dim),
  ].join('\n');
}

function reasonLines({ rule, text, source }: Reason, width: number): string[] {
  const from = source === undefined ? '' : `\nsource: ${source.name}, ${source.asOf}`;
  return hanging(`${indent}because  `, `${text} [${rule}]${from}`, width);
}

function instead({ value, reason, usdPerMonth, figures, possible }: Alternative, width: number): string[] {
  const price = usdPerMonth === undefined ? '' : `, ${usd(usdPerMonth)} a month`;
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

/** A value on as few lines as stay readable: entries of a record and members of a list of records get their own. */
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
