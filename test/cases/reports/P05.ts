import { estimated, estimateRefusals } from '../../helpers/case-estimate';
import type { Case } from '../case';

const request = {
  model: 'Qwen/Qwen3-8B-FP8',
  instance: 'ml.g5.xlarge',
  concurrency: 4,
  inputTokens: 1000,
  outputTokens: 300,
} as const;

export const p05: Case = {
  id: 'P05',
  fault: 'fp8 checkpoints were refused on Ampere, where vLLM serves them weight-only',
  expected: 'one byte a weight, faster than bf16 where memory is the limit, a wider band and a note; A100 and T4 too',
  check: () => {
    const [fp8, bf16] = [estimated(request), estimated({ ...request, model: 'Qwen/Qwen3-8B' })];
    expect(fp8).toMatchObject({ fits: true, dtype: 'fp8' });
    expect(fp8.memory.weightsGiB).toBeLessThan(0.6 * bf16.memory.weightsGiB);
    const [tpot8 = 0, tpot16 = 0] = [fp8.tpotMs, bf16.tpotMs];
    expect(tpot16 / tpot8).toBeGreaterThan(1.3);
    expect(tpot16 / tpot8).toBeLessThan(2);
    expect(fp8.errorPercent).toBeGreaterThan(bf16.errorPercent);
    expect(fp8.evidenceReason).toContain('A10G has no fp8 arithmetic');
    for (const instance of ['ml.g4dn.xlarge', 'Standard_NC24ads_A100_v4']) {
      expect(estimated({ ...request, instance }).fits).toBe(true);
    }
    expect(estimateRefusals({ ...request, instance: 'p3.2xlarge' }).map(({ code }) => code)).toContain(
      'DtypeUnsupported',
    );
  },
};
