import type { LocalAws } from '../../../../../lib/local/aws';
import { startLocalAws } from '../../../../../lib/local/aws';
import { testAccount, testRegion } from '../engine';
import { client } from '../wire';
import type { TestStatement } from './access-fixture';
import { asRole, document, given, role } from './access-fixture';

let cloud: LocalAws;
let roles = 0;
beforeAll(async () => {
  cloud = await startLocalAws();
  await given(cloud, 'data', {
    Data: { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'data-111' } },
    Closed: { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'closed-111' } },
    ClosedPolicy: {
      Type: 'AWS::S3::BucketPolicy',
      Properties: {
        Bucket: { Ref: 'Closed' },
        PolicyDocument: document({
          Effect: 'Deny',
          Principal: '*',
          Action: 's3:GetObject',
          Resource: 'arn:aws:s3:::closed-111/*',
        }),
      },
    },
    Open: { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'open-111' } },
    OpenPolicy: {
      Type: 'AWS::S3::BucketPolicy',
      Properties: {
        Bucket: { Ref: 'Open' },
        PolicyDocument: document({
          Principal: { AWS: '222222222222' },
          Action: 's3:GetObject',
          Resource: 'arn:aws:s3:::open-111/*',
        }),
      },
    },
    Answer: { Type: 'AWS::SSM::Parameter', Properties: { Name: '/app/answer', Type: 'String', Value: '42' } },
    Key: { Type: 'AWS::KMS::Key', Properties: { Tags: [{ Key: 'team', Value: 'red' }] } },
    Sealed: {
      Type: 'AWS::S3::Bucket',
      Properties: {
        BucketName: 'sealed-111',
        BucketEncryption: {
          ServerSideEncryptionConfiguration: [
            {
              ServerSideEncryptionByDefault: {
                SSEAlgorithm: 'aws:kms',
                KMSMasterKeyID: { 'Fn::GetAtt': ['Key', 'Arn'] },
              },
            },
          ],
        },
      },
    },
  });
  const { s3 } = client(cloud, testAccount, testRegion);
  for (const bucket of ['data-111', 'closed-111', 'open-111', 'sealed-111']) await s3('PUT', `/${bucket}/a.txt`, 'a');
});
afterAll(() => cloud.close());

/** A new role with statements, and a client that signs as its session. */
async function session(statements: readonly TestStatement[], properties: Readonly<Record<string, unknown>> = {}) {
  const name = `caller-${(roles += 1)}`;
  await given(cloud, name, { Role: role(name, statements, properties) });
  return { name, ...asRole(cloud, name) };
}

test.each<[string, string, readonly TestStatement[], number]>([
  ['GET', '/data-111/a.txt', [{ Action: 's3:GetObject' }], 200],
  ['GET', '/data-111/a.txt', [{ Action: 's3:GetObject', Resource: 'arn:aws:s3:::data-111/*' }], 200],
  ['GET', '/data-111/a.txt', [{ Action: 's3:GetObject', Resource: 'arn:aws:s3:::data-111' }], 403],
  ['GET', '/data-111/a.txt', [{ Action: 's3:PutObject' }], 403],
  ['GET', '/data-111/a.txt', [{ Action: 's3:*' }, { Effect: 'Deny', Action: 's3:Get*' }], 403],
  ['GET', '/data-111/none.txt', [{ Action: 's3:GetObject' }], 403],
  ['GET', '/data-111/none.txt', [{ Action: ['s3:GetObject', 's3:ListBucket'] }], 404],
  ['HEAD', '/data-111/a.txt', [{ Action: 's3:GetObject' }], 200],
  ['PUT', '/data-111/b.txt', [{ Action: 's3:PutObject' }], 200],
  ['PUT', '/data-111/b.txt', [{ Action: 's3:GetObject' }], 403],
  ['DELETE', '/data-111/b.txt', [{ Action: 's3:DeleteObject' }], 204],
  ['DELETE', '/data-111/b.txt', [{ Action: 's3:PutObject' }], 403],
  ['GET', '/data-111?list-type=2&prefix=app/', [{ Action: 's3:ListBucket', Resource: 'arn:aws:s3:::data-111' }], 200],
  [
    'GET',
    '/data-111?list-type=2&prefix=app/',
    [{ Action: 's3:ListBucket', Condition: { StringLike: { 's3:prefix': 'app/*' } } }],
    200,
  ],
  [
    'GET',
    '/data-111?list-type=2&prefix=other/',
    [{ Action: 's3:ListBucket', Condition: { StringLike: { 's3:prefix': 'app/*' } } }],
    403,
  ],
  ['GET', '/data-111?encryption', [{ Action: 's3:GetEncryptionConfiguration' }], 200],
  ['GET', '/data-111?location', [{ Action: 's3:GetObject' }], 403],
  ['GET', '/', [{ Action: 's3:ListAllMyBuckets' }], 200],
  ['GET', '/closed-111/a.txt', [{ Action: 's3:*' }], 403],
  ['GET', '/sealed-111/a.txt', [{ Action: 's3:*' }], 403],
  ['GET', '/sealed-111/a.txt', [{ Action: ['s3:*', 'kms:Decrypt'] }], 200],
  ['PUT', '/sealed-111/b.txt', [{ Action: ['s3:*', 'kms:Decrypt'] }], 403],
  ['PUT', '/sealed-111/b.txt', [{ Action: ['s3:*', 'kms:GenerateDataKey'] }], 200],
  [
    'GET',
    '/sealed-111/a.txt',
    [
      { Action: ['s3:*'] },
      { Action: 'kms:Decrypt', Condition: { StringEquals: { 'kms:ViaService': `s3.${testRegion}.amazonaws.com` } } },
    ],
    200,
  ],
  [
    'GET',
    '/sealed-111/a.txt',
    [{ Action: ['s3:*'] }, { Action: 'kms:Decrypt', Condition: { StringEquals: { 'aws:ResourceTag/team': 'blue' } } }],
    403,
  ],
])('%s %s with %j answers %d', async (method, path, statements, status) => {
  const { s3 } = await session(statements);
  expect((await s3(method, path, method === 'PUT' ? 'b' : undefined)).status).toBe(status);
});

test('S3 says who may not do what, in its XML', async () => {
  const { name, s3 } = await session([{ Action: 's3:PutObject' }]);
  const answer = await s3('GET', '/data-111/a.txt');
  expect(await answer.text()).toContain(
    `<Code>AccessDenied</Code><Message>User: arn:aws:sts::${testAccount}:assumed-role/${name}/me is not authorized to perform: s3:GetObject on resource: arn:aws:s3:::data-111/a.txt because no identity-based policy allows the s3:GetObject action</Message>`,
  );
});

test('the JSON services refuse with AccessDeniedException and 400, the query services with AccessDenied and 403', async () => {
  const { name, ssm, query } = await session([{ Action: 's3:*' }]);
  const who = `User: arn:aws:sts::${testAccount}:assumed-role/${name}/me is not authorized to perform`;
  expect(await ssm('GetParameter', { Name: '/app/answer' })).toEqual({
    status: 400,
    body: {
      __type: 'AccessDeniedException',
      message: `${who}: ssm:GetParameter on resource: arn:aws:ssm:${testRegion}:${testAccount}:parameter/app/answer because no identity-based policy allows the ssm:GetParameter action`,
    },
  });
  const stacks = await query('cloudformation', 'DescribeStacks', { StackName: 'data' });
  expect([stacks.status, stacks.text]).toEqual([
    403,
    expect.stringMatching(
      /<Code>AccessDenied<\/Code>.*cloudformation:DescribeStacks on resource: arn:aws:cloudformation:.*:stack\/data\//,
    ),
  ]);
});

test('everyone may ask who it is, and an unknown action is unknown before it is denied', async () => {
  const { query, ssm } = await session([{ Effect: 'Deny', Action: '*' }]);
  expect((await query('sts', 'GetCallerIdentity', {})).status).toBe(200);
  expect((await ssm('StartSession', {})).body).toMatchObject({ __type: 'UnknownOperationException' });
});

test('policies of their own, managed policies and a boundary count', async () => {
  await given(cloud, 'attached', {
    Role: role('attached', [], {
      ManagedPolicyArns: ['arn:aws:iam::aws:policy/AmazonSSMReadOnlyAccess', { Ref: 'Managed' }],
      PermissionsBoundary: { Ref: 'Boundary' },
    }),
    Managed: {
      Type: 'AWS::IAM::ManagedPolicy',
      Properties: { PolicyDocument: document({ Action: ['s3:GetObject', 's3:ListAllMyBuckets'] }) },
    },
    Boundary: {
      Type: 'AWS::IAM::ManagedPolicy',
      Properties: { PolicyDocument: document({ Action: ['s3:Get*', 's3:PutObject', 'ssm:*'] }) },
    },
    Inline: {
      Type: 'AWS::IAM::Policy',
      Properties: { PolicyName: 'p', Roles: [{ Ref: 'Role' }], PolicyDocument: document({ Action: 's3:PutObject' }) },
    },
  });
  const { s3, ssm } = asRole(cloud, 'attached');
  expect((await ssm('GetParameter', { Name: '/app/answer' })).status).toBe(200);
  expect((await s3('GET', '/data-111/a.txt')).status).toBe(200);
  expect((await s3('PUT', '/data-111/c.txt', 'c')).status).toBe(200);
  expect(await (await s3('GET', '/')).text()).toContain(
    'because no permissions boundary allows the s3:ListAllMyBuckets action',
  );
});

test('what only a policy of AWS without a known document could allow is let through and reported', async () => {
  const what: string[] = [];
  const other = await startLocalAws({
    onEvent: (event) => {
      if (event.kind === 'unverified') what.push(event.what);
    },
  });
  try {
    await given(other, 'stack', {
      Role: role('unknown', [{ Effect: 'Deny', Action: 's3:*' }], {
        ManagedPolicyArns: ['arn:aws:iam::aws:policy/AmazonPollyFullAccess'],
      }),
    });
    const { s3, ssm } = asRole(other, 'unknown');
    expect((await ssm('GetParametersByPath', { Path: '/' })).status).toBe(200);
    expect((await s3('GET', '/')).status).toBe(403);
    expect(what.join()).toMatch(
      /ssm:GetParametersByPath only if arn:aws:iam::aws:policy\/AmazonPollyFullAccess allows it/,
    );
  } finally {
    await other.close();
  }
});

test('another account needs the bucket policy and, for a role, its own policies', async () => {
  const account = '222222222222';
  const path = '/open-111/a.txt';
  expect((await client(cloud, account, testRegion).s3('GET', path)).status).toBe(200);
  expect((await client(cloud, account, testRegion).s3('GET', '/data-111/a.txt')).status).toBe(403);
  expect((await client(cloud, account, testRegion).s3('PUT', path, 'b')).status).toBe(403);
});

test('a user has its own policies, those of its groups, and nothing else', async () => {
  await given(cloud, 'users', {
    User: { Type: 'AWS::IAM::User', Properties: { UserName: 'anna', Groups: [{ Ref: 'Group' }] } },
    Group: {
      Type: 'AWS::IAM::Group',
      Properties: {
        GroupName: 'readers',
        Policies: [
          {
            PolicyName: 'reads',
            PolicyDocument: document({ Action: 's3:GetObject', Resource: 'arn:aws:s3:::data-111/${aws:username}/*' }),
          },
        ],
      },
    },
    Added: {
      Type: 'AWS::IAM::UserToGroupAddition',
      Properties: { GroupName: { Ref: 'Writers' }, Users: [{ Ref: 'User' }] },
    },
    Writers: {
      Type: 'AWS::IAM::Group',
      Properties: {
        GroupName: 'writers',
        Policies: [{ PolicyName: 'writes', PolicyDocument: document({ Action: 's3:PutObject' }) }],
      },
    },
    Key: { Type: 'AWS::IAM::AccessKey', Properties: { UserName: { Ref: 'User' } } },
  });
  const account = client(cloud, testAccount, testRegion);
  await account.s3('PUT', '/data-111/anna/a.txt', 'a');
  const described = await account.query('cloudformation', 'DescribeStackResource', {
    StackName: 'users',
    LogicalResourceId: 'Key',
  });
  const key = /<PhysicalResourceId>(.*?)</.exec(described.text)?.[1] ?? '';
  const anna = client(cloud, testAccount, testRegion, key);
  expect((await anna.query('sts', 'GetCallerIdentity', {})).text).toContain(
    `<Arn>arn:aws:iam::${testAccount}:user/anna</Arn>`,
  );
  expect((await anna.s3('GET', '/data-111/anna/a.txt')).status).toBe(200);
  expect((await anna.s3('GET', '/data-111/a.txt')).status).toBe(403);
  expect((await anna.s3('PUT', '/data-111/other', 'a')).status).toBe(200);
  expect((await anna.s3('DELETE', '/data-111/other')).status).toBe(403);
});

test('a role that no longer exists may do nothing', async () => {
  expect((await asRole(cloud, 'gone').s3('GET', '/data-111/a.txt')).status).toBe(403);
});

describe('a session', () => {
  const arn = `arn:aws:iam::${testAccount}:role/limited`;
  beforeAll(() =>
    given(cloud, 'limited', {
      Role: {
        ...role('limited', [
          { Action: 's3:*' },
          { Action: 'ssm:*', Condition: { StringEquals: { 'aws:PrincipalTag/team': 'red' } } },
        ]),
      },
      Conditional: {
        Type: 'AWS::IAM::Role',
        Properties: {
          RoleName: 'conditional',
          AssumeRolePolicyDocument: {
            Version: '2012-10-17',
            Statement: [
              {
                Effect: 'Allow',
                Action: ['sts:AssumeRole', 'sts:SetSourceIdentity'],
                Principal: { AWS: testAccount },
                Condition: { StringEquals: { 'sts:ExternalId': 'secret' } },
              },
            ],
          },
        },
      },
      Tagged: {
        Type: 'AWS::IAM::Role',
        Properties: {
          RoleName: 'tagged',
          AssumeRolePolicyDocument: {
            Version: '2012-10-17',
            Statement: [
              { Effect: 'Allow', Action: ['sts:AssumeRole', 'sts:TagSession'], Principal: { AWS: testAccount } },
            ],
          },
          Policies: [
            {
              PolicyName: 'p',
              PolicyDocument: document({
                Action: 'ssm:*',
                Condition: { StringEquals: { 'aws:PrincipalTag/team': 'red' } },
              }),
            },
          ],
        },
      },
    }),
  );

  /** Assumes a role as the account; the client signs with the session's key and token. */
  async function assumed(roleArn: string, parameters: Readonly<Record<string, string>>) {
    const { query } = client(cloud, testAccount, testRegion);
    const { status, text } = await query('sts', 'AssumeRole', {
      RoleArn: roleArn,
      RoleSessionName: 'me',
      ...parameters,
    });
    const field = (name: string): string => new RegExp(`<${name}>(.*?)</${name}>`).exec(text)?.[1] ?? '';
    const { s3, ssm } = client(cloud, testAccount, testRegion, field('AccessKeyId'));
    return {
      status,
      text,
      s3,
      ssm,
      token: { 'x-amz-security-token': field('SessionToken') },
      key: field('AccessKeyId'),
    };
  }

  test('is limited by its policy, and of no use without its token', async () => {
    const { s3, token } = await assumed(arn, { Policy: JSON.stringify(document({ Action: 's3:GetObject' })) });
    expect((await s3('GET', '/data-111/a.txt', undefined, token)).status).toBe(200);
    expect(await (await s3('PUT', '/data-111/a.txt', 'a', token)).text()).toContain('because no session policy allows');
    expect(await (await s3('GET', '/data-111/a.txt')).text()).toContain('InvalidAccessKeyId');
  });

  test('is limited by managed policies that it names', async () => {
    const { s3, token } = await assumed(arn, {
      'PolicyArns.member.1.arn': 'arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess',
    });
    expect((await s3('GET', '/data-111/a.txt', undefined, token)).status).toBe(200);
    expect((await s3('PUT', '/data-111/a.txt', 'a', token)).status).toBe(403);
  });

  test.each([
    ['conditional', {}, 403],
    ['conditional', { ExternalId: 'other' }, 403],
    ['conditional', { ExternalId: 'secret' }, 200],
    ['conditional', { ExternalId: 'secret', SourceIdentity: 'anna' }, 200],
    ['limited', { SourceIdentity: 'anna' }, 403],
    ['limited', { 'Tags.member.1.Key': 'team', 'Tags.member.1.Value': 'red' }, 403],
    ['tagged', { 'Tags.member.1.Key': 'team', 'Tags.member.1.Value': 'red' }, 200],
    ['tagged', { DurationSeconds: '60' }, 400],
    ['tagged', { Policy: '{' }, 400],
  ])('of %s with %j answers %d', async (name, parameters, status) => {
    expect((await assumed(`arn:aws:iam::${testAccount}:role/${name}`, parameters)).status).toBe(status);
  });

  test('carries its tags', async () => {
    const tags = { 'Tags.member.1.Key': 'team', 'Tags.member.1.Value': 'red' };
    const { token, key } = await assumed(`arn:aws:iam::${testAccount}:role/tagged`, tags);
    const answer = await fetch(cloud.url, {
      method: 'POST',
      headers: {
        ...token,
        authorization: `AWS4-HMAC-SHA256 Credential=${key}/20261130/${testRegion}/ssm/aws4_request, SignedHeaders=host, Signature=00`,
        'content-type': 'application/x-amz-json-1.1',
        'x-amz-target': 'AmazonSSM.GetParameter',
      },
      body: JSON.stringify({ Name: '/app/answer' }),
    });
    expect(answer.status).toBe(200);
  });
});
