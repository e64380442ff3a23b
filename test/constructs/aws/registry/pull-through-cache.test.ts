import { PullThroughCache } from '../../../../constructs/aws';
import { at, onlyResource, templateOf, testKey, testStack } from '../../../helpers/aws-app';
import { codedErrorOf } from '../../../helpers/coded-error';

function cache(props: { readonly repositoryPrefix?: string; readonly upstream?: string } = {}): {
  readonly template: ReturnType<typeof templateOf>;
  readonly uri: string;
} {
  const stack = testStack();
  const made = new PullThroughCache(stack, 'Cache', {
    repositoryPrefix: 'public',
    upstream: 'public.ecr.aws',
    encryptionKey: testKey(stack),
    ...props,
  });
  const uri = JSON.stringify(stack.resolve(made.imageUri('deep-learning-containers/vllm@sha256:0')));
  return { template: templateOf(stack), uri };
}

test('repositories of the cache have the customer key and immutable tags, and the template comes first', () => {
  const { template } = cache();
  const created = onlyResource(template, 'AWS::ECR::RepositoryCreationTemplate').Properties;
  expect(created).toMatchObject({
    Prefix: 'public',
    AppliedFor: ['PULL_THROUGH_CACHE'],
    ImageTagMutability: 'IMMUTABLE',
  });
  expect(at(created, 'EncryptionConfiguration', 'EncryptionType')).toBe('KMS');
  const rule = onlyResource(template, 'AWS::ECR::PullThroughCacheRule');
  expect(rule.Properties).toEqual({ EcrRepositoryPrefix: 'public', UpstreamRegistryUrl: 'public.ecr.aws' });
  expect(rule).toHaveProperty('DependsOn', [expect.stringMatching(/^CacheTemplate/)]);
});

test('the role of ECR creates repositories below the prefix only', () => {
  const policy = JSON.stringify(onlyResource(cache().template, 'AWS::IAM::Policy').Properties);
  expect(policy).toContain(':repository/public/*');
  expect(policy).not.toContain('"Resource":"*"');
});

test('an image is named below the prefix', () => {
  expect(cache().uri).toContain('/public/deep-learning-containers/vllm@sha256:0');
});

test.each([
  ['repositoryPrefix', { repositoryPrefix: 'Public' }],
  ['upstream', { upstream: 'registry-1.docker.io' }],
])('refuses a %s that cannot work', async (_prop, props) => {
  expect(await codedErrorOf(() => cache(props))).toMatchObject({ code: 'InvalidProps' });
});
