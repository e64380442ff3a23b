import type { Figures, OptionalAmount, PriceBasis } from '../../plan';
import type { EndpointNote } from './endpoint-note';
import type { Tradeoff } from './frontier';
import { dominatorOf, frontierOf } from './frontier';

/** How an option stands among those that could be taken. */
export type Standing =
  | { readonly kind: 'chosen' }
  /** None is both cheaper and faster. */
  | { readonly kind: 'frontier' }
  | { readonly kind: 'dominated'; readonly by: number }
  | { readonly kind: 'impossible' }
  /** Without a price or a time it cannot be compared. */
  | { readonly kind: 'unknown' };

interface SizeFacts {
  readonly name: string;
  readonly reason: string;
  /** @default - not predicted */
  readonly figures?: Figures;
}

type Candidate = OptionalAmount & SizeFacts & { readonly standing: 'chosen' | 'possible' | 'impossible' };

/** One size of an endpoint: the chosen one or an alternative, for the same peak. */
export type SizeOption = OptionalAmount &
  SizeFacts & {
    /** Row in the table, cheapest first. */
    readonly number: number;
    readonly standing: Standing;
  };

/** Money, time and figures of a size that has all of them. */
export interface Place extends Tradeoff {
  readonly price: PriceBasis;
  readonly figures: Figures;
}

/** A size with a price and figures: what a plot shows. */
export interface PlottedOption extends Place {
  readonly number: number;
  readonly name: string;
  readonly reason: string;
  readonly standing: Standing;
}

/** Every size that was weighed for an endpoint, cheapest first, those without a price last. */
export function sizeOptions({ instanceType, performance, sizes, energy }: EndpointNote): readonly SizeOption[] {
  const grams = energy?.gramsCo2ePer1kTokens?.value;
  const chosen: Candidate =
    performance === undefined
      ? { name: instanceType.value, reason: 'chosen', standing: 'chosen' }
      : {
          name: `${performance.copies} x ${instanceType.value}, tensor parallel ${performance.tensorParallel}`,
          reason: 'chosen',
          usdPerMonth: performance.usdPerMonth,
          price: performance.price,
          figures: { ...performance.figures, ...(grams === undefined ? {} : { gramsCo2ePer1kTokens: grams }) },
          standing: 'chosen',
        };
  const others = sizes.map(({ value, possible, ...rest }): Candidate => ({
    ...rest,
    name: value,
    standing: possible === false ? 'impossible' : 'possible',
  }));
  const numbered = [chosen, ...others].toSorted(byCost).map((candidate, i) => ({ ...candidate, number: i + 1 }));
  const possible = numbered.filter(({ standing }) => standing !== 'impossible');
  const frontier = frontierOf(
    possible.flatMap((candidate) => {
      const place = placeOf(candidate);
      return place === undefined ? [] : [{ ...place, number: candidate.number }];
    }),
  );
  return numbered.map((candidate) => ({ ...candidate, standing: standingOf(candidate, frontier) }));
}

/** Where an option stands in money and time, when both are known. */
export function placeOf({
  usdPerMonth,
  price,
  figures,
}: OptionalAmount & { readonly figures?: Figures }): Place | undefined {
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

function standingOf(candidate: Candidate, frontier: readonly (Tradeoff & { readonly number: number })[]): Standing {
  if (candidate.standing !== 'possible') return { kind: candidate.standing };
  const place = placeOf(candidate);
  if (place === undefined) return { kind: 'unknown' };
  const dominator = dominatorOf(place, frontier);
  return dominator === undefined ? { kind: 'frontier' } : { kind: 'dominated', by: dominator.number };
}

function byCost(a: Candidate, b: Candidate): number {
  const cost = ({ usdPerMonth }: Candidate): number => usdPerMonth ?? Number.MAX_VALUE;
  return cost(a) - cost(b);
}
