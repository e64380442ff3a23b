import { judge } from '../../../bin/preflight/judge';
import { catalog } from '../../../lib/catalog';
import { awsOperations } from '../../../lib/cloud/aws/operations';
import { awsQuestions } from '../../../lib/cloud/aws/questions';
import type { LocalAws } from '../../../lib/local/aws';
import { startLocalAws } from '../../../lib/local/aws';
import { clientEnvironment } from '../../../lib/local/aws/environment';
import { plan, settle } from '../../../lib/plan';
import { resolve } from '../../../lib/platform';
import type { Outcome, PreflightReport } from '../../../lib/preflight';
import { preflight } from '../../../lib/preflight';
import { configOf } from '../../cases/preflight/recorded';
import { client } from '../local/aws/wire';

/* Preflight with the SDK of AWS against the local cloud, which has some of the services. */
const account = '111111111111';
const region = 'eu-central-1';
let cloud: LocalAws;

beforeAll(async () => {
  cloud = await startLocalAws();
});
afterAll(() => cloud.close());

async function report(): Promise<PreflightReport> {
  const platform = resolve(configOf({ cloud: 'aws', input: { config: {}, answers: [], policies: [] } }));
  if (!platform.ok) throw new Error('the config is refused');
  const planned = plan(platform.value, 'dev', catalog);
  const { aws, assets = {} } = planned.ok ? settle(planned.value) : {};
  if (aws === undefined) throw new Error('no plan');
  const keys = clientEnvironment(cloud.url, account, region);
  const questions = awsQuestions(
    awsOperations({
      region,
      endpoint: cloud.url,
      credentials: {
        accessKeyId: keys['AWS_ACCESS_KEY_ID'] ?? '',
        secretAccessKey: keys['AWS_SECRET_ACCESS_KEY'] ?? '',
      },
    }),
  );
  return preflight(
    {
      environment: 'dev',
      clouds: ['aws'],
      aws,
      neighbours: [],
      issues: [],
      catalog,
      today: '2026-11-30',
      assets: Object.values(assets),
      policies: [],
      judge,
    },
    { aws: questions, azure: 'offline' },
  );
}

const of = (outcomes: readonly Outcome[], check: string): readonly string[] =>
  outcomes
    .filter((one) => one.check === check)
    .map((one) => (one.kind === 'finding' ? one.cause : one.kind === 'passed' ? 'passed' : one.why));

test('what an empty local cloud serves is answered, and what it does not serve is unverified', async () => {
  const { outcomes, verdict } = await report();
  const checks = [...new Set(outcomes.map(({ check }) => check))].filter((check) => !check.includes('.plan-'));
  expect(Object.fromEntries(checks.map((check) => [check, of(outcomes, check)]))).toMatchInlineSnapshot(`
    {
      "aws.assets": [
        "denied",
        "passed",
      ],
      "aws.bedrock-model": [
        "not-served",
        "not-served",
      ],
      "aws.bootstrap": [
        "not-bootstrapped",
      ],
      "aws.endpoint-quota": [
        "not-served",
      ],
      "aws.execution-role": [
        "not-bootstrapped",
      ],
      "aws.identity": [
        "passed",
      ],
      "aws.instance-offered": [
        "not-served",
      ],
      "aws.last-attempt": [
        "passed",
        "passed",
        "passed",
        "passed",
        "passed",
        "passed",
      ],
      "aws.names": [
        "passed",
        "passed",
        "passed",
      ],
      "aws.network": [
        "passed",
        "not-served",
      ],
    }
  `);
  expect(verdict).toBe('findings');
});

test('a bucket and a log group in the way are found', async () => {
  const { query } = client(cloud, account, region);
  await query('cloudformation', 'CreateStack', {
    StackName: 'other',
    TemplateBody: JSON.stringify({
      Resources: {
        Logs: { Type: 'AWS::Logs::LogGroup', Properties: { LogGroupName: '/llmops/probe/dev' } },
        Bucket: { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'probe-dev-artifacts-12b24fe7' } },
      },
    }),
  });
  const { outcomes } = await report();
  expect(outcomes.filter(({ kind }) => kind === 'finding').map(({ check, place }) => `${check} ${place}`))
    .toMatchInlineSnapshot(`
    [
      "aws.bootstrap 111111111111/eu-central-1",
      "aws.execution-role cdk-hnb659fds-cfn-exec-role-111111111111-eu-central-1",
      "aws.assets aws/weights/chat: s3://probe-dev-artifacts-12b24fe7/models/Qwen/Qwen3-4B/0123456789abcdef0123456789abcdef01234567/",
      "aws.names probe-dev-artifacts-12b24fe7",
      "aws.names /llmops/probe/dev",
    ]
  `);
});
