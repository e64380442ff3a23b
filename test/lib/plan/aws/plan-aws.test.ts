import { settle } from '../../../../lib/plan';
import { bedrock, openWeights } from '../../../../lib/platform';
import { awsPlan, planIssues } from '../../../helpers/plan';
import { awsPlatform, awsTarget, digest, endpoint } from '../../../helpers/platform';

test('names six stacks and the prefix of their parameters after platform and environment', () => {
  const plan = settle(awsPlan({}, 'prod'));
  expect(plan).toMatchObject({
    account: '333333333333',
    region: 'eu-central-1',
    parameterPrefix: '/llmops/support/prod',
    stackNames: {
      foundation: 'support-prod-foundation',
      integration: 'support-prod-integration',
      knowledge: 'support-prod-knowledge',
      deployment: 'support-prod-deployment',
      tuning: 'support-prod-tuning',
      observability: 'support-prod-observability',
    },
    observability: { dashboardName: 'support-prod', alarmContact: 'ai-platform@example.com' },
    foundation: { encryption: { keyAlias: 'alias/support-prod' }, logs: { groupName: '/llmops/support/prod' } },
  });
});

test('reports the mistakes of models, endpoints, knowledge, tuning and quotas in one run', () => {
  const target = { ...awsTarget, quotas: { 'ml.p5.4xlarg for endpoint usage': 1 } };
  const issues = planIssues(
    awsPlatform({
      environments: { dev: { tier: 'development', aws: target } },
      models: {
        chat: openWeights('Qwen/Qwen3-33B', { revision: '0123456789abcdef0123456789abcdef01234567' }),
        embed: bedrock('amazon.titan-embed-text-v2:0', { dimensions: 7 }),
        writer: bedrock('writer.text-v1:0'),
      },
      endpoints: { chat: endpoint({ clouds: ['aws'], pinned: { aws: { instanceType: 'ml.nothing' } } }) },
      knowledge: { handbook: { stores: ['s3-vectors'], embedding: 'writer' } },
      tuning: {
        lora: {
          base: 'chat',
          method: 'lora',
          instanceType: 'ml.p9.large',
          image: { repository: 'train', digest: digest('c') },
        },
      },
    }),
  );
  expect(issues.map(({ code, path }) => `${code} ${path}`)).toEqual([
    'UnsupportedDimensions models.embed.dimensions',
    'UnknownArchitecture models.chat.id',
    'UnknownInstanceType endpoints.chat.pinned.aws.instanceType',
    'NotAnEmbeddingModel knowledge.handbook.embedding',
    'UnknownInstanceType tuning.lora.instanceType',
    'UnknownQuota environments.dev.aws.quotas.ml.p5.4xlarg for endpoint usage',
  ]);
});
