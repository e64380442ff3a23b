/*
 * Processor time of deployments on the local cloud of a source tree:
 *
 *   node --require TREE/bin/typescript.js bench/constraints/deploys.js TREE one|many
 *
 * `one`: 150 warm deployments of a queue, each a stack of its own. `many`: a stack of 500 resources of ten types, warm.
 * Prints milliseconds of processor time for each deployment.
 */
const path = require('node:path');

const [tree = '.', what = 'one'] = process.argv.slice(2);
const { startLocalAws } = require(path.join(path.resolve(tree), 'lib/local/aws'));

const document = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: '*' }] };
const trust = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' }],
};
const kinds = [
  (n) => ({ Type: 'AWS::SQS::Queue', Properties: { QueueName: `queue-${n}`, VisibilityTimeout: 60 } }),
  (n) => ({ Type: 'AWS::SNS::Topic', Properties: { TopicName: `topic-${n}` } }),
  (n) => ({
    Type: 'AWS::S3::Bucket',
    Properties: { BucketName: `measured-bucket-${n}`, VersioningConfiguration: { Status: 'Enabled' } },
  }),
  (n) => ({ Type: 'AWS::Logs::LogGroup', Properties: { LogGroupName: `/measured/${n}`, RetentionInDays: 30 } }),
  (n) => ({ Type: 'AWS::SSM::Parameter', Properties: { Name: `/measured/${n}`, Type: 'String', Value: 'x' } }),
  (n) => ({
    Type: 'AWS::IAM::Role',
    Properties: {
      RoleName: `role-${n}`,
      AssumeRolePolicyDocument: trust,
      Policies: [{ PolicyName: 'read', PolicyDocument: document }],
    },
  }),
  (n) => ({
    Type: 'AWS::Lambda::Function',
    Properties: {
      FunctionName: `worker-${n}`,
      Role: { 'Fn::GetAtt': [`R${n - 1}`, 'Arn'] },
      Runtime: 'nodejs22.x',
      Handler: 'index.handler',
      Code: { ZipFile: 'x' },
      Timeout: 30,
    },
  }),
  (n) => ({
    Type: 'AWS::CloudWatch::Alarm',
    Properties: {
      AlarmName: `alarm-${n}`,
      ComparisonOperator: 'GreaterThanThreshold',
      EvaluationPeriods: 1,
      Namespace: 'Chat',
      MetricName: 'Errors',
      Period: 60,
      Statistic: 'Sum',
      Threshold: 1,
      AlarmActions: [{ Ref: `R${n - 6}` }],
    },
  }),
  (n) => ({
    Type: 'AWS::DynamoDB::Table',
    Properties: {
      TableName: `table-${n}`,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
      KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
    },
  }),
  (n) => ({ Type: 'AWS::Events::Rule', Properties: { Name: `rule-${n}`, ScheduleExpression: 'rate(5 minutes)' } }),
];
const resources = (count) => Object.fromEntries(Array.from({ length: count }, (_, n) => [`R${n}`, kinds[n % 10](n)]));

async function main() {
  const cloud = await startLocalAws();
  const { AWS_ACCESS_KEY_ID: key } = cloud.env('111111111111', 'eu-central-1');
  const call = async (Action, values) => {
    const answer = await fetch(cloud.url, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        authorization: authorization('cloudformation'),
      },
      body: new URLSearchParams({ Action, Version: '2010-05-15', ...values }).toString(),
    });
    return answer.text();
  };
  const settled = async (StackName) => {
    for (;;) {
      // One request a deployment where the answer comes before the end, as where it comes after it.
      await new Promise((later) => setTimeout(later, what === 'one' ? 40 : 1000));
      const text = await call('DescribeStacks', { StackName });
      const status = /<StackStatus>(\w+)<\/StackStatus>/.exec(text)?.[1] ?? text;
      if (!status.includes('IN_PROGRESS')) return status;
    }
  };
  const authorization = (service) =>
    `AWS4-HMAC-SHA256 Credential=${key}/20261130/eu-central-1/${service}/aws4_request, SignedHeaders=host, Signature=0`;
  /** A body is at most 51,200 bytes; a larger template is read from a bucket. */
  const upload = async (template) => {
    const url = `${cloud.url}/measured-templates/many.json`;
    const body = JSON.stringify(template);
    const headers = { authorization: authorization('s3'), 'x-amz-content-sha256': 'UNSIGNED-PAYLOAD' };
    const answer = await fetch(url, { method: 'PUT', headers, body });
    if (!answer.ok) throw new Error(await answer.text());
    return url;
  };
  const deploy = async (StackName, template) => {
    const small = what === 'one' || Object.keys(template.Resources).length === 1;
    const source = small ? { TemplateBody: JSON.stringify(template) } : { TemplateURL: await upload(template) };
    const created = await call('CreateStack', {
      StackName,
      ...source,
      'Capabilities.member.1': 'CAPABILITY_NAMED_IAM',
    });
    if (created.includes('<Error>')) throw new Error(created);
    const status = await settled(StackName);
    if (status !== 'CREATE_COMPLETE')
      throw new Error(
        (await call('DescribeStackEvents', { StackName })).match(/<ResourceStatusReason>[^<]*/g)?.join('\n') ?? status,
      );
  };
  const remove = async (StackName) => {
    await call('DeleteStack', { StackName });
    for (let polls = 0; polls < 500; polls += 1) {
      if ((await call('DescribeStacks', { StackName })).includes('does not exist')) return;
      await new Promise((later) => setTimeout(later, 200));
    }
  };
  const one = (n) =>
    deploy(`one-${n}`, {
      Resources: { Queue: { Type: 'AWS::SQS::Queue', Properties: { QueueName: `queue-one-${n}` } } },
    });
  const many = async (n) => {
    await deploy(`many-${n}`, { Resources: resources(500) });
  };
  const [run, warm, count] = what === 'one' ? [one, 50, 150] : [many, 1, 3];
  if (what === 'many') {
    const bucket = { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'measured-templates' } };
    await deploy('templates', { Resources: { Templates: bucket } });
  }
  let spent = 0;
  for (let n = 0; n < warm + count; n += 1) {
    const before = process.cpuUsage();
    await run(n);
    const { user, system } = process.cpuUsage(before);
    if (n >= warm) spent += user + system;
    if (what === 'many') await remove(`many-${n}`);
  }
  console.log(`${what} ${(spent / 1000 / count).toFixed(2)} ms`);
  await cloud.close();
}

main().catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
