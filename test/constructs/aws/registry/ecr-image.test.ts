import { parseEcrImage } from '../../../../constructs/aws/registry/ecr-image';
import { codedErrorOf } from '../../../helpers/coded-error';

const host = '763104351884.dkr.ecr.eu-central-1.amazonaws.com';

test.each([
  [`${host}/vllm@sha256:${'a1'.repeat(32)}`, 'eu-central-1', 'vllm'],
  [`${host}/team/vllm:0.27`, 'eu-central-1', 'team/vllm'],
  ['763104351884.dkr.ecr.cn-north-1.amazonaws.com.cn/vllm:1', 'cn-north-1', 'vllm'],
])('%s', (uri, region, repositoryName) => {
  expect(parseEcrImage('stack/Model', uri)).toEqual({ account: '763104351884', region, repositoryName });
});

test.each(['docker.io/vllm/vllm-openai:latest', `${host}/vllm`, `12.dkr.ecr.eu-central-1.amazonaws.com/vllm:1`])(
  'fails on %s, which is no image in ECR',
  async (uri) => {
    expect(await codedErrorOf(() => parseEcrImage('stack/Model', uri))).toMatchObject({
      code: 'InvalidImageUri',
      place: 'stack/Model: imageUri',
      got: uri,
    });
  },
);
