/** Costs and time of an option: less is better in both. */
export interface Tradeoff {
  readonly usdPerMonth: number;
  readonly msPerToken: number;
}

/** Whether one option is no worse than another in both respects and better in one. */
export function dominates(one: Tradeoff, other: Tradeoff): boolean {
  const noWorse = one.usdPerMonth <= other.usdPerMonth && one.msPerToken <= other.msPerToken;
  return noWorse && (one.usdPerMonth < other.usdPerMonth || one.msPerToken < other.msPerToken);
}

/**
 * The options that no other option dominates, cheapest first. Options with equal costs and times are all on the
 * frontier.
 */
export function frontierOf<T extends Tradeoff>(options: readonly T[]): readonly T[] {
  const sorted = options.toSorted((a, b) => a.usdPerMonth - b.usdPerMonth || a.msPerToken - b.msPerToken);
  const frontier: T[] = [];
  for (const option of sorted) {
    const last = frontier.at(-1);
    if (last === undefined || !dominates(last, option)) frontier.push(option);
  }
  return frontier;
}

/** The cheapest option of a frontier that dominates another, or undefined when none does. */
export function dominatorOf<T extends Tradeoff>(option: Tradeoff, frontier: readonly T[]): T | undefined {
  return frontier.find((candidate) => dominates(candidate, option));
}
