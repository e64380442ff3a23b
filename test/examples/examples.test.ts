import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { app } from '../../examples/gpu-endpoint/app';
import { program } from '../../examples/key-vault';
import landingZone from '../../examples/landing-zone/llmops.config';
import tiny from '../../examples/tiny/llmops.config';
import { catalog } from '../../lib/catalog';
import { planAll, settle } from '../../lib/plan';
import { resolve } from '../../lib/platform';
import { PlatformStage } from '../../stacks/aws';
import { stageTemplates } from '../helpers/aws-app';
import { inputsOf, recordProgram, rolesOf } from '../helpers/azure-recording';
import { root } from '../helpers/command';

test('the smallest platform is planned and synthesized, without empty stacks', () => {
  const resolved = resolve(tiny);
  if (!resolved.ok) throw new Error(JSON.stringify(resolved.issues));
  const planned = planAll(resolved.value, catalog);
  if (!planned.ok) throw new Error(JSON.stringify(planned.issues));
  const { dev } = planned.value;
  if (dev === undefined) throw new Error('no dev');
  const stage = new PlatformStage(new App(), 'dev', { plan: settle(dev) });
  expect(stage.stacks.map(({ node }) => node.id)).toEqual(['foundation', 'integration', 'deployment', 'observability']);
});

/** What an environment with everything given must not create. */
const ofTheCompany = /^AWS::(?:EC2::|KMS::|Logs::LogGroup|ECR::|SNS::|IAM::OIDCProvider)/;

test('in a landing zone network, key, logs, registry, topic and provider of the company are used, and none is created', () => {
  const resolved = resolve(landingZone);
  if (!resolved.ok) throw new Error(JSON.stringify(resolved.issues));
  const planned = planAll(resolved.value, catalog);
  if (!planned.ok) throw new Error(JSON.stringify(planned.issues));
  const { dev } = planned.value;
  if (dev === undefined) throw new Error('no dev');
  const types = Object.values(stageTemplates(settle(dev))).flatMap(({ Resources }) =>
    Object.values(Resources).map(({ Type }) => Type),
  );
  expect(types).toContain('AWS::SageMaker::Endpoint');
  expect(types).toContain('AWS::IAM::Role');
  // The logs of an endpoint have a group that SageMaker names.
  expect(types.filter((type) => ofTheCompany.test(type))).toEqual(['AWS::Logs::LogGroup']);
});

test('the README shows the smallest platform unchanged', () => {
  const example = readFileSync(join(root, 'examples/tiny/llmops.config.ts'), 'utf8');
  const body = example.slice(example.indexOf('export default'));
  expect(readFileSync(join(root, 'README.md'), 'utf8')).toContain(body);
});

test('a single construct works in another app, without the feature flags of this project', () => {
  const [stack] = app.node.children;
  if (stack === undefined) throw new Error('no stack');
  const template = Template.fromJSON(app.synth().getStackByName('Search').template as Record<string, unknown>);
  template.resourceCountIs('AWS::SageMaker::Endpoint', 1);
  template.hasResourceProperties('AWS::IAM::Policy', {
    PolicyDocument: Match.objectLike({
      Statement: Match.arrayWith([Match.objectLike({ Action: Match.arrayWith(['sagemaker:InvokeEndpoint']) })]),
    }),
  });
});

test('a single component works in another Pulumi program', async () => {
  const recording = await recordProgram(program);
  expect(recording.problems).toEqual([]);
  expect(inputsOf(recording, 'keyvault:Vault')).toMatchObject({
    vaultName: 'kv-search-prod',
    properties: { publicNetworkAccess: 'Disabled' },
    tags: { team: 'search' },
  });
  expect(rolesOf(recording)).toEqual([
    {
      name: 'vault-identity-key-vault-secrets-user',
      role: 'Key Vault Secrets User',
      principalId: '${identity-identity#principalId}',
      scope: '${vault-vault#id}',
    },
  ]);
});
