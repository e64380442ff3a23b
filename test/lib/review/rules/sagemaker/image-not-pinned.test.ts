import type { PropertyValue } from '../../../../../lib/graph';
import { imageNotPinned } from '../../../../../lib/review/rules/sagemaker/image-not-pinned';
import { judged } from '../../../../helpers/judged';

const repository = '111111111111.dkr.ecr.eu-central-1.amazonaws.com/vllm';

test.each<[string, PropertyValue, number]>([
  ['a digest', `${repository}@sha256:00`, 0],
  ['a tag', `${repository}:0.27.1`, 1],
  ['nothing', repository, 1],
  ['a tag behind a reference', { 'Fn::Sub': '${AWS::AccountId}.dkr.ecr.eu-central-1.amazonaws.com/vllm:latest' }, 1],
  ['a reference', { Ref: 'Image' }, 0],
  ['a reference at its end', { 'Fn::Join': ['', [repository, { Ref: 'Version' }]] }, 0],
])('a model whose image has %s', (_name, Image, count) => {
  expect(judged(imageNotPinned, 'AWS::SageMaker::Model', { Containers: [{ Image }] })).toHaveLength(count);
});

test('reads images of other types, and takes those that AWS maintains', () => {
  const runtime = { AgentRuntimeArtifact: { ContainerConfiguration: { ContainerUri: `${repository}:1` } } };
  expect(judged(imageNotPinned, 'AWS::BedrockAgentCore::Runtime', runtime)).toHaveLength(1);
  expect(
    judged(imageNotPinned, 'AWS::CodeBuild::Project', { Environment: { Image: 'aws/codebuild/standard:7.0' } }),
  ).toEqual([]);
});
