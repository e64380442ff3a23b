import { azureOpenAi, bedrock, definePlatform, openWeights } from './lib/platform';

/*
 * A support assistant that answers from a handbook, on AWS and Azure, from development to production.
 *
 * Replace before the first real deployment: accounts, tenant, subscriptions, the repository with its ids, and every `sha256:` digest.
 * The digests below are fictitious: a digest is a fact about a registry that cannot be known offline.
 */
const tenant = '00000000-0000-4000-8000-000000000001';

export default definePlatform({
  name: 'support-assistant',
  owner: { team: 'ai-platform', costCenter: 'CC-1042', contact: 'ai-platform@example.com' },
  dataClass: 'confidential',
  residency: 'eu',
  environments: {
    dev: {
      tier: 'development',
      aws: { account: '111111111111', region: 'eu-central-1', cidr: '10.20.0.0/16' },
      azure: {
        tenant,
        subscription: '00000000-0000-4000-8000-0000000000d1',
        location: 'swedencentral',
        cidr: '10.21.0.0/16',
      },
    },
    qa: {
      tier: 'staging',
      promotesFrom: 'dev',
      gates: [{ kind: 'soak', hours: 4 }],
      aws: { account: '222222222222', region: 'eu-central-1', cidr: '10.22.0.0/16' },
      azure: {
        tenant,
        subscription: '00000000-0000-4000-8000-0000000000a2',
        location: 'swedencentral',
        cidr: '10.23.0.0/16',
      },
    },
    prod: {
      tier: 'production',
      checks: { pack: 'production' },
      promotesFrom: 'qa',
      gates: [
        { kind: 'soak', hours: 24 },
        { kind: 'approval', by: ['ai-platform-leads'] },
      ],
      aws: { account: '333333333333', region: 'eu-central-1', cidr: '10.24.0.0/16' },
      azure: {
        tenant,
        subscription: '00000000-0000-4000-8000-0000000000f3',
        location: 'swedencentral',
        cidr: '10.25.0.0/16',
        budget: { amountPerMonth: 10_000, firstMonth: '2026-12' },
      },
    },
  },
  models: {
    chat: openWeights('Qwen/Qwen3-32B', { revision: '0123456789abcdef0123456789abcdef01234567' }),
    embed: bedrock('amazon.titan-embed-text-v2:0', { dimensions: 1024 }),
    'embed-azure': azureOpenAi('text-embedding-3-large', { version: '1' }),
    frontier: azureOpenAi('gpt-5.1', { version: '2025-11-13' }),
  },
  endpoints: {
    chat: {
      model: 'chat',
      clouds: ['aws', 'azure'],
      traffic: {
        peakConcurrency: 32,
        inputTokens: 1500,
        outputTokens: 300,
        timeZone: 'Europe/Berlin',
        // Agents work from eight to six; customers write in the evening and at weekends too.
        week: {
          weekday: [
            0.05, 0.05, 0.05, 0.05, 0.05, 0.1, 0.2, 0.4, 0.7, 0.9, 1, 0.95, 0.8, 0.85, 0.95, 0.9, 0.8, 0.6, 0.4, 0.35,
            0.3, 0.2, 0.1, 0.05,
          ],
          weekend: [
            0.05, 0.05, 0.05, 0.05, 0.05, 0.05, 0.05, 0.1, 0.15, 0.2, 0.25, 0.25, 0.2, 0.2, 0.2, 0.25, 0.25, 0.25, 0.2,
            0.2, 0.15, 0.1, 0.05, 0.05,
          ],
        },
      },
      slo: { timeToFirstTokenMs: 4000, timePerOutputTokenMs: 80 },
      failover: { primary: 'aws', standby: 'pilot-light' },
      compareWith: ['frontier'],
      serving: {
        engine: 'vllm',
        version: '0.27.1',
        imageDigest: {
          aws: 'sha256:00000000000000000000000000000000000000000000000000000000000000a1',
          azure: 'sha256:00000000000000000000000000000000000000000000000000000000000000b2',
        },
      },
    },
  },
  knowledge: {
    handbook: { stores: ['s3-vectors', 'ai-search'], embedding: 'embed', azureEmbedding: 'embed-azure' },
  },
  registry: { models: ['chat'] },
  tuning: {
    'chat-lora': {
      base: 'chat',
      method: 'lora',
      image: {
        repository: 'huggingface-pytorch-training',
        digest: 'sha256:00000000000000000000000000000000000000000000000000000000000000c3',
      },
    },
  },
  // gh api repos/<organisation>/<repository> --jq '{ownerId: .owner.id, repositoryId: .id}' prints the ids.
  pipeline: { kind: 'github', repository: 'example-org/support-assistant', ownerId: 123456, repositoryId: 456789 },
});
