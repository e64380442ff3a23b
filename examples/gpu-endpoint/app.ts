import { App, Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import { EncryptionKey, GpuInferenceEndpoint, PrivateNetwork } from '../../constructs/aws';
import { catalog } from '../../lib/catalog';
import { planEndpoint, settle } from '../../lib/plan';
import { openWeights } from '../../lib/platform';

/*
 * One endpoint in a CDK app of any project. The planner sizes it, the construct declares it, and the rest of the app is
 * ordinary CDK. Run `npx cdk synth --app 'node --require ./bin/typescript.js examples/gpu-endpoint/app.ts'`.
 */
const account = '111111111111';
const region = 'eu-central-1';

const planned = planEndpoint('aws', {
  key: 'chat',
  platform: 'search',
  environment: 'prod',
  tier: 'production',
  model: openWeights('Qwen/Qwen3-8B', { revision: '0123456789abcdef0123456789abcdef01234567' }),
  endpoint: {
    model: 'chat',
    clouds: ['aws'],
    traffic: { peakConcurrency: 16, inputTokens: 1000, outputTokens: 250 },
    serving: {
      engine: 'vllm',
      version: '0.27.1',
      imageDigest: { aws: 'sha256:00000000000000000000000000000000000000000000000000000000000000a1' },
    },
  },
  target: { account, region },
  catalog,
});
if (!planned.ok) throw new Error(planned.issues.map(({ path, message }) => `${path}: ${message}`).join('\n'));

export const app = new App();
const stack = new Stack(app, 'Search', { env: { account, region } });
const encryptionKey = new EncryptionKey(stack, 'Key', { keyAlias: 'alias/search-prod' }).resource;
const network = new PrivateNetwork(stack, 'Network', {
  cidr: '10.40.0.0/16',
  availabilityZones: ['eu-central-1a', 'eu-central-1b'],
  interfaceEndpoints: ['sagemaker.runtime', 'logs', 'kms'],
  encryptionKey,
});
const endpoint = new GpuInferenceEndpoint(stack, 'Chat', { placement: settle(planned.value), network, encryptionKey });
const caller = new iam.Role(stack, 'Caller', { assumedBy: new iam.AccountPrincipal(account) });
endpoint.grants.invoke(caller);
