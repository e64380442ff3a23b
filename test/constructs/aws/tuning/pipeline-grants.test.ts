import { FineTuningPipeline } from '../../../../constructs/aws';
import { templateOf, testStack } from '../../../helpers/aws-app';
import { granted, grantee } from '../../../helpers/granted';

test('an imported pipeline is started by its name, which is in lower case in its ARN', () => {
  const stack = testStack();
  const pipeline = FineTuningPipeline.fromPipelineName(stack, 'Lora', 'Support-Lora');
  pipeline.grants.start(grantee(stack));
  expect(stack.resolve(pipeline.pipelineArn)).toBe('arn:aws:sagemaker:eu-central-1:111111111111:pipeline/support-lora');
  expect(granted(templateOf(stack)).flatMap(({ actions }) => actions)).toContain('sagemaker:StartPipelineExecution');
  expect(pipeline.metrics.executionsFailed().dimensions).toEqual({ PipelineName: 'Support-Lora' });
});
