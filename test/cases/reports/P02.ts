import { openWeights } from '../../../lib/platform';
import { awsCaseEndpoint } from '../../helpers/case-config';
import { estimated, estimateRefusals } from '../../helpers/case-estimate';
import type { Case } from '../case';

const request = {
  model: 'Qwen/Qwen3-235B-A22B-FP8',
  instance: 'ml.p5.48xlarge',
  concurrency: 8,
  inputTokens: 1000,
  outputTokens: 300,
} as const;
const model = openWeights(request.model, { revision: '0123456789abcdef0123456789abcdef01234567' });
const endpoint = { traffic: { peakConcurrency: 16, inputTokens: 1000, outputTokens: 250 } };

export const p02: Case = {
  id: 'P02',
  fault: 'eight GPUs for experts of 1,536 were estimated and offered as the next best',
  expected: '8 is refused, 4 is estimated, and no alternative of the plan is a split that cannot start',
  check: () => {
    expect(estimateRefusals({ ...request, tensorParallel: 8 })).toMatchObject([
      {
        code: 'TensorParallelIllegal',
        message: expect.stringContaining('1536 / 8 = 192') as string,
        expected: '1, 2, 4 (ml.p5.48xlarge has 8)',
        fix: 'use 4, or add --expert-parallel, which leaves the experts whole',
      },
    ]);
    expect(estimated({ ...request, tensorParallel: 4 }).fits).toBe(true);
    const { instanceType } = awsCaseEndpoint({ region: 'us-east-1', model, endpoint });
    const alternatives = instanceType.rejected.map(({ value }) => value);
    expect(alternatives.length).toBeGreaterThan(0);
    for (const value of alternatives) expect(value).not.toMatch(/tensor parallel 8\b/);
  },
};
