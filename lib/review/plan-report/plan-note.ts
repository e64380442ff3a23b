import type { DatedPlan, EnvironmentPlan, PriceSummary } from '../../plan';
import type { PriceMark } from './amounts';
import type { EndpointNote } from './endpoint-note';
import { endpointNotes } from './endpoint-note';
import { endpointRow } from './endpoint-row';
import { environmentRows } from './environment-rows';
import type { NotedReason, NoteRow, Price } from './note-row';
import { knowledgeRows, modelRows, tuningRows } from './service-rows';

/** What a person wants to know about an environment's plan, before asking for every decision. */
export interface PlanNote {
  readonly platform: string;
  readonly environment: string;
  readonly tier: string;
  /** How releases get in, for example `promoted from qa: soak 24 h, approval by leads`. */
  readonly entry: string;
  readonly rows: readonly NoteRow[];
  readonly endpoints: readonly EndpointNote[];
  readonly total: MonthlyTotal;
  /** How many amounts of the plan are estimated or stale. */
  readonly prices: PriceSummary;
  /** The worst that can be said of any endpoint's objective. */
  readonly objectives: 'missed' | 'at risk' | 'met' | 'none';
}

type UnknownPrice = Extract<Price, { kind: 'unknown' }>['why'];

/** What a month costs as far as there are prices, and what is missing from it. */
export interface MonthlyTotal extends PriceMark {
  /** Dollars a month of everything with a price. */
  readonly usdPerMonth: number;
  /** The part of it at published or negotiated prices that are not stale. */
  readonly knownUsdPerMonth: number;
  /** What endpoints cost beside their instances. */
  readonly besideInstances: readonly string[];
  /** What costs money that is not in it, for example `model frontier on azure`. */
  readonly unknown: Readonly<Record<UnknownPrice, readonly string[]>>;
}

/** A reason with its number in the notes under the table. */
export interface NumberedReason extends NotedReason {
  readonly number: number;
}

/** Picks from a plan what its note says. */
export function planNote(plan: DatedPlan): PlanNote {
  const endpoints = endpointNotes(plan);
  const served = endpoints.map(endpointRow);
  const all = [...served, ...modelRows(plan), ...knowledgeRows(plan), ...tuningRows(plan), ...environmentRows(plan)];
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
  const moods = new Set(endpoints.flatMap(({ lines }) => lines.map(({ mood }) => mood)));
  if (moods.has('bad')) return 'missed';
  if (moods.has('warn')) return 'at risk';
  return moods.has('good') ? 'met' : 'none';
}

function entry({ promotion }: EnvironmentPlan): string {
  if (promotion === undefined) return 'releases are made here';
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
  const besideInstances = [...new Set(endpoints.flatMap(({ cost }) => cost.notIncluded.value))];
  return {
    usdPerMonth: sum(priced),
    knownUsdPerMonth: sum(known),
    basis: priced.some(({ price }) => price.basis === 'estimated') ? 'estimated' : 'published',
    stale: priced.some(({ price }) => price.stale === true),
    besideInstances,
    unknown: { 'by use': unknown('by use'), 'not priced': unknown('not priced') },
  };
}

function sum(priced: readonly { readonly usdPerMonth: number }[]): number {
  return priced.reduce((all, { usdPerMonth }) => all + usdPerMonth, 0);
}

const leftOut: ReadonlySet<string> = new Set(['spec.pinned', 'size.alternatives']);

/**
 * The reasons of all rows, numbered in reading order; the same sentence gets one number. That a value was pinned is no
 * news to who pinned it, and how much is not listed is none in a summary: both are left out.
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

/** Numbers of a row's reasons, ascending. */
export function numbersOf({ because }: NoteRow, reasons: readonly NumberedReason[]): readonly number[] {
  const texts = new Set(because.map(({ text }) => text));
  return reasons.filter(({ text }) => texts.has(text)).map(({ number }) => number);
}
