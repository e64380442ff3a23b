import type { SettledPlan } from '../../../lib/plan';
import { PlatformStage } from '../../../stacks/aws';
import type { TemplateJson } from '../../helpers/aws-app';
import { at, resourcesOf, stageTemplates, testApp } from '../../helpers/aws-app';
import {
  endpointSlice,
  knowledgeBaseSlice,
  settledPlan,
  tuningJobSlice,
  warmEndpointSlice,
} from '../../helpers/aws-plan-fixture';
import { codedErrorOf } from '../../helpers/coded-error';

const dev = stageTemplates(settledPlan('dev'));
const prod = stageTemplates(settledPlan('prod'));
const both = Object.entries({ dev, prod }).flatMap(([environment, templates]) =>
  Object.entries(templates).map(([stack, template]) => [`${environment}/${stack}`, template] as const),
);

const order = ['foundation', 'integration', 'knowledge', 'deployment', 'tuning', 'observability'];

/** Stack name and logical id of every resource. */
function addresses(templates: Readonly<Record<string, TemplateJson>>): readonly string[] {
  return Object.entries(templates).flatMap(([stack, { Resources }]) =>
    Object.keys(Resources).map((id) => `${stack}/${id}`),
  );
}

/** The template of a stack that must be there. */
function stackOf(templates: Readonly<Record<string, TemplateJson>>, name: string): TemplateJson {
  const template = templates[name];
  if (template === undefined) throw new Error(`no stack ${name}`);
  return template;
}

test('an environment is six stacks named by the plan, in deployment order', () => {
  const plan = settledPlan('prod');
  const stage = new PlatformStage(testApp(), 'prod', { plan });
  expect(stage.stacks.map(({ stackName }) => stackName)).toEqual(order.map((name) => `support-prod-${name}`));
  const assembly = stage.synth();
  // The assembly does not guarantee an order of stacks that do not depend on each other.
  expect(assembly.stacks.map(({ displayName }) => displayName).toSorted()).toEqual(
    order.map((name) => `prod/${name} (support-prod-${name})`).toSorted(),
  );
  expect(assembly.stacks.map(({ environment }) => environment.name)).toEqual(
    order.map(() => 'aws://333333333333/eu-central-1'),
  );
  expect(assembly.stacks.map(({ terminationProtection }) => terminationProtection)).toEqual(order.map(() => true));
  expect(assembly.stacks.map(({ tags }) => tags)).toEqual(order.map(() => plan.tags));
});

test('stacks are ordered by dependency: the foundation comes first, observability last', () => {
  const assembly = new PlatformStage(testApp(), 'dev', { plan: settledPlan('dev') }).synth();
  const needs = Object.fromEntries(
    assembly.stacks.map((stack) => [
      stack.stackName.replace('support-dev-', ''),
      stack.dependencies
        .map(({ id }) => id)
        .filter((id) => !id.endsWith('.assets'))
        .map((id) => id.replace(/^dev-?([a-z]+?)[0-9A-F]{8}$/, '$1')),
    ]),
  );
  expect(needs).toEqual({
    foundation: [],
    integration: ['foundation'],
    knowledge: ['integration'],
    deployment: ['integration'],
    tuning: ['integration'],
    observability: ['integration', 'knowledge', 'deployment', 'tuning'],
  });
});

test('stacks without resources are left out, because CloudFormation refuses an empty template', () => {
  const empty = settledPlan('dev', { knowledge: { bases: {} }, deployment: { endpoints: {} }, tuning: { jobs: {} } });
  expect(Object.keys(stageTemplates(empty))).toEqual(['foundation', 'integration', 'observability']);
});

test('fails on an environment without an AWS side', async () => {
  const { schema, platform, environment, tier, tags } = settledPlan('dev');
  const plan: SettledPlan = { schema, platform, environment, tier, tags, assets: {} };
  expect(await codedErrorOf(() => new PlatformStage(testApp(), 'dev', { plan }))).toMatchObject({
    code: 'MissingTarget',
    place: 'dev',
    expected: 'an environment with an aws target',
  });
});

test('fails on knowledge bases that do not share the bucket of documents', async () => {
  const bases = { a: knowledgeBaseSlice(), b: knowledgeBaseSlice({ sourceBucketName: 'another' }) };
  expect(await codedErrorOf(() => stageTemplates(settledPlan('dev', { knowledge: { bases } })))).toMatchObject({
    code: 'SeveralSourceBuckets',
    place: 'dev/knowledge: knowledge.bases',
    got: ['support-dev-knowledge-111111111111', 'another'],
  });
});

test('fails on a tuning job whose registry group is not planned', async () => {
  const jobs = { lora: tuningJobSlice({ modelPackageGroup: 'chta' }) };
  expect(await codedErrorOf(() => stageTemplates(settledPlan('dev', { tuning: { jobs } })))).toMatchObject({
    code: 'UnknownModelPackageGroup',
    place: 'dev/tuning: tuning.jobs',
    got: 'chta',
    expected: 'one of chat',
  });
});

describe('values between stacks', () => {
  test.each(both)('%s exports and imports nothing', (_name, template) => {
    expect(Object.values(template.Outputs ?? {}).filter((output) => output.Export !== undefined)).toEqual([]);
    expect(JSON.stringify(template)).not.toMatch(/Fn::ImportValue|Fn::GetStackOutput/);
  });

  test('each stack publishes exactly the hand-offs the plan gives it', () => {
    const { aws } = settledPlan('dev');
    const published = Object.entries(dev).flatMap(([producer, template]) =>
      resourcesOf(template, 'AWS::SSM::Parameter').map(
        ([, { Properties }]) => `${producer}: ${String(Properties.Name)}`,
      ),
    );
    expect(published.toSorted()).toEqual(
      aws.handOffs.map(({ name, producer }) => `${producer}: ${aws.parameterPrefix}/${name}`).toSorted(),
    );
  });

  test('each stack reads exactly the hand-offs the plan says it consumes', () => {
    const { aws } = settledPlan('dev');
    const read = Object.entries(dev).flatMap(([consumer, { Parameters }]) =>
      Object.values(Parameters)
        .filter(({ Default }) => Default?.startsWith(aws.parameterPrefix) === true)
        .map(({ Default }) => `${consumer}: ${String(Default)}`),
    );
    const planned = aws.handOffs.flatMap(({ name, consumers }) =>
      consumers.map((consumer) => `${consumer}: ${aws.parameterPrefix}/${name}`),
    );
    expect(read.toSorted()).toEqual(planned.toSorted());
  });

  test('what is read is resolved by CloudFormation at every deployment, so that a changed value rolls out', () => {
    for (const [, template] of both) {
      const read = Object.entries(template.Parameters).filter(([id]) => id !== 'BootstrapVersion');
      for (const [, parameter] of read) {
        expect(parameter.Type).toMatch(/^AWS::SSM::Parameter::Value</);
        expect(JSON.stringify(parameter)).not.toContain('[cdk:skip]');
      }
    }
  });
});

describe('logical ids', () => {
  test('are the same for the same plan, byte by byte', () => {
    expect(stageTemplates(settledPlan('dev'))).toEqual(dev);
    expect(JSON.stringify(stageTemplates(settledPlan('dev')))).toBe(JSON.stringify(dev));
  });

  test('do not move when endpoints, bases, jobs or groups are added, wherever their keys sort', () => {
    const { aws } = settledPlan('dev');
    const grown = stageTemplates(
      settledPlan('dev', {
        deployment: {
          endpoints: {
            aaa: warmEndpointSlice({ endpointName: 'support-dev-aaa' }),
            ...aws.deployment.endpoints,
            zzz: endpointSlice({ endpointName: 'support-dev-zzz' }),
          },
        },
        knowledge: {
          bases: { aaa: knowledgeBaseSlice({ vectorBucketName: 'support-dev-aaa' }), ...aws.knowledge.bases },
        },
        tuning: { jobs: { aaa: tuningJobSlice({ pipelineName: 'support-dev-aaa' }), ...aws.tuning.jobs } },
        integration: { ...aws.integration, sharedPrefixes: [...aws.integration.sharedPrefixes, 'tuning/aaa/output/'] },
      }),
    );
    expect(addresses(grown)).toEqual(expect.arrayContaining([...addresses(dev)]));
    const moved = Object.entries(dev).flatMap(([stack, { Resources }]) =>
      Object.entries(Resources)
        .filter(([id, resource]) => JSON.stringify(grown[stack]?.Resources[id]) !== JSON.stringify(resource))
        .map(([id]) => `${stack}/${id}`),
    );
    // The dashboard shows what was added, and the artifact policy shares its candidates. Nothing else changes.
    expect(moved).toEqual([
      expect.stringMatching(/^integration\/ArtifactsBucketPolicy/),
      expect.stringMatching(/^observability\/Dashboard/),
    ]);
  });

  test('are the same in every environment for what every environment has', () => {
    const qa = stageTemplates(settledPlan('qa'));
    expect(addresses(qa)).toEqual(addresses(dev));
  });
});

describe('tiers', () => {
  test('production differs in what its tier decides, and in no control', () => {
    const types = (templates: Readonly<Record<string, TemplateJson>>): ReadonlySet<string> =>
      new Set(Object.values(templates).flatMap(({ Resources }) => Object.values(Resources).map(({ Type }) => Type)));
    const missing = [...types(dev)].filter((type) => !types(prod).has(type));
    // Copies belong to scale to zero, and production is kept warm.
    expect(missing).toEqual(['AWS::SageMaker::InferenceComponent']);
  });

  test.each([
    ['dev', dev, 'Delete'],
    ['prod', prod, 'RetainExceptOnCreate'],
  ] as const)('in %s everything stateful has the deletion policy of the tier', (_name, templates, policy) => {
    const stateful =
      /^AWS::(Bedrock::|DynamoDB::Table|ECR::Repository|KMS::Key|Logs::LogGroup|S3::Bucket$|S3Vectors::|SageMaker::ModelPackageGroup)/;
    const found = Object.values(templates).flatMap(({ Resources }) =>
      Object.values(Resources).filter(({ Type }) => stateful.test(Type)),
    );
    expect(found.length).toBeGreaterThan(10);
    expect(new Set(found.map(({ DeletionPolicy }) => DeletionPolicy))).toEqual(new Set([policy]));
  });
});

test('every stack is deployed by the bootstrap stack that the plan names', () => {
  for (const { Parameters } of Object.values(stageTemplates(settledPlan('dev', { bootstrapQualifier: 'platform' })))) {
    expect(Parameters.BootstrapVersion?.Default).toBe('/cdk-bootstrap/platform/version');
  }
});

test('every resource that takes tags has those of the plan', () => {
  const { tags } = settledPlan('dev');
  const tagged = Object.values(dev).flatMap(({ Resources }) =>
    Object.values(Resources).flatMap(({ Properties }) => (Properties.Tags === undefined ? [] : [Properties.Tags])),
  );
  expect(tagged.length).toBeGreaterThan(40);
  for (const found of tagged) {
    // SSM takes a map where every other type takes a list.
    const pairs: unknown = Array.isArray(found)
      ? Object.fromEntries(found.map((tag: unknown) => [at(tag, 'Key'), at(tag, 'Value')]))
      : found;
    expect(pairs).toMatchObject(tags);
  }
});

test.each(both)('%s has no function, no custom resource and no asset of code', (_name, template) => {
  const types = Object.values(template.Resources).map(({ Type }) => Type);
  expect(types.filter((type) => /^AWS::Lambda|^Custom::|CustomResource/.test(type))).toEqual([]);
});

test('a second environment in the same app changes nothing in the first', () => {
  const app = testApp();
  const plans: readonly SettledPlan[] = [settledPlan('dev'), settledPlan('prod')];
  for (const plan of plans) new PlatformStage(app, plan.environment, { plan });
  const assembly = app.synth().getNestedAssembly('assembly-dev');
  for (const name of order) {
    const template: unknown = assembly.getStackByName(`support-dev-${name}`).template;
    expect(template).toEqual(stackOf(dev, name));
  }
});
