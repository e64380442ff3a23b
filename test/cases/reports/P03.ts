import { estimateRefusals } from '../../helpers/case-estimate';
import type { Case } from '../case';

const request = {
  model: 'Qwen/Qwen3.6-35B-A3B',
  dtype: 'fp8',
  instance: 'ml.p5.48xlarge',
  tensorParallel: 8,
  concurrency: 8,
  inputTokens: 1000,
  outputTokens: 300,
} as const;

export const p03: Case = {
  id: 'P03',
  fault: 'half a block of the shared expert on each of eight GPUs was estimated as if it loaded',
  expected: '8 is refused for vLLM 0.27.1, and for every version and with whole experts because of the shared expert',
  check: () => {
    expect(estimateRefusals(request)).toMatchObject([
      { code: 'TensorParallelIllegal', message: expect.stringContaining('512 / 8 = 64') as string, fix: 'use 4' },
    ]);
    for (const other of [{ engineVersion: '0.33.0' }, { expertParallel: true }]) {
      expect(estimateRefusals({ ...request, ...other })).toMatchObject([
        { code: 'TensorParallelIllegal', message: expect.stringContaining('the shared expert is 512 wide') as string },
      ]);
    }
  },
};
