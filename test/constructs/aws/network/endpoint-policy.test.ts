import { endpointStatements } from '../../../../constructs/aws/network/endpoint-policy';
import { testStack } from '../../../helpers/aws-app';
import { codedErrorOf } from '../../../helpers/coded-error';

function statementsFor(service: string): readonly unknown[] {
  return endpointStatements(testStack(), service).map((statement): unknown => statement.toStatementJson());
}

test('admits named actions of principals of this account', () => {
  expect(statementsFor('kms')).toEqual([
    {
      Sid: 'OwnPrincipals',
      Effect: 'Allow',
      Principal: { AWS: '*' },
      Action: ['kms:Decrypt', 'kms:DescribeKey', 'kms:Encrypt', 'kms:GenerateDataKey'],
      Resource: '*',
      Condition: { StringEquals: { 'aws:PrincipalAccount': '111111111111' } },
    },
  ]);
});

test('S3 also serves image layers, and admits no writes to other accounts', () => {
  expect(statementsFor('s3').slice(1)).toEqual([
    {
      Sid: 'ImageLayers',
      Effect: 'Allow',
      Principal: { AWS: '*' },
      Action: 's3:GetObject',
      Resource: 'arn:aws:s3:::prod-eu-central-1-starport-layer-bucket/*',
    },
    {
      Sid: 'OwnWritesOnly',
      Effect: 'Deny',
      Principal: { AWS: '*' },
      Action: 's3:PutObject',
      Resource: '*',
      Condition: { StringNotEquals: { 'aws:ResourceAccount': '111111111111' } },
    },
  ]);
});

test('takes actions from the caller, in place of its own where it has some', () => {
  const actionsOf = (service: string, actions: readonly string[]): unknown =>
    endpointStatements(testStack(), service, { [service]: actions }).map((statement) => statement.actions);
  expect(actionsOf('sqs', ['sqs:SendMessage'])).toEqual([['sqs:SendMessage']]);
  expect(actionsOf('kms', ['kms:Decrypt'])).toEqual([['kms:Decrypt']]);
});

test('fails on a service without a policy, and lists those that have one', async () => {
  const error = await codedErrorOf(() => statementsFor('quantum'));
  expect(error).toMatchObject({ code: 'UnknownEndpointService', place: 'test', got: 'quantum' });
  expect(error.expected).toContain('sagemaker.runtime');
  expect(error.fix).toBe("write what callers may do: endpointActions: { 'quantum': ['…'] }");
});
