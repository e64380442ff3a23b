import { findingsOf } from '../../helpers/check-template';
import type { Case } from '../case';

const resources = (host: { readonly InferenceAmiVersion?: string }): Parameters<typeof findingsOf>[0] => ({
  Model: {
    Type: 'AWS::SageMaker::Model',
    Properties: {
      ExecutionRoleArn: 'arn:aws:iam::111111111111:role/chat',
      PrimaryContainer: {
        Image: '763104351884.dkr.ecr.eu-central-1.amazonaws.com/vllm:0.27.1-gpu-py312-cu130-ubuntu22.04-sagemaker',
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
          InstanceType: 'ml.g5.2xlarge',
          InitialInstanceCount: 1,
          ...host,
        },
      ],
    },
  },
});

/** Source: aws/sagemaker-python-sdk pull request 6281; aws/deep-learning-containers issue 5253. */
export const p15: Case = {
  id: 'P15',
  fault: 'an image for CUDA 13 on a family whose default host image is older',
  expected: 'check warns, and refuses a host image that does not start the image',
  check() {
    const place = 'Config: ProductionVariants.0.InferenceAmiVersion';
    expect(findingsOf(resources({}), /^HostImage/)).toEqual([`HostImageUnset ${place}`]);
    expect(findingsOf(resources({ InferenceAmiVersion: 'al2-ami-sagemaker-inference-gpu-3-1' }), /^HostImage/)).toEqual(
      [`HostImageMismatch ${place}`],
    );
    expect(
      findingsOf(resources({ InferenceAmiVersion: 'al2023-ami-sagemaker-inference-gpu-4-1' }), /^HostImage/),
    ).toEqual([]);
  },
};
