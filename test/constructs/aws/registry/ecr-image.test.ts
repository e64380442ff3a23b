import { CfnParameter } from 'aws-cdk-lib';
import { ecrImageOf, parseEcrImage } from '../../../../constructs/aws/registry/ecr-image';
import { testStack } from '../../../helpers/aws-app';
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

test('a URI that is one parameter is taken apart by CloudFormation, a repository with slashes too', () => {
  const stack = testStack();
  const parameter = new CfnParameter(stack, 'Uri').valueAsString;
  const image = ecrImageOf(`${parameter}@sha256:${'a1'.repeat(32)}`);
  expect(stack.resolve(image)).toEqual({
    account: { 'Fn::Select': [0, { 'Fn::Split': ['.', { Ref: 'Uri' }] }] },
    region: { 'Fn::Select': [3, { 'Fn::Split': ['.', { Ref: 'Uri' }] }] },
    repositoryName: { 'Fn::Select': [1, { 'Fn::Split': ['.amazonaws.com/', { Ref: 'Uri' }] }] },
  });
});

test('a URI that cannot be taken apart is refused without text of the CDK', async () => {
  const parameter = new CfnParameter(testStack(), 'Uri').valueAsString;
  const error = await codedErrorOf(() => parseEcrImage('stack/Model', parameter));
  expect(error).toMatchObject({ code: 'InvalidImageUri', got: 'a value that is known at deployment' });
  expect(error.message).not.toContain('Token[');
});
