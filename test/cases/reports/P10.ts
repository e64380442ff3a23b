import { estimated } from '../../helpers/case-estimate';
import type { Case } from '../case';

export const p10: Case = {
  id: 'P10',
  fault: 'the cache of 262,144 tokens of Qwen3-Coder-30B-A3B, as its log states it',
  expected: 'it does not fit on one L40S: 24.0 GiB for one request',
  check: () => {
    const found = estimated({
      model: 'Qwen/Qwen3-Coder-30B-A3B-Instruct-FP8',
      instance: 'ml.g6e.xlarge',
      concurrency: 1,
      inputTokens: 261_144,
      outputTokens: 1000,
    });
    expect(found.fits).toBe(false);
    expect(found.memory.kvCachePerRequestGiB).toBeCloseTo(24, 2);
  },
};
