import { ImageRepository, PullThroughCache } from '../../../../constructs/aws';
import { templateOf, testKey, testStack } from '../../../helpers/aws-app';
import { granted, grantedActions, grantee } from '../../../helpers/granted';

test('who pulls does not push', () => {
  const stack = testStack();
  new ImageRepository(stack, 'Images', { encryptionKey: testKey(stack) }).grants.pull(grantee(stack));
  const actions = grantedActions(templateOf(stack));
  expect(actions).toContain('ecr:BatchGetImage');
  expect(actions).not.toContain('ecr:PutImage');
});

test('who pushes to an imported repository may push to it alone', () => {
  const stack = testStack();
  ImageRepository.fromRepositoryName(stack, 'Images', 'company/images').grants.push(grantee(stack));
  const template = templateOf(stack);
  expect(grantedActions(template)).toContain('ecr:PutImage');
  const pushing = granted(template).filter(({ actions }) => actions.includes('ecr:PutImage'));
  expect(JSON.stringify(pushing.map(({ resources }) => resources))).toContain(':repository/company/images');
});

test('the first pull through a cache creates the repository, below its prefix only', () => {
  const stack = testStack();
  const encryptionKey = testKey(stack);
  new PullThroughCache(stack, 'Cache', {
    repositoryPrefix: 'public',
    upstream: 'public.ecr.aws',
    encryptionKey,
  }).grants.pull(grantee(stack));
  const first = granted(templateOf(stack)).filter(({ actions }) => actions.includes('ecr:BatchImportUpstreamImage'));
  expect(JSON.stringify(first.map(({ resources }) => resources))).toContain(':repository/public/*');
});
