import type { PriceSummary } from '../../plan';
import { counted, grouped, marked, usd } from './amounts';
import type { MonthlyTotal } from './plan-note';

/** Kind of the monthly sum. Costs are known when their prices are published or negotiated, and not stale. */
export function totalWords(total: MonthlyTotal): string {
  const { basis, stale, usdPerMonth, knownUsdPerMonth: known } = total;
  const rest = basis === 'estimated' ? 'estimated' : 'at stale prices';
  if (known === usdPerMonth && basis !== 'estimated' && stale !== true) return 'known costs';
  if (known === 0) return basis === 'estimated' ? 'estimated costs' : 'costs at stale prices';
  return `${usd(known)} known costs, ${marked(usd(usdPerMonth - known), total)} ${rest}`;
}

/** What the monthly sum does not include, a line for each reason. */
export function notIncluded({ unknown, otherCosts }: MonthlyTotal): readonly string[] {
  const missing = Object.entries(unknown).flatMap(([why, what]) =>
    what.length === 0 ? [] : [`${why}: ${what.join(', ')}`],
  );
  return otherCosts.length === 0 ? missing : [...missing, `of endpoints: ${otherCosts.join('; ')}`];
}

/** Meaning of the marks on amounts, a line for each mark that is used. */
export function markLegend({ estimated, stale }: PriceSummary): readonly string[] {
  return [
    ...(estimated === 0 ? [] : [`~ estimated (${grouped(estimated)}): no published price of this region and service`]),
    ...(stale === 0
      ? []
      : [`* stale (${grouped(stale)}): the price is older than 180 days, or the reservation has ended`]),
  ];
}

const refresh = 'llmops catalog refresh --out llmops.prices.json';

/** Number of estimated and stale amounts, date of the oldest price, and the command that renews them. Empty without any. */
export function priceWarning({ amounts, renew, oldest }: PriceSummary): readonly string[] {
  const { catalogue, endpoints, tokens, config } = renew;
  if (oldest === undefined) return [];
  const count = `${grouped(catalogue + endpoints + tokens + config)} of ${counted(amounts, 'amount')} marked, oldest price ${oldest}`;
  return [
    catalogue === 0 ? count : `${count}: ${refresh}`,
    ...(endpoints === 0
      ? []
      : ['private endpoints: the price was read second-hand; compare it with the price list of AWS']),
    ...(tokens === 0 ? [] : ['prices per token: write them in catalog.tokenPrices']),
    ...(config === 0 ? [] : ['prices and reservations of the config: update them there']),
  ];
}

/** One summary of several plans. */
export function allPrices([first, ...rest]: readonly PriceSummary[]): PriceSummary | undefined {
  return first === undefined ? undefined : rest.reduce(together, first);
}

function together(one: PriceSummary, other: PriceSummary): PriceSummary {
  const [oldest] = [one.oldest, other.oldest].flatMap((day) => day ?? []).toSorted();
  return {
    today: one.today,
    amounts: one.amounts + other.amounts,
    estimated: one.estimated + other.estimated,
    stale: one.stale + other.stale,
    renew: {
      catalogue: one.renew.catalogue + other.renew.catalogue,
      endpoints: one.renew.endpoints + other.renew.endpoints,
      tokens: one.renew.tokens + other.renew.tokens,
      config: one.renew.config + other.renew.config,
    },
    ...(oldest === undefined ? {} : { oldest }),
    staleSources: [...one.staleSources, ...other.staleSources],
  };
}
