import { definePlatform, openWeights } from '../../lib/platform';

/** The smallest platform: one model on one cloud in one environment. Revision and digest are fictitious. */
export default definePlatform({
  name: 'assistant',
  owner: { team: 'ai-platform', costCenter: 'CC-1', contact: 'ai-platform@example.com' },
  dataClass: 'internal',
  environments: {
    dev: {
      tier: 'development',
      aws: { account: '111111111111', region: 'eu-central-1', cidr: '10.20.0.0/16' },
    },
  },
  models: {
    chat: openWeights('Qwen/Qwen3-8B', { revision: '0123456789abcdef0123456789abcdef01234567' }),
  },
  endpoints: {
    chat: {
      model: 'chat',
      clouds: ['aws'],
      traffic: { peakConcurrency: 8, inputTokens: 1000, outputTokens: 250 },
      serving: {
        engine: 'vllm',
        version: '0.27.1',
        imageDigest: {
          aws: 'sha256:00000000000000000000000000000000000000000000000000000000000000a1',
        },
      },
    },
  },
});
