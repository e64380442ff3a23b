import type { TestTemplate } from '../../lib/local/aws/engine';

/** Properties or a whole resource of a planted template. */
export type Written = Readonly<Record<string, unknown>>;

/** A resource of a type. */
export const resource = (type: string, properties: Written = {}): Written => ({
  Type: `AWS::${type}`,
  Properties: properties,
});

/** A template of some resources. */
export const templateOf = (resources: Readonly<Record<string, unknown>>): TestTemplate => ({ Resources: resources });

/** A policy of one statement. */
export const policy = (statement: Written, more: Written = {}): Written => ({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', ...statement }],
  ...more,
});

/** A role that a service assumes. */
export const roleFor = (service: string, more: Written = {}): Written =>
  resource('IAM::Role', {
    AssumeRolePolicyDocument: policy({ Action: 'sts:AssumeRole', Principal: { Service: service } }),
    ...more,
  });

/** A Lambda function with its role `R`. */
export const functionWith = (more: Written = {}): Readonly<Record<string, unknown>> => ({
  R: roleFor('lambda.amazonaws.com'),
  F: resource('Lambda::Function', {
    Role: { 'Fn::GetAtt': ['R', 'Arn'] },
    Code: { ZipFile: 'exports.handler = async () => ({});' },
    Handler: 'index.handler',
    Runtime: 'nodejs22.x',
    ...more,
  }),
});
