import { EncryptionKey } from '../../../../constructs/aws';
import { settle } from '../../../../lib/plan';
import type { AwsTarget, EnvironmentSpec } from '../../../../lib/platform';
import { listAt, onlyResource, templateOf, testStack } from '../../../helpers/aws-app';
import { awsPlan } from '../../../helpers/plan';
import { awsPlatform, awsTarget } from '../../../helpers/platform';

const keyArn = 'arn:aws:kms:eu-central-1:111111111111:key/00000000-0000-4000-8000-000000000001';
const topicArn = 'arn:aws:sns:eu-central-1:999999999999:alarms';
const everything: Partial<AwsTarget> = {
  encryption: { keyArn },
  logs: { groupName: '/company/llm' },
  registry: { repositoryName: 'company/llm' },
  alarms: { topicArn },
};

const awsOnly: EnvironmentSpec = {
  tier: 'production',
  promotesFrom: 'dev',
  gates: [{ kind: 'soak', hours: 1 }],
  aws: { account: '333333333333', region: 'eu-central-1', cidr: '10.24.0.0/16' },
};

function planned(given: Partial<AwsTarget>, more: Parameters<typeof awsPlatform>[0] = {}) {
  const dev = { tier: 'development', aws: { ...awsTarget, ...given } } as const;
  return awsPlan(awsPlatform({ environments: { dev, prod: awsOnly }, ...more }));
}

function statements(given: Partial<AwsTarget>, more: Parameters<typeof awsPlatform>[0] = {}) {
  const { encryption } = settle(planned({ encryption: { keyArn }, ...given }, more)).foundation;
  if (!('keyArn' in encryption)) throw new Error('the key is new');
  return encryption.keyPolicy;
}

test('what is given is pinned by its field, and marked as existing', () => {
  const { foundation, integration, observability } = planned(everything);
  const field = 'environments.dev.aws';
  const by = (path: string) => [{ rule: 'spec.pinned', text: `pinned by ${field}.${path}` }];
  expect(foundation.encryption).toMatchObject({ keyArn: { value: keyArn, because: by('encryption.keyArn') } });
  expect(foundation.encryption).not.toHaveProperty('keyAlias');
  expect(foundation.logs).toMatchObject({ groupName: { value: '/company/llm' }, existing: { value: true } });
  expect(integration).toMatchObject({
    repositoryName: { value: 'company/llm', because: by('registry.repositoryName') },
    existingRepository: { value: true },
  });
  expect(observability.alarmTopicArn).toMatchObject({ value: topicArn, because: by('alarms.topicArn') });
});

test('without them nothing is marked, and nothing is needed', () => {
  const plan = planned({});
  expect(plan.foundation.encryption).toHaveProperty('keyAlias');
  expect(plan.foundation.logs).not.toHaveProperty('existing');
  expect(plan.integration).not.toHaveProperty('existingRepository');
  expect(plan.observability).not.toHaveProperty('alarmTopicArn');
  expect(plan).not.toHaveProperty('givenNeeds');
});

test('the policy of a given key needs what the policy of the own key has, without its administration', () => {
  const stack = testStack();
  new EncryptionKey(stack, 'Key', {
    keyAlias: 'alias/x',
    rotationDays: 365,
    dataRetention: 'destroy',
    readerAccounts: ['333333333333'],
  });
  const own = listAt(onlyResource(templateOf(stack), 'AWS::KMS::Key').Properties, 'KeyPolicy', 'Statement');
  const [account, ...others] = own as readonly Readonly<Record<string, unknown>>[];
  const [delegation, ...needed] = statements({});
  // A template writes one principal without a list, and one action too.
  const asWritten = needed.map(({ Principal, Action, ...rest }) => ({
    ...rest,
    Principal: 'AWS' in Principal ? { AWS: Principal.AWS[0] } : Principal,
    Action: Action.length === 1 ? Action[0] : Action,
  }));
  expect(asWritten).toEqual(others);
  expect(account?.Action).toEqual(expect.arrayContaining([...(delegation?.Action ?? [])]));
  expect(delegation?.Action).not.toContain('kms:PutKeyPolicy');
  expect(delegation?.Principal).toEqual({ AWS: [account?.Principal].map((it) => (it as { AWS: string }).AWS) });
});

/** A service is named only where the kit still encrypts something with the key for it. */
test.each<[title: string, given: Partial<AwsTarget>, more: Parameters<typeof awsPlatform>[0], sids: readonly string[]]>(
  [
    ['everything', {}, {}, ['Logs', 'Alarms', 'VectorIndexing']],
    ['a given topic', { alarms: { topicArn } }, {}, ['Logs', 'VectorIndexing']],
    ['no knowledge base', {}, { knowledge: {} }, ['Logs', 'Alarms']],
    ['a given group, and logs of endpoints', { logs: { groupName: '/x' } }, { knowledge: {} }, ['Logs', 'Alarms']],
  ],
)('%s', (_title, given, more, sids) => {
  const found = statements(given, more).map(({ Sid }) => Sid);
  expect(found).toEqual(['AccountPolicies', ...sids, 'PromotedEnvironments']);
});

test('each given thing says what its owner must see to', () => {
  const boundary = 'arn:aws:iam::111111111111:policy/boundary';
  const { givenNeeds } = settle(planned({ ...everything, permissionsBoundary: boundary }));
  expect(givenNeeds?.map(({ field, resource }) => [field.replace('environments.dev.aws.', ''), resource])).toEqual([
    ['encryption.keyArn', keyArn],
    ['logs.groupName', '/company/llm'],
    ['registry.repositoryName', 'company/llm'],
    ['alarms.topicArn', topicArn],
    ['permissionsBoundary', boundary],
  ]);
  expect(givenNeeds?.find(({ resource }) => resource === 'company/llm')?.need).toContain('333333333333');
});

test('receivers of alarms are pinned, and their secrets must be readable', () => {
  const webhooks = { pagerduty: { secretArn: 'arn:aws:secretsmanager:eu-central-1:111111111111:secret:p-AbCdEf' } };
  const plan = planned({ alarms: { webhooks } });
  expect(plan.observability.alarmWebhooks?.value).toEqual(webhooks);
  expect(plan.observability).not.toHaveProperty('alarmTopicArn');
  expect(settle(plan).givenNeeds?.map(({ field }) => field)).toEqual([
    'environments.dev.aws.alarms.webhooks.pagerduty',
  ]);
});

test('flow logs go to the bucket of the company, and the key is not needed for them', () => {
  const flowLogBucketArn = 'arn:aws:s3:::flow-logs';
  const plan = planned({ logs: { flowLogBucketArn } });
  expect(plan.foundation.network).toMatchObject({ flowLogBucketArn: { value: flowLogBucketArn } });
  expect(plan.foundation.logs).not.toHaveProperty('existing');
  expect(settle(plan).givenNeeds?.map(({ resource }) => resource)).toEqual([flowLogBucketArn]);
  const none = { endpoints: {}, tuning: {}, knowledge: {}, models: {}, registry: { models: [] } };
  const sids = (logs: AwsTarget['logs']) => statements(logs === undefined ? {} : { logs }, none).map(({ Sid }) => Sid);
  expect(sids({ flowLogBucketArn, groupName: '/x' })).not.toContain('Logs');
  expect(sids({ flowLogBucketArn })).toContain('Logs');
  expect(sids({ groupName: '/x' })).toContain('Logs');
});

test('an existing identity provider must know the audience, where a pipeline uses it', () => {
  const aws: AwsTarget = { ...awsTarget, identityProvider: 'existing' };
  const spec = awsPlatform({ environments: { dev: { tier: 'development', aws } } });
  expect(settle(awsPlan(spec)).givenNeeds).toEqual([
    {
      field: 'environments.dev.aws.identityProvider',
      resource: 'arn:aws:iam::111111111111:oidc-provider/token.actions.githubusercontent.com',
      need: 'the audience sts.amazonaws.com',
    },
  ]);
  expect(awsPlan({ ...spec, pipeline: undefined })).not.toHaveProperty('givenNeeds');
});
