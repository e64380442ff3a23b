import type { Figures, OptionalAmount, PriceBasis } from '../../plan';
import type { EndpointNote } from './endpoint-note';
import type { Tradeoff } from './frontier';
import { dominatorOf, frontierOf } from './frontier';

/** Rank of an option among the possible ones. */
export type Rank =
  | { readonly kind: 'chosen' }
  /** No other option is both cheaper and faster. */
  | { readonly kind: 'frontier' }
  | { readonly kind: 'dominated'; readonly by: number }
  | { readonly kind: 'impossible' }
  /** It cannot be compared without a price and a time. */
  | { readonly kind: 'unknown' };

interface SizeFacts {
  readonly name: string;
  readonly reason: string;
  /** @default - not predicted */
  readonly figures?: Figures;
}

type Candidate = OptionalAmount & SizeFacts & { readonly rank: 'chosen' | 'possible' | 'impossible' };

/** One size of an endpoint: the chosen one or an alternative, for the same peak. */
export type SizeOption = OptionalAmount &
  SizeFacts & {
    /** Row in the table, cheapest first. */
    readonly number: number;
    readonly rank: Rank;
  };

/** Costs, time and figures of a size that has all of them. */
interface Place extends Tradeoff {
  readonly price: PriceBasis;
  readonly figures: Figures;
}

/** A size with a price and figures, which the plot shows. */
export interface PlottedOption extends Place {
  readonly number: number;
  readonly name: string;
  readonly reason: string;
  readonly rank: Rank;
}

/** Every size that was compared for an endpoint, cheapest first, those without a price last. */
export function sizeOptions({ instanceType, performance, sizes, energy }: EndpointNote): readonly SizeOption[] {
  const grams = energy?.gramsCo2ePer1kTokens?.value;
  const chosen: Candidate =
    performance === undefined
      ? { name: instanceType.value, reason: 'chosen', rank: 'chosen' }
      : {
          name: `${performance.copies} x ${instanceType.value}, tensor parallel ${performance.tensorParallel}`,
          reason: 'chosen',
          usdPerMonth: performance.usdPerMonth,
          price: performance.price,
          figures: { ...performance.figures, ...(grams === undefined ? {} : { gramsCo2ePer1kTokens: grams }) },
          rank: 'chosen',
        };
  const others = sizes.map(({ value, possible, ...rest }): Candidate => ({
    ...rest,
    name: value,
    rank: possible === false ? 'impossible' : 'possible',
  }));
  const numbered = [chosen, ...others].toSorted(byCost).map((candidate, i) => ({ ...candidate, number: i + 1 }));
  const possible = numbered.filter(({ rank }) => rank !== 'impossible');
  const frontier = frontierOf(
    possible.flatMap((candidate) => {
      const place = placeOf(candidate);
      return place === undefined ? [] : [{ ...place, number: candidate.number }];
    }),
  );
  return numbered.map((candidate) => ({ ...candidate, rank: rankOf(candidate, frontier) }));
}

/** Costs and time of an option. Undefined when one of them is unknown. */
function placeOf({ usdPerMonth, price, figures }: OptionalAmount & { readonly figures?: Figures }): Place | undefined {
  if (usdPerMonth === undefined || figures === undefined) return undefined;
  return { usdPerMonth, price, figures, msPerToken: figures.timePerOutputTokenMs };
}

/** The options that a plot can show. */
export function plottedOptions(options: readonly SizeOption[]): readonly PlottedOption[] {
  return options.flatMap((option) => {
    const place = placeOf(option);
    return place === undefined ? [] : [{ ...option, ...place }];
  });
}

function rankOf(candidate: Candidate, frontier: readonly (Tradeoff & { readonly number: number })[]): Rank {
  if (candidate.rank !== 'possible') return { kind: candidate.rank };
  const place = placeOf(candidate);
  if (place === undefined) return { kind: 'unknown' };
  const dominator = dominatorOf(place, frontier);
  return dominator === undefined ? { kind: 'frontier' } : { kind: 'dominated', by: dominator.number };
}

function byCost(a: Candidate, b: Candidate): number {
  const cost = ({ usdPerMonth }: Candidate): number => usdPerMonth ?? Number.MAX_VALUE;
  return cost(a) - cost(b);
}
