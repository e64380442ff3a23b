import type { PropertyValue } from '../../../../../lib/graph';
import { policyWithoutSource } from '../../../../../lib/review/rules/iam/policy-without-source';
import { judged } from '../../../../helpers/judged';

const policy = (statement: Record<string, PropertyValue>) => ({
  PolicyDocument: {
    Statement: [
      {
        Effect: 'Allow',
        Principal: { Service: 'events.amazonaws.com' },
        Action: 'sns:Publish',
        Resource: '*',
        ...statement,
      },
    ],
  },
});

test.each<[string, Record<string, PropertyValue>, number]>([
  ['no condition', {}, 1],
  ['a rule', { Condition: { ArnEquals: { 'aws:SourceArn': 'arn:aws:events:eu-central-1:111111111111:rule/r' } } }, 0],
  ['a condition that is not known', { Condition: { Ref: 'Condition' } }, 0],
  ['another service', { Principal: { Service: 'ec2.amazonaws.com' } }, 0],
])('a topic policy with %s', (_name, statement, count) => {
  expect(judged(policyWithoutSource, 'AWS::SNS::TopicPolicy', policy(statement))).toHaveLength(count);
});
