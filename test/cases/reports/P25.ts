import type { TestTemplate } from '../../lib/local/aws/engine';
import { Engine } from '../../lib/local/aws/engine';
import type { Case } from '../case';

const serverless: TestTemplate = {
  Resources: {
    Role: {
      Type: 'AWS::IAM::Role',
      Properties: {
        AssumeRolePolicyDocument: {
          Statement: { Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: 'sagemaker.amazonaws.com' } },
        },
      },
    },
    Model: {
      Type: 'AWS::SageMaker::Model',
      Properties: {
        ExecutionRoleArn: { 'Fn::GetAtt': ['Role', 'Arn'] },
        PrimaryContainer: { Image: '222222222222.dkr.ecr.eu-central-1.amazonaws.com/shared-inference:1' },
      },
    },
    Config: {
      Type: 'AWS::SageMaker::EndpointConfig',
      Properties: {
        ProductionVariants: [
          {
            VariantName: 'v',
            ModelName: { 'Fn::GetAtt': ['Model', 'ModelName'] },
            ServerlessConfig: { MaxConcurrency: 5, MemorySizeInMB: 4096 },
          },
        ],
      },
    },
  },
};

/** Source: aws/amazon-sagemaker-feedback issue 181 (2025-04-28). */
export const p25: Case = {
  id: 'P25',
  fault: 'a serverless variant runs an image of another account',
  expected: 'the local cloud refuses the endpoint configuration',
  open: {
    why: 'the local cloud does not know the accounts of prebuilt images, which a serverless variant may run',
    stillOpen: () => {
      const engine = new Engine();
      return engine.deploy(engine.stack('serverless'), serverless).status === 'CREATE_COMPLETE';
    },
  },
};
