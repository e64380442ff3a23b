import { estimated } from '../../helpers/case-estimate';
import type { Case } from '../case';

export const p12: Case = {
  id: 'P12',
  fault: 'DeepSeek-R1 on eight L40S runs out of memory',
  expected: 'it does not fit on one machine: the weights alone are larger than what is usable',
  check: () => {
    const found = estimated({
      model: 'deepseek-ai/DeepSeek-R1-0528',
      instance: 'ml.g6e.48xlarge',
      concurrency: 1,
      inputTokens: 1000,
      outputTokens: 100,
    });
    expect(found).toMatchObject({ fits: false, tensorParallel: 8, longestContext: 0 });
    expect(found.memory.weightsGiB).toBeGreaterThan(found.memory.usableGiB);
  },
};
