import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { app as tuningApp } from '../../examples/fine-tuning/app';
import { app as endpointApp } from '../../examples/gpu-endpoint/app';
import { program } from '../../examples/key-vault';
import { app as knowledgeApp } from '../../examples/knowledge-base/app';
import landingZone from '../../examples/landing-zone/llmops.config';
import { program as modelsProgram } from '../../examples/models-and-search';
import { program as endpointProgram } from '../../examples/online-endpoint';
import tiny from '../../examples/tiny/llmops.config';
import { catalog } from '../../lib/catalog';
import { readAssembly, readRecording } from '../../lib/graph';
import { startLocalAws } from '../../lib/local/aws';
import { planAll, settle } from '../../lib/plan';
import { resolve } from '../../lib/platform';
import { check, rulesOf } from '../../lib/review';
import { PlatformStage } from '../../stacks/aws';
import { deployPlanted } from '../cases/planted';
import type { TemplateJson } from '../helpers/aws-app';
import { stageTemplates } from '../helpers/aws-app';
import { statementsOf } from '../helpers/aws-policies';
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

/** The apps of a team that composes constructs, each with its one stack. */
const apps: readonly (readonly [name: string, app: App, stack: string, rights: string])[] = [
  ['gpu-endpoint', endpointApp, 'Search', 'sagemaker:InvokeEndpoint'],
  ['knowledge-base', knowledgeApp, 'Handbook', 'bedrock:Retrieve'],
  ['fine-tuning', tuningApp, 'Tuning', 'sagemaker:StartPipelineExecution'],
];

describe.each(apps)('%s, an app of its own without the feature flags of this project', (_, app, stack, right) => {
  const assembly = app.synth();
  const template = assembly.getStackByName(stack).template as TemplateJson;

  test('asks no account anything', () => {
    expect(assembly.manifest.missing ?? []).toEqual([]);
  });

  test(`lets a role ${right}`, () => {
    expect(statementsOf(template).flatMap(({ actions }) => actions)).toContain(right);
  });

  test('passes the review rules', () => {
    const graph = readAssembly([{ environment: 'prod', stack, template }]);
    expect(check(graph, rulesOf('baseline')).findings).toEqual([]);
  });

  test('is deployed by the local cloud, which asks the constraints', async () => {
    expect(await deployed(stack, template)).toBe('deployed');
  });
});

/** The programs of a team that composes components. */
const programs: readonly (readonly [name: string, program: () => unknown])[] = [
  ['key-vault', program],
  ['online-endpoint', endpointProgram],
  ['models-and-search', modelsProgram],
];

test.each(programs)('%s, a Pulumi program of its own, is recorded and passes the review rules', async (_, body) => {
  const recording = await recordProgram(body);
  expect(recording.problems).toEqual([]);
  expect(check(readRecording(recording, 'prod'), rulesOf('baseline')).findings).toEqual([]);
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

async function deployed(stack: string, template: TemplateJson): Promise<string> {
  const cloud = await startLocalAws();
  try {
    // Without the parameter that asks whether the account is bootstrapped.
    return await deployPlanted(cloud, stack, JSON.stringify({ Resources: template.Resources }));
  } finally {
    await cloud.close();
  }
}
