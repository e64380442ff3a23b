import type { Json } from '../../../../lib/constraints/json';
import { instanceType, pipelineInstanceType } from '../../../../lib/constraints/llm/instance-type';
import { breaches, breachesOf } from './around';

const quality = (InstanceType: Json) => ({ JobResources: { ClusterConfig: { InstanceType } } });
const job = 'AWS::SageMaker::DataQualityJobDefinition';

test.each<Json>(['ml.m5.xlarge', 'ml.c8i-flex.xlarge', 'ml.p5.4xlarge', { Ref: 'Type' }])(
  'a processing job runs on %j',
  (type) => {
    expect(breachesOf(instanceType, job, quality(type))).toEqual([]);
  },
);

test.each(['ml.inf2.xlarge', 'm5.xlarge', 'ml.m5.huge', 'ml.trn1.2xlarge', 'constructor'])(
  'a processing job does not run on %s',
  (type) => {
    expect(breachesOf(instanceType, job, quality(type))).toEqual([
      expect.stringMatching(
        new RegExp(
          `^#/JobResources/ClusterConfig/InstanceType: ${type} is none of the 207 instance types for processing$`,
        ),
      ),
    ]);
  },
);

test('a model package names types for hosting and for transform jobs', () => {
  const properties = {
    InferenceSpecification: {
      SupportedRealtimeInferenceInstanceTypes: ['ml.inf2.xlarge', 'ml.x.y'],
      SupportedTransformInstanceTypes: ['ml.inf2.xlarge', 'ml.g7.2xlarge'],
    },
  };
  expect(breachesOf(instanceType, 'AWS::SageMaker::ModelPackage', properties)).toEqual([
    '#/InferenceSpecification/SupportedRealtimeInferenceInstanceTypes/1: ml.x.y is none of the 277 instance types for hosting',
    '#/InferenceSpecification/SupportedTransformInstanceTypes/1: ml.g7.2xlarge is none of the 116 instance types for transform',
  ]);
});

const pipeline = (...steps: Json[]) => ({
  PipelineDefinition: { PipelineDefinitionBody: JSON.stringify({ Steps: steps }) },
});
const train = (InstanceType: Json): Json => ({
  Name: 'Train',
  Type: 'Training',
  Arguments: { ResourceConfig: { InstanceType } },
});
test.each<[Json, boolean]>([
  [train('ml.p5.48xlarge'), false],
  [train({ Get: 'Parameters.Type' }), false],
  [{ Name: 'Train', Type: 'Training' }, false],
  [train('ml.inf2.xlarge'), true],
  [{ Name: 'If', Type: 'Condition', Arguments: { IfSteps: [], ElseSteps: [train('ml.inf2.xlarge')] } }, true],
])('the step %j', (step, refused) => {
  expect(breaches(pipelineInstanceType, pipeline(step))).toEqual(
    refused
      ? [
          '#/PipelineDefinition/PipelineDefinitionBody: step Train: ml.inf2.xlarge is none of the 225 instance types for training',
        ]
      : [],
  );
});

test('a definition that is not known is not judged', () => {
  expect(breaches(pipelineInstanceType, { PipelineDefinition: { Ref: 'X' } })).toEqual([]);
});
