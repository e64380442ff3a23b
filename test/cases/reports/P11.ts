import { estimated } from '../../helpers/case-estimate';
import type { Case } from '../case';

export const p11: Case = {
  id: 'P11',
  fault: 'Llama-3.2-3B with its full context does not start on a T4',
  expected: 'it does not fit, in fp16, and the longest context that fits is far shorter',
  check: () => {
    const found = estimated({
      model: 'meta-llama/Llama-3.2-3B-Instruct',
      instance: 'ml.g4dn.xlarge',
      concurrency: 1,
      inputTokens: 130_000,
      outputTokens: 1000,
    });
    expect(found).toMatchObject({ fits: false, dtype: 'fp16' });
    expect(found.longestContext).toBeLessThan(100_000);
  },
};
