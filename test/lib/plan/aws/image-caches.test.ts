import { settle } from '../../../../lib/plan';
import { environmentPlan } from '../../../helpers/plan';
import { digest, endpoint } from '../../../helpers/platform';

function planned(image?: string) {
  const aws = { from: 'cached-image', ...(image === undefined ? {} : { image }) } as const;
  return environmentPlan({ endpoints: { chat: endpoint({ serving: { ...endpoint().serving, aws } }) } });
}

test("AWS's image is pulled through a cache of its public gallery, by the digest of the config", () => {
  const { aws, assets } = planned();
  const chat = aws?.deployment.endpoints.chat;
  expect(chat?.imageUri.value).toBe(
    `111111111111.dkr.ecr.eu-central-1.amazonaws.com/support-dev-ecr-public/deep-learning-containers/vllm@${digest('a')}`,
  );
  expect(chat?.imageCachedFrom?.value).toBe(`public.ecr.aws/deep-learning-containers/vllm@${digest('a')}`);
  expect(settle(aws?.integration.imageCaches)).toEqual({
    'ecr-public': { repositoryPrefix: 'support-dev-ecr-public', upstream: 'public.ecr.aws' },
  });
  const image = assets['aws/image/chat'];
  expect(image?.bringer.value).toBe('cache');
  expect(image?.after?.value).toBe('integration');
  expect(image?.neededBy.value).toEqual(['deployment']);
  expect(image?.source.value).toEqual({ kind: 'registry', image: chat?.imageCachedFrom?.value });
  expect(image?.destination.value).toMatchObject({ account: '111111111111', digest: digest('a') });
});

test('an image of another registry has a cache of that registry', () => {
  const { aws } = planned('quay.io/example/vllm');
  expect(aws?.deployment.endpoints.chat?.imageUri.value).toMatch(/\/support-dev-quay\/example\/vllm@sha256:a+$/);
  expect(Object.keys(aws?.integration.imageCaches ?? {})).toEqual(['quay']);
});

test('a prefix keeps to the 30 characters of the service, and differs by environment', () => {
  const names = ['dev', 'prod'].map((environment) => {
    const serving = { ...endpoint().serving, aws: { from: 'cached-image' } as const };
    const { aws } = environmentPlan(
      { name: 'assistant-of-a-whole-company', endpoints: { chat: endpoint({ serving }) } },
      environment,
    );
    return aws?.integration.imageCaches?.['ecr-public']?.repositoryPrefix.value ?? '';
  });
  for (const name of names) expect(name).toMatch(/^(?=.{2,30}$)[a-z0-9]+(?:-[a-z0-9]+)*$/);
  expect(new Set(names).size).toBe(2);
});

test('a platform that pulls through no cache has none', () => {
  expect(environmentPlan().aws?.integration).not.toHaveProperty('imageCaches');
});
