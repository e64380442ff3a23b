import type { TokenPrices } from '../../catalog/types';
import type { PriceBasis } from '../price-basis';
import { significant } from '../units';

/** Dedicated instances against a price per token. Tokens are those of requests and answers together. */
export interface BreakEven {
  readonly model: string;
  /** At the planned load; `unknown` without a token price. */
  readonly cheaper: 'dedicated' | 'per-token' | 'equal' | 'unknown';
  readonly tokensPerMonth: number;
  readonly dedicatedUsdPerMillionTokens: number;
  readonly dedicatedPrice: PriceBasis;
  readonly perTokenUsdPerMillionTokens?: number;
  /** What the planned load costs per token. */
  readonly perTokenUsdPerMonth?: number;
  readonly perTokenPrice?: PriceBasis;
  /** Above it the instances are cheaper, if they can serve it. @default - the price per token is 0 or unknown */
  readonly breakEvenTokensPerMonth?: number;
  /** Whether the planned instances can serve that many. */
  readonly reachable?: boolean;
}

/** What dedicated instances cost, and how much they serve. */
export interface DedicatedCost {
  readonly usdPerMonth: number;
  readonly price: PriceBasis;
  /** The planned load of a month. */
  readonly tokensPerMonth: number;
  /** What the planned instances serve when they are full around the clock. */
  readonly mostTokensPerMonth: number;
}

/** Price of a model that is served per token. */
export interface PerTokenPrice extends Pick<TokenPrices, 'usdPerMillionInputTokens' | 'usdPerMillionOutputTokens'> {
  readonly price: PriceBasis;
}

/** Compares the planned instances with a price per token, for requests of one typical length. */
export function breakEven(
  model: string,
  { usdPerMonth, price, tokensPerMonth, mostTokensPerMonth }: DedicatedCost,
  { inputTokens, outputTokens }: { readonly inputTokens: number; readonly outputTokens: number },
  prices: PerTokenPrice | undefined,
): BreakEven {
  const dedicated = {
    model,
    tokensPerMonth: Math.round(tokensPerMonth),
    dedicatedUsdPerMillionTokens: significant((usdPerMonth * 1e6) / tokensPerMonth, 4),
    dedicatedPrice: price,
  };
  if (prices === undefined) return { ...dedicated, cheaper: 'unknown' };
  const perRequest = inputTokens * prices.usdPerMillionInputTokens + outputTokens * prices.usdPerMillionOutputTokens;
  const perMillion = perRequest / (inputTokens + outputTokens);
  const perTokenUsdPerMonth = (perMillion * tokensPerMonth) / 1e6;
  const equal = perMillion === 0 ? undefined : (usdPerMonth * 1e6) / perMillion;
  return {
    ...dedicated,
    cheaper:
      usdPerMonth === perTokenUsdPerMonth ? 'equal' : usdPerMonth < perTokenUsdPerMonth ? 'dedicated' : 'per-token',
    perTokenUsdPerMillionTokens: significant(perMillion, 4),
    perTokenUsdPerMonth: Math.round(perTokenUsdPerMonth),
    perTokenPrice: prices.price,
    ...(equal === undefined
      ? { reachable: false }
      : { breakEvenTokensPerMonth: Math.round(equal), reachable: equal <= mostTokensPerMonth }),
  };
}
