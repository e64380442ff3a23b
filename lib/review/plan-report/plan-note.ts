import type { DatedPlan, EnvironmentPlan, PriceSummary } from '../../plan';
import type { PriceMark } from './amounts';
import { assetRows } from './asset-rows';
import type { EndpointNote } from './endpoint-note';
import { endpointNotes } from './endpoint-note';
import { endpointRow } from './endpoint-row';
import { environmentRows } from './environment-rows';
import type { NotedReason, NoteRow, Price } from './note-row';
import { knowledgeRows, modelRows, tuningRows } from './service-rows';
import { watchRows } from './watch-rows';

/** Summary of the plan of one environment, for a person. `--explain` prints every decision. */
export interface PlanNote {
  readonly platform: string;
  readonly environment: string;
  readonly tier: string;
  /** How releases enter, for example `promoted from qa after soak of 24 h and approval by leads`. */
  readonly entry: string;
  readonly rows: readonly NoteRow[];
  readonly endpoints: readonly EndpointNote[];
  readonly total: MonthlyTotal;
  /** Numbers of estimated and stale amounts in the plan. */
  readonly prices: PriceSummary;
  /** The worst result of an endpoint against its objective. */
  readonly objectives: 'missed' | 'at risk' | 'met' | 'none';
}

type UnknownPrice = Extract<Price, { kind: 'unknown' }>['why'];

/** Sum of the monthly costs that have a price, and the costs that it does not include. */
export interface MonthlyTotal extends PriceMark {
  /** US dollars a month for everything with a price. */
  readonly usdPerMonth: number;
  /** Part of the sum whose prices are published or negotiated, and not stale. */
  readonly knownUsdPerMonth: number;
  /** Costs of endpoints other than their instances, for example data transfer. */
  readonly otherCosts: readonly string[];
  /** Things without a price in the plan, for example `model frontier on azure`. */
  readonly unknown: Readonly<Record<UnknownPrice, readonly string[]>>;
}

/** A reason with its number in the notes under the table. */
export interface NumberedReason extends NotedReason {
  readonly number: number;
}

/** The summary of a plan. */
export function planNote(plan: DatedPlan): PlanNote {
  const endpoints = endpointNotes(plan);
  const served = endpoints.map(endpointRow);
  const services = [...modelRows(plan), ...knowledgeRows(plan), ...tuningRows(plan)];
  const all = [...served, ...services, ...environmentRows(plan), ...watchRows(plan), ...assetRows(plan)];
  const rows = all.map((row) => ({ ...row, because: row.because.map((reason) => noted(reason, plan)) }));
  const { platform, environment, tier, prices } = plan;
  return {
    platform,
    environment,
    tier,
    entry: entry(plan),
    rows,
    endpoints,
    total: total(rows, endpoints),
    prices,
    objectives: worst(served),
  };
}

function noted(reason: NotedReason, { prices: { staleSources } }: DatedPlan): NotedReason {
  const stale = staleSources.some(({ source, asOf }) => reason.source?.name === source && reason.source.asOf === asOf);
  return stale ? { ...reason, stale } : reason;
}

function worst(endpoints: readonly NoteRow[]): PlanNote['objectives'] {
  const tones = new Set(endpoints.flatMap(({ lines }) => lines.map(({ tone }) => tone)));
  if (tones.has('bad')) return 'missed';
  if (tones.has('warn')) return 'at risk';
  return tones.has('good') ? 'met' : 'none';
}

function entry({ promotion }: EnvironmentPlan): string {
  if (promotion === undefined) return 'releases are created here';
  const gates = promotion.gates.value;
  const from = `promoted from ${promotion.from.value}`;
  if ('waived' in gates) return `${from}, gates waived: ${gates.reason}`;
  const named = gates.map((gate) =>
    gate.kind === 'soak' ? `soak of ${gate.hours} h` : `approval by ${gate.by.join(', ')}`,
  );
  return named.length === 0 ? `${from} without a gate` : `${from} after ${named.join(' and ')}`;
}

function total(rows: readonly NoteRow[], endpoints: readonly EndpointNote[]): MonthlyTotal {
  const priced = rows.flatMap(({ price }) => (price?.kind === 'priced' ? [price] : []));
  const known = priced.filter(({ price }) => price.basis !== 'estimated' && price.stale !== true);
  const unknown = (why: UnknownPrice): readonly string[] =>
    rows.flatMap(({ what, cloud, price }) =>
      price?.kind === 'unknown' && price.why === why ? [`${what} on ${cloud}`] : [],
    );
  const otherCosts = [...new Set(endpoints.flatMap(({ cost }) => cost.notIncluded.value))];
  return {
    usdPerMonth: sum(priced),
    knownUsdPerMonth: sum(known),
    basis: priced.some(({ price }) => price.basis === 'estimated') ? 'estimated' : 'published',
    stale: priced.some(({ price }) => price.stale === true),
    otherCosts,
    unknown: { 'by use': unknown('by use'), 'not priced': unknown('not priced') },
  };
}

function sum(priced: readonly { readonly usdPerMonth: number }[]): number {
  return priced.reduce((all, { usdPerMonth }) => all + usdPerMonth, 0);
}

const leftOut: ReadonlySet<string> = new Set(['spec.pinned', 'size.alternatives']);

/**
 * The reasons of all rows, numbered in reading order. Equal sentences get one number. Reasons that say that a value is
 * pinned, and how many alternatives are not listed, are left out: a summary does not need them.
 */
export function numberReasons(rows: readonly NoteRow[]): readonly NumberedReason[] {
  const texts = new Map<string, NumberedReason>();
  for (const { because } of rows) {
    for (const reason of because) {
      if (!leftOut.has(reason.rule) && !texts.has(reason.text))
        texts.set(reason.text, { ...reason, number: texts.size + 1 });
    }
  }
  return [...texts.values()];
}

/** Numbers of the reasons of a row, ascending. */
export function numbersOf({ because }: NoteRow, reasons: readonly NumberedReason[]): readonly number[] {
  const texts = new Set(because.map(({ text }) => text));
  return reasons.filter(({ text }) => texts.has(text)).map(({ number }) => number);
}
