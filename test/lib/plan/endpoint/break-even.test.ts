import fc from 'fast-check';
import type { BreakEven, DedicatedCost } from '../../../../lib/plan/endpoint/break-even';
import { breakEven } from '../../../../lib/plan/endpoint/break-even';
import { price } from '../../../helpers/price';

/** 800 tokens in and 200 out: at 1 and 6 dollars a million a million of both costs 2 dollars. */
const request = { inputTokens: 800, outputTokens: 200 };
const prices = { usdPerMillionInputTokens: 1, usdPerMillionOutputTokens: 6, price: price({ per: 'token' }) };

const rows: readonly (readonly [string, DedicatedCost, typeof prices | undefined, Partial<BreakEven>])[] = [
  [
    'below the break-even, tokens are cheaper',
    { usdPerMonth: 4000, price: price(), tokensPerMonth: 1e9, mostTokensPerMonth: 4e9 },
    prices,
    {
      cheaper: 'per-token',
      dedicatedUsdPerMillionTokens: 4,
      perTokenUsdPerMillionTokens: 2,
      perTokenUsdPerMonth: 2000,
      breakEvenTokensPerMonth: 2e9,
      reachable: true,
    },
  ],
  [
    'above it, instances are',
    { usdPerMonth: 4000, price: price(), tokensPerMonth: 3e9, mostTokensPerMonth: 4e9 },
    prices,
    { cheaper: 'dedicated', perTokenUsdPerMonth: 6000, breakEvenTokensPerMonth: 2e9, reachable: true },
  ],
  [
    'at it, they cost the same',
    { usdPerMonth: 4000, price: price(), tokensPerMonth: 2e9, mostTokensPerMonth: 2e9 },
    prices,
    { cheaper: 'equal', dedicatedUsdPerMillionTokens: 2, reachable: true },
  ],
  [
    'instances too small for the break-even never reach it',
    { usdPerMonth: 4000, price: price(), tokensPerMonth: 1e9, mostTokensPerMonth: 1.5e9 },
    prices,
    { cheaper: 'per-token', breakEvenTokensPerMonth: 2e9, reachable: false },
  ],
  [
    'without a price of tokens nothing is compared',
    { usdPerMonth: 4000, price: price(), tokensPerMonth: 1e9, mostTokensPerMonth: 4e9 },
    undefined,
    { cheaper: 'unknown', dedicatedUsdPerMillionTokens: 4 },
  ],
  [
    'free tokens have no break-even',
    { usdPerMonth: 4000, price: price(), tokensPerMonth: 1e9, mostTokensPerMonth: 4e9 },
    { usdPerMillionInputTokens: 0, usdPerMillionOutputTokens: 0, price: price({ per: 'token' }) },
    { cheaper: 'per-token', perTokenUsdPerMonth: 0, reachable: false },
  ],
];

test.each(rows)('%s', (_title, dedicated, tokenPrices, expected) => {
  const found = breakEven('model', dedicated, request, tokenPrices);
  expect(found).toMatchObject(expected);
  expect('breakEvenTokensPerMonth' in found).toBe('breakEvenTokensPerMonth' in expected || found.reachable === true);
});

test('what is cheaper changes at the break-even and nowhere else', () => {
  const amount = fc.integer({ min: 1, max: 100_000 });
  fc.assert(
    fc.property(amount, amount, amount, amount, (usdPerMonth, millions, input, output) => {
      const tokensPerMonth = millions * 1e6;
      const found = breakEven(
        'model',
        { usdPerMonth, tokensPerMonth, price: price(), mostTokensPerMonth: tokensPerMonth },
        request,
        {
          usdPerMillionInputTokens: input / 1000,
          usdPerMillionOutputTokens: output / 1000,
          price: price({ per: 'token' }),
        },
      );
      const equal = found.breakEvenTokensPerMonth ?? 0;
      fc.pre(Math.abs(equal - tokensPerMonth) > 1);
      expect(found.cheaper).toBe(tokensPerMonth > equal ? 'dedicated' : 'per-token');
    }),
  );
});
