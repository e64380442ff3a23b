import { catalog } from '../../lib/catalog';
import type { AwsEndpointPlan, AwsPlan, EnvironmentPlan } from '../../lib/plan';
import { plan } from '../../lib/plan';
import type { EndpointSpec, EnvironmentSpec, Issue, OpenWeightsModel, PlatformSpec, Result } from '../../lib/platform';
import { openWeights, resolve } from '../../lib/platform';
import { digest, endpoint } from './platform';

/** What a case changes of a platform with one endpoint `chat` of Qwen3-8B on AWS, planned with the real catalogue. */
export interface AwsCase {
  readonly region?: string;
  readonly environment?: Partial<EnvironmentSpec>;
  readonly endpoint?: Partial<EndpointSpec>;
  readonly endpoints?: PlatformSpec['endpoints'];
  readonly model?: OpenWeightsModel;
}

/** The plan of environment `dev` of such a platform, with its issues. Fails the test when the platform does not resolve. */
export function awsCase(change: AwsCase = {}): Result<EnvironmentPlan> {
  const revision = '0123456789abcdef0123456789abcdef01234567';
  const resolved = resolve({
    name: 'probe',
    owner: { team: 'platform', costCenter: 'CC-1', contact: 'platform@example.com' },
    dataClass: 'internal',
    environments: {
      dev: {
        tier: 'development',
        aws: { account: '111111111111', region: change.region ?? 'eu-central-1', cidr: '10.20.0.0/16' },
        ...change.environment,
      },
    },
    models: { chat: change.model ?? openWeights('Qwen/Qwen3-8B', { revision }) },
    endpoints: change.endpoints ?? { chat: caseEndpoint(change.endpoint) },
  });
  if (!resolved.ok) throw new Error(JSON.stringify(resolved.issues, null, 2));
  return plan(resolved.value, 'dev', catalog);
}

/** An endpoint of the reports: eight requests in flight on AWS. */
export function caseEndpoint(overrides: Partial<EndpointSpec> = {}): EndpointSpec {
  return endpoint({
    clouds: ['aws'],
    traffic: { peakConcurrency: 8, inputTokens: 1000, outputTokens: 250 },
    serving: { engine: 'vllm', version: '0.27.1', imageDigest: { aws: digest('a') } },
    ...overrides,
  });
}

/** The AWS half of the plan. Fails the test with the issues when there is none. */
export function awsCasePlan(change: AwsCase = {}): AwsPlan {
  const planned = awsCase(change);
  if (!planned.ok || planned.value.aws === undefined) throw new Error(JSON.stringify(planned.issues, null, 2));
  return planned.value.aws;
}

/** Its endpoint `chat`. */
export function awsCaseEndpoint(change: AwsCase = {}): AwsEndpointPlan {
  const { chat } = awsCasePlan(change).deployment.endpoints;
  if (chat === undefined) throw new Error('no endpoint chat');
  return chat;
}

/** What planning reports. */
export function awsCaseIssues(change: AwsCase = {}): readonly Issue[] {
  return awsCase(change).issues;
}
