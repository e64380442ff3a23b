import type { TestTemplate } from '../../lib/local/aws/engine';
import { testAccount, testRegion } from '../../lib/local/aws/engine';
import type { PlantedFault } from '../planted';
import { testPlanted } from '../planted';

const role = {
  Type: 'AWS::IAM::Role',
  Properties: {
    AssumeRolePolicyDocument: {
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' }],
    },
  },
};

/** Answers a request with an expression. */
const answer = (status: string, data: string): string =>
  `const response = require('cfn-response');
   exports.handler = (event, context) => response.send(event, context, '${status}', ${data}, 'thing');`;

interface Parts {
  readonly code?: string;
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly token?: unknown;
  readonly attribute?: string;
}

/** A custom resource, its function, and an output of what it answers. */
function template({
  code = answer('SUCCESS', '{ Value: 1 }'),
  settings = {},
  token,
  attribute = 'Value',
}: Parts): TestTemplate {
  return {
    Resources: {
      Role: role,
      Function: {
        Type: 'AWS::Lambda::Function',
        Properties: {
          Role: { 'Fn::GetAtt': 'Role.Arn' },
          Runtime: 'nodejs22.x',
          Handler: 'index.handler',
          Code: { ZipFile: code },
          ...settings,
        },
      },
      Thing: {
        Type: 'Custom::Thing',
        Properties: { ServiceToken: token ?? { 'Fn::GetAtt': 'Function.Arn' } },
      },
      Reader: {
        Type: 'AWS::SSM::Parameter',
        Properties: { Type: 'String', Value: { 'Fn::GetAtt': ['Thing', attribute] } },
      },
    },
  };
}

const valid = template({});
const row = (id: string, fault: string, broken: Parts, reason: RegExp): PlantedFault => ({
  id,
  fault,
  broken: template(broken),
  valid,
  reason,
});

testPlanted('functions', [
  row(
    'custom_sns_token',
    'a custom resource behind an SNS topic, which does not run here',
    { token: `arn:aws:sns:${testRegion}:${testAccount}:topic` },
    /type Custom::Thing: its ServiceToken is an SNS topic/,
  ),
  row(
    'custom_absent_function',
    'a service token of a function that does not exist',
    { token: `arn:aws:lambda:${testRegion}:${testAccount}:function:absent` },
    /Function not found: arn:aws:lambda:eu-central-1:111111111111:function:absent/,
  ),
  row(
    'custom_other_region',
    'a service token of another region',
    { token: `arn:aws:lambda:us-east-1:${testAccount}:function:far` },
    /is not in the region of the stack, eu-central-1/,
  ),
  row(
    'custom_python',
    'a function of a runtime that does not run here',
    { settings: { Runtime: 'python3.13' } },
    /Node\.js functions only: function .* has runtime python3\.13/,
  ),
  row(
    'custom_wrong_handler',
    'a handler that the code does not export',
    { settings: { Handler: 'index.main' } },
    /Runtime\.HandlerNotFound: index\.main is undefined or not exported/,
  ),
  row(
    'custom_answers_failed',
    'a function that answers FAILED',
    { code: answer('FAILED', '{}') },
    /Received response status \[FAILED\] from custom resource/,
  ),
  row(
    'custom_never_answers',
    'a function that never answers',
    { code: 'exports.handler = async () => 1;' },
    /CloudFormation did not receive a response from your Custom Resource/,
  ),
  row(
    'custom_answer_too_long',
    'an answer of more than 4096 bytes',
    { code: answer('SUCCESS', `{ Value: 'x'.repeat(4096) }`) },
    /Response object is too long\./,
  ),
  row(
    'custom_lacks_attribute',
    'an attribute that the function does not answer',
    { attribute: 'Other' },
    /CustomResource attribute error: Vendor response doesn.*t contain Other attribute/,
  ),
]);
