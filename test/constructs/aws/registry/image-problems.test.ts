import { imageProblems } from '../../../../constructs/aws/registry/image-problems';
import { testStack } from '../../../helpers/aws-app';

const digest = `@sha256:${'a'.repeat(64)}`;
const registry = (region: string): string => `763104351884.dkr.ecr.${region}.amazonaws.com`;

test.each([
  [`${registry('eu-central-1')}/vllm${digest}`, []],
  [`${registry('eu-central-1')}/vllm:latest`, ['an image by digest']],
  [`${registry('us-east-1')}/vllm${digest}`, ['an image in eu-central-1']],
  [
    'docker.io/vllm/vllm-openai:latest',
    ['<account>.dkr.ecr.<region>.amazonaws.com/<repository>@sha256:<digest>', 'an image by digest'],
  ],
])('%s', (uri, expected) => {
  expect(imageProblems(testStack(), 'imageUri', uri).map((problem) => problem.expected)).toEqual(expected);
});
