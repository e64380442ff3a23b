import { PipelineMetrics } from '../../../../constructs/aws';

test('the metrics are those that SageMaker publishes of a pipeline', () => {
  const metrics = new PipelineMetrics('lora');
  const all = [metrics.executionsStarted(), metrics.executionsFailed(), metrics.executionsSucceeded()];
  expect(all.map(({ metricName }) => metricName)).toEqual([
    'ExecutionStarted',
    'ExecutionFailed',
    'ExecutionSucceeded',
  ]);
  for (const { namespace, dimensions } of all) {
    expect({ namespace, dimensions }).toEqual({
      namespace: 'AWS/Sagemaker/ModelBuildingPipeline',
      dimensions: { PipelineName: 'lora' },
    });
  }
});
