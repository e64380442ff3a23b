import { findingsOf } from '../../helpers/check-template';
import type { Case } from '../case';

const pull = ['ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer', 'ecr:BatchCheckLayerAvailability'];
const resources = (repository: string): Parameters<typeof findingsOf>[0] => ({
  Role: {
    Type: 'AWS::IAM::Role',
    Properties: {
      AssumeRolePolicyDocument: {
        Statement: [{ Effect: 'Allow', Principal: { Service: 'sagemaker.amazonaws.com' }, Action: 'sts:AssumeRole' }],
      },
      Policies: [
        {
          PolicyName: 'main',
          PolicyDocument: { Statement: [{ Effect: 'Allow', Action: pull, Resource: repository }] },
        },
      ],
    },
  },
  Model: {
    Type: 'AWS::SageMaker::Model',
    Properties: {
      ExecutionRoleArn: { 'Fn::GetAtt': ['Role', 'Arn'] },
      PrimaryContainer: { Image: '763104351884.dkr.ecr.eu-central-1.amazonaws.com/vllm:0.27.1' },
    },
  },
});

/** Source: awslabs/aws-solutions-constructs issue 986. */
export const p24: Case = {
  id: 'P24',
  fault: 'a role that may not pull the image of its model',
  expected: 'check names the actions and the repository',
  check() {
    expect(findingsOf(resources('arn:aws:ecr:eu-central-1:111111111111:repository/*'), /^ImagePullDenied/)).toEqual([
      'ImagePullDenied Model: PrimaryContainer.Image',
    ]);
    expect(findingsOf(resources('arn:aws:ecr:eu-central-1:763104351884:repository/vllm'), /^ImagePullDenied/)).toEqual(
      [],
    );
  },
};
