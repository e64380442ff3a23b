import type { Json } from '../../../../../lib/constraints/json';
import { serviceRole } from '../../../../../lib/local/aws/checks/service-role';
import { testRegion } from '../engine';
import { checkInput, existing } from './check-input';

const lambda = serviceRole('Role', 'lambda.amazonaws.com');
const arn = 'arn:aws:iam::222222222222:role/run';
const trust = (service: Json, more = {}) => ({
  Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: service }, ...more }],
});
const role = (document: Json) =>
  existing('AWS::IAM::Role', 'run', { AssumeRolePolicyDocument: document }, { arn, account: '222222222222' });
const check = (document: Json) => lambda(checkInput({ Role: arn }, { existing: [role(document)] }));

test.each<[string, Json]>([
  ['the service', trust('lambda.amazonaws.com')],
  ['the service of the region', trust(`lambda.${testRegion}.amazonaws.com`)],
  ['the service among others', trust(['ec2.amazonaws.com', 'lambda.amazonaws.com'])],
])('accepts a role that trusts %s', (_name, document) => {
  expect(check(document)).toBeUndefined();
});

test.each<[string, Json, string]>([
  ['another service', trust('ec2.amazonaws.com'), 'ec2.amazonaws.com'],
  ['the service of another region', trust('lambda.us-east-1.amazonaws.com'), 'lambda.us-east-1.amazonaws.com'],
  ['the service in a denial', trust('lambda.amazonaws.com', { Effect: 'Deny' }), ''],
  ['the service for another action', trust('lambda.amazonaws.com', { Action: 'sts:TagSession' }), ''],
  ['no service', {}, ''],
])('fails on a role that trusts %s', (_name, document, named) => {
  expect(check(document)).toBe(
    `The role ${arn} cannot be assumed by lambda.amazonaws.com: its trust policy names [${named}] (#/Role)`,
  );
});

test('reports a role that no stack created, and does not check a resource without a role', () => {
  const unverified: string[] = [];
  expect(lambda(checkInput({ Role: arn }, { unverified }))).toBeUndefined();
  expect(unverified).toEqual([
    `role ${arn} was not created in the local cloud, so its trust in lambda.amazonaws.com is not checked`,
  ]);
  expect(lambda(checkInput({}, { unverified }))).toBeUndefined();
  expect(unverified).toHaveLength(1);
});
