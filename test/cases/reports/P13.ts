import { awsCaseEndpoint } from '../../helpers/case-config';
import { estimateRefusals } from '../../helpers/case-estimate';
import type { Case } from '../case';

const request = {
  model: 'Qwen/Qwen3-8B',
  instance: 'ml.g6.xlarge',
  concurrency: 4,
  inputTokens: 500,
  outputTokens: 200,
  loraAdapters: 4,
} as const;

export const p13: Case = {
  id: 'P13',
  fault: 'an endpoint could not name adapters, so the engine started with a largest rank of 16',
  expected: 'a config names them with their rank, and the kit sets adapters, their number and the largest rank',
  check: () => {
    const { environment } = awsCaseEndpoint({ endpoint: { adapters: { legal: { rank: 64 } } } });
    expect(environment.value).toMatchObject({
      SM_VLLM_ENABLE_LORA: 'true',
      SM_VLLM_MAX_LORAS: '1',
      SM_VLLM_MAX_LORA_RANK: '64',
      SM_VLLM_LORA_MODULES: 'legal=/opt/ml/model/adapters/legal',
    });
    expect(Object.keys(awsCaseEndpoint().environment.value).filter((name) => name.includes('LORA'))).toEqual([]);
    expect(estimateRefusals({ ...request, loraRank: 64 })).toEqual([]);
    expect(estimateRefusals({ ...request, loraRank: 48 })).toMatchObject([
      { code: 'LoraRankUnsupported', fix: 'use 64' },
    ]);
  },
};
