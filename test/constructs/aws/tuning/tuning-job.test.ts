import { FineTuningPipeline } from '../../../../constructs/aws';
import { at, onlyResource, resourcesOf, templateOf, testStack } from '../../../helpers/aws-app';
import { tuningJobSlice } from '../../../helpers/aws-plan-fixture';
import { statementsOf } from '../../../helpers/aws-policies';

const { instanceType, imageUri, baseModelUri } = tuningJobSlice();

function definitionOf(job: { readonly instanceCount?: number } = {}) {
  const stack = testStack();
  new FineTuningPipeline(stack, 'Lora', {
    job: { instanceType, imageUri, baseModelUri, ...job },
    artifactBucketName: 'support-artifacts',
  });
  const template = templateOf(stack);
  const body = at(onlyResource(template, 'AWS::SageMaker::Pipeline'), 'Properties', 'PipelineDefinition');
  return { template, text: JSON.stringify(body) };
}

test('a type, an image and weights are enough: one instance, a day, data and results under prefixes of their own', () => {
  const { template, text } = definitionOf();
  for (const part of [
    'InstanceCount\\\\\\":1',
    'MaxRuntimeInSeconds\\\\\\":86400',
    's3://support-artifacts/tuning/data/',
  ])
    expect(text).toContain(part.replaceAll('\\\\\\"', '\\"'));
  expect(onlyResource(template, 'AWS::SageMaker::Pipeline').Properties.PipelineName).toMatch(/^test-Lora-[0-9A-F]{8}$/);
});

test('without a network the job runs in that of the service, and its role attaches no interfaces', () => {
  const { template, text } = definitionOf({ instanceCount: 2 });
  expect(text).not.toContain('VpcConfig');
  expect(text).toContain('EnableNetworkIsolation');
  expect(resourcesOf(template, 'AWS::EC2::SecurityGroup')).toEqual([]);
  expect(statementsOf(template).flatMap(({ actions }) => actions)).not.toContain('ec2:CreateNetworkInterface');
});
