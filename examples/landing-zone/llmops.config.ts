import { definePlatform, openWeights } from '../../lib/platform';

/** A platform in the landing zone of a company. Every id is fictitious. */
export default definePlatform({
  name: 'assistant',
  namePrefix: 'acme',
  tags: { 'application-id': 'APP-0042' },
  owner: { team: 'ai-platform', costCenter: 'CC-1', contact: 'ai-platform@example.com' },
  dataClass: 'internal',
  environments: {
    dev: {
      tier: 'development',
      aws: {
        account: '111111111111',
        region: 'eu-central-1',
        network: {
          vpcId: 'vpc-0123456789abcdef0',
          privateSubnetIds: ['subnet-0123456789abcdef0', 'subnet-0123456789abcdef1'],
          availabilityZones: ['eu-central-1a', 'eu-central-1b'],
          securityGroupId: 'sg-0123456789abcdef0',
          endpoints: 'existing',
        },
        permissionsBoundary: 'arn:aws:iam::111111111111:policy/acme-boundary',
        rolePath: '/acme/',
      },
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
