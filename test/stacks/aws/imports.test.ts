import { settle } from '../../../lib/plan';
import { openWeights } from '../../../lib/platform';
import { at, onlyResource, resourcesOf, stageTemplates } from '../../helpers/aws-app';
import { statementsOf } from '../../helpers/aws-policies';
import { readable } from '../../helpers/aws-snapshot';
import { environmentPlan } from '../../helpers/plan';
import { endpoint, platform } from '../../helpers/platform';

const revision = '0123456789abcdef0123456789abcdef01234567';
const chat = openWeights('Qwen/Qwen3-32B', { revision, import: { aws: { by: 'job' } } });
const serving = { ...endpoint().serving, aws: { from: 'cached-image' } as const };
const templates = stageTemplates(
  settle(
    environmentPlan({
      models: { ...platform().models, chat },
      endpoints: { chat: endpoint({ serving }) },
      registry: { models: [] },
      tuning: {},
    }),
  ),
);

function stack(name: 'integration' | 'deployment') {
  const template = templates[name];
  if (template === undefined) throw new Error(`no stack ${name}`);
  return template;
}

/** Read it when it changes: the stack that brings weights and images before an endpoint starts. */
test('the integration stack of a platform that imports by a job and pulls through a cache', () => {
  const { Resources, ...rest } = stack('integration');
  const known =
    /^AWS::(?:CodeBuild::Project|ECR::PullThroughCacheRule|ECR::RepositoryCreationTemplate|S3::BucketPolicy)$/;
  const brought = Object.fromEntries(Object.entries(Resources).filter(([, { Type }]) => known.test(Type)));
  // The program has a test of its own.
  const text = readable({ ...rest, Parameters: {}, Resources: brought });
  expect(text.replace(/"build":\{"commands":\[.*\]\}/s, '"build":{}')).toMatchSnapshot();
});

test('the job is in the stack before the endpoint, outside of the network, and its role writes one prefix', () => {
  const project = onlyResource(stack('integration'), 'AWS::CodeBuild::Project').Properties;
  expect(at(project, 'Name')).toBe('support-dev-import-chat');
  expect(project).not.toHaveProperty('VpcConfig');
  expect(resourcesOf(stack('deployment'), 'AWS::CodeBuild::Project')).toEqual([]);
});

test('the endpoint pulls from the cache, and its role may make the first pull of this one repository', () => {
  const image = at(onlyResource(stack('deployment'), 'AWS::SageMaker::Model').Properties, 'PrimaryContainer', 'Image');
  const repository = 'support-dev-ecr-public/deep-learning-containers/vllm';
  expect(image).toBe(`111111111111.dkr.ecr.eu-central-1.amazonaws.com/${repository}@sha256:${'a'.repeat(64)}`);
  const allowed = statementsOf(stack('deployment')).filter(({ actions }) =>
    actions.includes('ecr:BatchImportUpstreamImage'),
  );
  expect(allowed).toHaveLength(1);
  expect(allowed[0]?.actions.toSorted()).toEqual(['ecr:BatchImportUpstreamImage', 'ecr:CreateRepository']);
  expect(allowed[0]?.resources).toEqual([`arn:aws:ecr:eu-central-1:111111111111:repository/${repository}`]);
});

test('without the words nothing of it is declared', () => {
  const plain = stageTemplates(settle(environmentPlan({ tuning: {} })))['integration'];
  const types = Object.values(plain?.Resources ?? {}).map(({ Type }) => Type);
  expect(types.filter((type) => /CodeBuild|PullThrough|CreationTemplate/.test(type))).toEqual([]);
});
