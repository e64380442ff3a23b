import * as iam from 'aws-cdk-lib/aws-iam';
import { serviceOfThisAccount } from '../../../../constructs/aws/identity/service-principal';
import { at, onlyResource, templateOf, testStack } from '../../../helpers/aws-app';

test('a service assumes a role only for resources of this account', () => {
  const stack = testStack();
  const assumedBy = serviceOfThisAccount(stack, 'bedrock.amazonaws.com', 'arn:aws:bedrock:*:111111111111:agent/*');
  new iam.Role(stack, 'Role', { assumedBy });
  const { Properties } = onlyResource(templateOf(stack), 'AWS::IAM::Role');
  expect(at(Properties, 'AssumeRolePolicyDocument', 'Statement')).toEqual([
    {
      Effect: 'Allow',
      Action: 'sts:AssumeRole',
      Principal: { Service: 'bedrock.amazonaws.com' },
      Condition: {
        StringEquals: { 'aws:SourceAccount': '111111111111' },
        ArnLike: { 'aws:SourceArn': 'arn:aws:bedrock:*:111111111111:agent/*' },
      },
    },
  ]);
});
