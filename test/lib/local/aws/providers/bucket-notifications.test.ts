import { Engine, failures, testAccount, testRegion } from '../engine';

const role = {
  Type: 'AWS::IAM::Role',
  Properties: {
    AssumeRolePolicyDocument: {
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' }],
    },
  },
};
const python = (FunctionName: string) => ({
  Type: 'AWS::Lambda::Function',
  Properties: {
    FunctionName,
    Role: { 'Fn::GetAtt': 'Role.Arn' },
    Runtime: 'python3.13',
    Handler: 'index.handler',
    Code: { ZipFile: 'def handler(event, context): pass' },
  },
});

function template(target: string, properties: Readonly<Record<string, unknown>> = {}) {
  const LambdaFunctionArn = `arn:aws:lambda:${testRegion}:${testAccount}:function:${target}`;
  return {
    Resources: {
      Bucket: { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'watched' } },
      Role: role,
      Handler: python('notifications'),
      Target: python('target'),
      Notifications: {
        Type: 'Custom::S3BucketNotifications',
        DependsOn: ['Target', 'Bucket'],
        Properties: {
          ServiceToken: { 'Fn::GetAtt': 'Handler.Arn' },
          BucketName: 'watched',
          NotificationConfiguration: {
            LambdaFunctionConfigurations: [{ Events: ['s3:ObjectCreated:*'], LambdaFunctionArn }],
          },
          Managed: true,
          ...properties,
        },
      },
    },
  };
}

test('notifications to a function that exists are set, and the report says that nothing is delivered', () => {
  const what: string[] = [];
  const engine = new Engine('test', (event) => event.kind === 'simulated' && what.push(event.what));
  const stack = engine.deploy(engine.stack('s'), template('target'));
  expect(stack.status).toBe('CREATE_COMPLETE');
  expect(stack.resources.get('Notifications')?.physicalId).toBe('Notifications');
  expect(what).toEqual([expect.stringContaining('events reach functions of this cloud only')]);
});

test.each([
  ['absent', {}, /InvalidArgument.*Unable to validate the following destination configurations: .*:function:absent/],
  ['target', { BucketName: 'unwatched' }, /NoSuchBucket/],
])('to %s with %j they are refused', (target, properties, reason) => {
  const engine = new Engine();
  expect(failures(engine.deploy(engine.stack('s'), template(target, properties))).join('\n')).toMatch(reason);
});

test('a destination is not validated when that is asked for', () => {
  const engine = new Engine();
  const stack = engine.deploy(engine.stack('s'), template('absent', { SkipDestinationValidation: true }));
  expect(stack.status).toBe('CREATE_COMPLETE');
});
