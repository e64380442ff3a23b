import type { Figures } from '../../plan';
import type { EndpointNote } from './endpoint-note';
import { dominatorOf, frontierOf } from './frontier';
import type { Tradeoff } from './frontier';

/** How an option stands among those that could be taken. */
export type Standing =
  | { readonly kind: 'chosen' }
  /** None is both cheaper and faster. */
  | { readonly kind: 'frontier' }
  | { readonly kind: 'dominated'; readonly by: number }
  | { readonly kind: 'impossible' }
  /** Without a price or a time it cannot be compared. */
  | { readonly kind: 'unknown' };

/** One size of an endpoint: the chosen one or an alternative, for the same peak. */
export interface SizeOption {
  /** Row in the table, cheapest first. */
  readonly number: number;
  readonly name: string;
  readonly reason: string;
  readonly usdPerMonth?: number;
  /** @default - not predicted */
  readonly figures?: Figures;
  readonly standing: Standing;
}

/** A size with a price and figures: what a plot shows. */
export type PlottedOption = SizeOption & Tradeoff & { readonly figures: Figures };

type Candidate = Omit<SizeOption, 'number' | 'standing'> & { readonly standing: 'chosen' | 'possible' | 'impossible' };

/** Every size that was weighed for an endpoint, cheapest first, those without a price last. */
export function sizeOptions({ instanceType, performance, sizes, energy }: EndpointNote): readonly SizeOption[] {
  const grams = energy?.gramsCo2ePer1kTokens?.value;
  const chosen: Candidate = {
    name:
      performance === undefined
        ? instanceType.value
        : `${performance.copies} x ${instanceType.value}, tensor parallel ${performance.tensorParallel}`,
    reason: 'chosen',
    ...(performance === undefined
      ? {}
      : {
          usdPerMonth: performance.usdPerMonth,
          figures: { ...performance.figures, ...(grams === undefined ? {} : { gramsCo2ePer1kTokens: grams }) },
        }),
    standing: 'chosen',
  };
  const others = sizes.map(({ value, reason, usdPerMonth, figures, possible }): Candidate => ({
    name: value,
    reason,
    ...(usdPerMonth === undefined ? {} : { usdPerMonth }),
    ...(figures === undefined ? {} : { figures }),
    standing: possible === false ? 'impossible' : 'possible',
  }));
  const numbered = [chosen, ...others].toSorted(byCost).map((candidate, i) => ({ ...candidate, number: i + 1 }));
  const frontier = frontierOf(
    numbered.filter(({ standing }) => standing !== 'impossible').flatMap((candidate) => tradeoffOf(candidate) ?? []),
  );
  return numbered.map((candidate) => ({ ...candidate, standing: standingOf(candidate, frontier) }));
}

/** Where an option stands in money and time, when both are known. */
export function tradeoffOf<T extends { readonly usdPerMonth?: number; readonly figures?: Figures }>(
  option: T,
): (T & Tradeoff & { readonly figures: Figures }) | undefined {
  const { usdPerMonth, figures } = option;
  if (usdPerMonth === undefined || figures === undefined) return undefined;
  return { ...option, usdPerMonth, figures, msPerToken: figures.timePerOutputTokenMs };
}

function standingOf(candidate: Candidate, frontier: readonly (Tradeoff & { readonly number: number })[]): Standing {
  if (candidate.standing !== 'possible') return { kind: candidate.standing };
  const place = tradeoffOf(candidate);
  if (place === undefined) return { kind: 'unknown' };
  const dominator = dominatorOf(place, frontier);
  return dominator === undefined ? { kind: 'frontier' } : { kind: 'dominated', by: dominator.number };
}

function byCost(a: Candidate, b: Candidate): number {
  const cost = ({ usdPerMonth }: Candidate): number => usdPerMonth ?? Number.MAX_VALUE;
  return cost(a) - cost(b);
}
