import { publishedImage } from '../../../../lib/plan/facts/registry';
import { digest } from '../../../helpers/platform';

const image = { repository: 'vllm', digest: digest('a'), path: 'environments.dev.aws.region' };

test('an image of AWS is pulled in the region that runs it', () => {
  expect(publishedImage({ ...image, region: 'eu-south-1' })).toMatchObject({
    ok: true,
    value: `692866216735.dkr.ecr.eu-south-1.amazonaws.com/vllm@${digest('a')}`,
  });
});

test('a region whose registry is unknown is refused, and no account is guessed', () => {
  expect(publishedImage({ ...image, region: 'us-gov-west-1' })).toMatchObject({
    ok: false,
    issues: [
      {
        code: 'RegistryUnknown',
        path: 'environments.dev.aws.region',
        got: 'us-gov-west-1',
        expected: expect.stringContaining('af-south-1') as string,
        fix: 'move the environment to one of these regions that the residency allows',
      },
    ],
  });
});
