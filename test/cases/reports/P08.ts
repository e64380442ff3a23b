import { estimated } from '../../helpers/case-estimate';
import type { Case } from '../case';

const request = {
  model: 'meta-llama/Llama-3.1-70B-Instruct',
  instance: 'Standard_NC80adis_H100_v5',
  tensorParallel: 2,
  concurrency: 1,
  inputTokens: 120_000,
  outputTokens: 1000,
} as const;

export const p08: Case = {
  id: 'P08',
  fault: 'an estimate refused a context and did not say which one fits',
  expected: 'it does not fit, and the longest context that fits is named and does fit',
  check: () => {
    const { fits, longestContext } = estimated(request);
    expect(fits).toBe(false);
    expect(longestContext).toBeLessThan(121_000);
    const at = (tokens: number) => estimated({ ...request, inputTokens: tokens - 1000 }).fits;
    expect([at(longestContext), at(longestContext + 1)]).toEqual([true, false]);
  },
};
