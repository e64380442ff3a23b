import { estimated } from '../../helpers/case-estimate';
import type { Case } from '../case';

const request = {
  model: 'openai/gpt-oss-120b',
  instance: 'ml.p5.4xlarge',
  concurrency: 1,
  inputTokens: 4000,
  outputTokens: 1000,
} as const;

export const p07: Case = {
  id: 'P07',
  fault: 'an estimate said neither which engine nor which share of the memory it is for',
  expected: 'both are stated and can be given, and a larger share gives more cache',
  check: () => {
    const usual = estimated(request);
    expect(usual).toMatchObject({ engine: 'vllm', engineVersion: '0.27.1', gpuMemoryUtilization: 0.9 });
    const given = estimated({ ...request, engineVersion: '0.33.0', utilization: 0.97 });
    expect(given).toMatchObject({ engineVersion: '0.33.0', gpuMemoryUtilization: 0.97 });
    expect(given.kvTokens).toBeGreaterThan(usual.kvTokens);
    expect(given.memory.usableGiB / usual.memory.usableGiB).toBeCloseTo(0.97 / 0.9, 4);
  },
};
