import type { LocalAws } from '../../../../../lib/local/aws';
import { startLocalAws } from '../../../../../lib/local/aws';
import { testAccount, testRegion } from '../engine';
import { client } from '../wire';
import type { TestStatement } from './access-fixture';
import { asRole, given, role } from './access-fixture';

let cloud: LocalAws;
let stacks = 0;
beforeAll(async () => {
  cloud = await startLocalAws();
});
afterAll(() => cloud.close());

const queue = { Type: 'AWS::SQS::Queue' };
const arnOf = (name: string): string => `arn:aws:iam::${testAccount}:role/${name}`;

/** Polls until the stack has ended; its status and the reasons of its failed events. */
async function ended(stack: string): Promise<string> {
  const { query } = client(cloud, testAccount, testRegion);
  for (let polls = 0; polls < 1000; polls += 1) {
    const { text } = await query('cloudformation', 'DescribeStacks', { StackName: stack });
    const status = /<StackStatus>(.*?)<\/StackStatus>/.exec(text)?.[1] ?? '';
    if (status !== '' && !status.endsWith('_IN_PROGRESS')) {
      const events = await query('cloudformation', 'DescribeStackEvents', { StackName: stack });
      const reasons = events.text.split('<member>').filter((event) => event.includes('_FAILED</ResourceStatus>'));
      return [status, ...reasons].join('\n');
    }
    if (status === '') return 'DELETE_COMPLETE';
    await new Promise((later) => setTimeout(later, 5));
  }
  return 'still running';
}

/** Deploys resources with an execution role that has statements, as the account. */
async function executed(
  statements: readonly TestStatement[],
  Resources: Readonly<Record<string, unknown>>,
  properties: Readonly<Record<string, unknown>> = {},
): Promise<string> {
  const name = `exec-${(stacks += 1)}`;
  await given(cloud, `${name}-role`, { Role: role(name, statements, properties) });
  const answer = await client(cloud, testAccount, testRegion).query('cloudformation', 'CreateStack', {
    StackName: name,
    TemplateBody: JSON.stringify({ Resources }),
    RoleARN: arnOf(name),
    'Capabilities.member.1': 'CAPABILITY_NAMED_IAM',
  });
  return answer.status === 200 ? ended(name) : answer.text;
}

const model = {
  Model: {
    Type: 'AWS::SageMaker::Model',
    Properties: {
      ModelName: 'answerer',
      ExecutionRoleArn: { 'Fn::GetAtt': ['Runs', 'Arn'] },
      PrimaryContainer: { Image: `${testAccount}.dkr.ecr.${testRegion}.amazonaws.com/serving:1` },
    },
  },
  Runs: {
    Type: 'AWS::IAM::Role',
    Properties: {
      RoleName: 'runs',
      AssumeRolePolicyDocument: {
        Version: '2012-10-17',
        Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: 'sagemaker.amazonaws.com' } }],
      },
    },
  },
};
const iam: TestStatement = { Action: ['iam:CreateRole', 'iam:DeleteRole'] };

test.each<[string, readonly TestStatement[], Readonly<Record<string, unknown>>, RegExp]>([
  [
    'lacks the action',
    [{ Action: 'sqs:DeleteQueue' }],
    { Q: queue },
    /is not authorized to perform: sqs:CreateQueue on resource: arn:aws:sqs:.* because no identity-based policy allows the sqs:CreateQueue action.*HandlerErrorCode: AccessDenied/,
  ],
  ['has it', [{ Action: ['sqs:CreateQueue'] }], { Q: queue }, /^CREATE_COMPLETE$/],
  [
    'has it on another resource',
    [{ Action: 'sqs:CreateQueue', Resource: 'arn:aws:sqs:*:*:other' }],
    { Q: queue },
    /not authorized to perform: sqs:CreateQueue/,
  ],
  [
    'is denied it',
    [{ Action: '*' }, { Effect: 'Deny', Action: 'sqs:CreateQueue' }],
    { Q: queue },
    /with an explicit deny in an identity-based policy/,
  ],
  [
    'may not tag',
    [{ Action: ['sns:CreateTopic', 'sns:DeleteTopic'] }],
    { T: { Type: 'AWS::SNS::Topic', Properties: { Tags: [{ Key: 'a', Value: 'b' }] } } },
    /not authorized to perform: sns:TagResource/,
  ],
  [
    'may tag',
    [{ Action: ['sns:CreateTopic', 'sns:TagResource'] }],
    { T: { Type: 'AWS::SNS::Topic', Properties: { Tags: [{ Key: 'a', Value: 'b' }] } } },
    /^CREATE_COMPLETE$/,
  ],
  [
    'must tag with a team, and does not',
    [{ Action: 'sns:*', Condition: { StringLike: { 'aws:RequestTag/team': '*' } } }],
    { T: { Type: 'AWS::SNS::Topic', Properties: { Tags: [{ Key: 'a', Value: 'b' }] } } },
    /not authorized to perform: sns:CreateTopic/,
  ],
  [
    'may not make models',
    [iam, { Action: 'iam:PassRole' }],
    model,
    /not authorized to perform: sagemaker:CreateModel on resource: arn:aws:sagemaker:eu-central-1:111111111111:model\/answerer/,
  ],
  [
    'may not pass the role',
    [iam, { Action: 'sagemaker:CreateModel' }],
    model,
    /not authorized to perform: iam:PassRole on resource: arn:aws:iam::111111111111:role\/runs/,
  ],
  [
    'may pass it to another service',
    [
      iam,
      { Action: 'sagemaker:CreateModel' },
      { Action: 'iam:PassRole', Condition: { StringEquals: { 'iam:PassedToService': 'lambda.amazonaws.com' } } },
    ],
    model,
    /not authorized to perform: iam:PassRole/,
  ],
  [
    'may pass it to the service',
    [
      iam,
      { Action: 'sagemaker:CreateModel' },
      { Action: 'iam:PassRole', Condition: { StringEquals: { 'iam:PassedToService': 'sagemaker.amazonaws.com' } } },
    ],
    model,
    /^CREATE_COMPLETE$/,
  ],
])('an execution role that %s', async (_name, statements, resources, outcome) => {
  expect(await executed(statements, resources)).toMatch(outcome);
});

test('an administrator with a boundary is limited by it', async () => {
  await given(cloud, 'boundary', {
    Boundary: {
      Type: 'AWS::IAM::ManagedPolicy',
      Properties: {
        ManagedPolicyName: 'only-sns',
        PolicyDocument: { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 'sns:*', Resource: '*' }] },
      },
    },
  });
  const properties = {
    ManagedPolicyArns: ['arn:aws:iam::aws:policy/AdministratorAccess'],
    PermissionsBoundary: `arn:aws:iam::${testAccount}:policy/only-sns`,
  };
  expect(await executed([], { Q: queue }, properties)).toContain(
    'because no permissions boundary allows the sqs:CreateQueue',
  );
  expect(await executed([], { T: { Type: 'AWS::SNS::Topic' } }, properties)).toBe('CREATE_COMPLETE');
});

test('a deletion that the role may not do fails, and the role of the stack is the one it was created with', async () => {
  expect(await executed([{ Action: 'sqs:CreateQueue' }], { Q: queue })).toBe('CREATE_COMPLETE');
  const stack = `exec-${stacks}`;
  await client(cloud, testAccount, testRegion).query('cloudformation', 'DeleteStack', { StackName: stack });
  expect(await ended(stack)).toMatch(/^DELETE_FAILED[^]*not authorized to perform: sqs:DeleteQueue/);
});

test('without a role, what the caller may do decides', async () => {
  await given(cloud, 'callers', {
    Deploys: role('deploys', [{ Action: ['cloudformation:*', 'sqs:CreateQueue'] }]),
    Watches: role('watches', [{ Action: 'cloudformation:*' }]),
    Direct: role('direct', [
      { Action: 'cloudformation:*' },
      { Action: 'sqs:*', Condition: { StringEquals: { 'aws:CalledViaLast': 'cloudformation.amazonaws.com' } } },
    ]),
  });
  for (const [name, outcome] of [
    ['deploys', /^CREATE_COMPLETE$/],
    ['watches', /assumed-role\/watches\/me is not authorized to perform: sqs:CreateQueue/],
    ['direct', /^CREATE_COMPLETE$/],
  ] as const) {
    await asRole(cloud, name).query('cloudformation', 'CreateStack', {
      StackName: `by-${name}`,
      TemplateBody: JSON.stringify({ Resources: { Q: queue } }),
    });
    expect(await ended(`by-${name}`)).toMatch(outcome);
  }
});

test('a caller must be allowed to pass the role of the stack, and CloudFormation to assume it', async () => {
  await given(cloud, 'passing', {
    Admin: role('admin-of-stacks', [{ Action: '*' }]),
    Untrusting: role('untrusting', [{ Action: '*' }], {
      AssumeRolePolicyDocument: {
        Version: '2012-10-17',
        Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: 'lambda.amazonaws.com' } }],
      },
    }),
    Passes: role('passes', [
      { Action: 'cloudformation:*' },
      {
        Action: 'iam:PassRole',
        Resource: arnOf('admin-of-stacks'),
        Condition: { StringEquals: { 'iam:PassedToService': 'cloudformation.amazonaws.com' } },
      },
    ]),
    Forbidden: role('does-not-pass', [{ Action: 'cloudformation:*' }]),
  });
  const create = async (caller: string, exec: string): Promise<string> => {
    const answer = await asRole(cloud, caller).query('cloudformation', 'CreateStack', {
      StackName: `passing-${(stacks += 1)}`,
      TemplateBody: JSON.stringify({ Resources: { Q: queue } }),
      RoleARN: arnOf(exec),
    });
    return answer.status === 200 ? 'accepted' : answer.text;
  };
  expect(await create('passes', 'admin-of-stacks')).toBe('accepted');
  expect(await create('does-not-pass', 'admin-of-stacks')).toMatch(
    /not authorized to perform: iam:PassRole on resource: .*admin-of-stacks/,
  );
  expect(await create('admin-of-stacks', 'untrusting')).toContain('is invalid or cannot be assumed');
  expect(await create('admin-of-stacks', 'nobody')).toContain('is invalid or cannot be assumed');
});

test('a template in a bucket is read as the caller', async () => {
  await given(cloud, 'templates', {
    Bucket: { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'templates-111' } },
    Reader: role('reads-templates', [{ Action: ['cloudformation:*', 's3:GetObject', 'sqs:*'] }]),
    Blind: role('reads-no-template', [{ Action: ['cloudformation:*', 'sqs:*'] }]),
  });
  await client(cloud, testAccount, testRegion).s3(
    'PUT',
    '/templates-111/t.json',
    JSON.stringify({ Resources: { Q: queue } }),
  );
  const create = (caller: string) =>
    asRole(cloud, caller).query('cloudformation', 'CreateStack', {
      StackName: `from-${caller}`,
      TemplateURL: `${cloud.url}/templates-111/t.json`,
    });
  expect((await create('reads-templates')).status).toBe(200);
  expect((await create('reads-no-template')).text).toContain('S3 error');
});

test('a service control policy limits the account itself and what it deploys', async () => {
  const policies = [
    { Effect: 'Allow', Action: '*', Resource: '*' },
    { Effect: 'Deny', Action: 'sqs:CreateQueue', Resource: '*' },
    { Effect: 'Deny', Action: 'ssm:GetParameter', Resource: '*' },
  ];
  const limited = await startLocalAws({ serviceControlPolicies: [[{ Version: '2012-10-17', Statement: policies }]] });
  try {
    await expect(given(limited, 'queue', { Q: queue })).rejects.toThrow(
      /root is not authorized to perform: sqs:CreateQueue .* with an explicit deny in a service control policy/,
    );
    await given(limited, 'topic', { T: { Type: 'AWS::SNS::Topic' } });
    const { ssm } = client(limited, testAccount, testRegion);
    expect((await ssm('GetParameter', { Name: '/a' })).body).toMatchObject({ __type: 'AccessDeniedException' });
  } finally {
    await limited.close();
  }
});

test.each([
  ['sqs:*', 0],
  ['sqs:CreateQueue', 1],
])(
  'an update of which no source says what it needs, by a role with %s, is reported %d times',
  async (Action, times) => {
    const what: string[] = [];
    const reporting = await startLocalAws({
      onEvent: (event) => {
        if (event.kind === 'unverified' && event.what.includes('no source says')) what.push(event.what);
      },
    });
    try {
      await given(reporting, 'role', { Role: role('updates', [{ Action }]) });
      const { query } = client(reporting, testAccount, testRegion);
      const deploy = async (action: string, VisibilityTimeout: number) => {
        const TemplateBody = JSON.stringify({ Resources: { Q: { ...queue, Properties: { VisibilityTimeout } } } });
        await query('cloudformation', action, { StackName: 'queue', TemplateBody, RoleARN: arnOf('updates') });
        await reporting.idle();
      };
      await deploy('CreateStack', 10);
      await deploy('UpdateStack', 20);
      expect((await query('cloudformation', 'DescribeStacks', { StackName: 'queue' })).text).toContain(
        'UPDATE_COMPLETE',
      );
      expect(what).toHaveLength(times);
    } finally {
      await reporting.close();
    }
  },
);

test('a key is made on everything, and tagged on the keys of the account', async () => {
  const key = {
    Type: 'AWS::KMS::Key',
    Properties: {
      KeyPolicy: {
        Version: '2012-10-17',
        Statement: [
          { Effect: 'Allow', Principal: { AWS: `arn:aws:iam::${testAccount}:root` }, Action: 'kms:*', Resource: '*' },
        ],
      },
      Tags: [{ Key: 'team', Value: 'search' }],
    },
  };
  const create = { Effect: 'Allow', Action: 'kms:CreateKey', Resource: '*' } as const;
  const keys = `arn:aws:kms:${testRegion}:${testAccount}:key/*`;
  const tag = { Effect: 'Allow', Action: 'kms:TagResource', Resource: keys } as const;
  expect(await executed([create, tag], { Key: key })).toBe('CREATE_COMPLETE');
  expect(await executed([create], { Key: key })).toMatch(/kms:TagResource on resource: arn:aws:kms:\S+:key\//);
});

test('the policy of a topic is asked on the topic', async () => {
  const topic = { Type: 'AWS::SNS::Topic', Properties: { TopicName: 'alarms' } };
  const policy = {
    Type: 'AWS::SNS::TopicPolicy',
    Properties: {
      Topics: [{ Ref: 'Topic' }],
      PolicyDocument: {
        Version: '2012-10-17',
        Statement: [
          {
            Effect: 'Allow',
            Principal: { Service: 'cloudwatch.amazonaws.com' },
            Action: 'sns:Publish',
            Resource: { Ref: 'Topic' },
          },
        ],
      },
    },
  };
  const arn = `arn:aws:sns:${testRegion}:${testAccount}:alarms`;
  const allow = (action: string) => ({ Effect: 'Allow', Action: action, Resource: arn }) as const;
  const statements = [allow('sns:CreateTopic'), allow('sns:SetTopicAttributes')];
  expect(await executed(statements, { Topic: topic, Policy: policy })).toBe('CREATE_COMPLETE');
});
