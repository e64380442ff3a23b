import { findingsOf } from '../../helpers/check-template';
import type { Case } from '../case';

const resources = (timeouts: { readonly [name: string]: number }): Parameters<typeof findingsOf>[0] => ({
  Model: {
    Type: 'AWS::SageMaker::Model',
    Properties: {
      ExecutionRoleArn: 'arn:aws:iam::111111111111:role/chat',
      PrimaryContainer: {
        Image: '763104351884.dkr.ecr.eu-central-1.amazonaws.com/vllm:0.27.1-gpu-py312-cu130-ubuntu22.04-sagemaker',
        ModelDataSource: { S3DataSource: { S3Uri: 's3://weights/', S3DataType: 'S3Prefix', CompressionType: 'None' } },
      },
    },
  },
  Config: {
    Type: 'AWS::SageMaker::EndpointConfig',
    Properties: {
      ProductionVariants: [
        {
          VariantName: 'v',
          ModelName: { 'Fn::GetAtt': ['Model', 'ModelName'] },
          InstanceType: 'ml.p4d.24xlarge',
          InitialInstanceCount: 1,
          InferenceAmiVersion: 'al2023-ami-sagemaker-inference-gpu-4-1',
          ...timeouts,
        },
      ],
    },
  },
});

/** Source: aws/amazon-sagemaker-examples issue 3432. */
export const p16: Case = {
  id: 'P16',
  fault: 'a GPU variant loads large weights within the default start time',
  expected: 'check warns',
  check() {
    expect(findingsOf(resources({}), /^GpuStartTimeout/)).toEqual([
      'GpuStartTimeout Config: ProductionVariants.0.ContainerStartupHealthCheckTimeoutInSeconds',
    ]);
    expect(findingsOf(resources({ ContainerStartupHealthCheckTimeoutInSeconds: 1800 }), /^GpuStartTimeout/)).toEqual(
      [],
    );
  },
};
