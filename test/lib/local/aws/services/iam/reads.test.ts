import { awsOperations } from '../../../../../../lib/cloud/aws/operations';
import { rolePolicies } from '../../../../../../lib/cloud/aws/role-policies';
import type { LocalAws } from '../../../../../../lib/local/aws';
import { startLocalAws } from '../../../../../../lib/local/aws';
import { roleKey } from '../../../../../../lib/local/aws/credentials';
import { testAccount, testRegion } from '../../engine';
import { client } from '../../wire';

const document = (action: string) => ({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: action, Resource: 'arn:aws:s3:::bucket/*' }],
});
const template = JSON.stringify({
  Resources: {
    Policy: {
      Type: 'AWS::IAM::ManagedPolicy',
      Properties: { ManagedPolicyName: 'managed', PolicyDocument: document('s3:GetObject') },
    },
    Role: {
      Type: 'AWS::IAM::Role',
      Properties: {
        RoleName: 'worker',
        AssumeRolePolicyDocument: {
          Version: '2012-10-17',
          Statement: [{ Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' }],
        },
        ManagedPolicyArns: [{ Ref: 'Policy' }],
        Policies: [{ PolicyName: 'own', PolicyDocument: document('s3:PutObject') }],
      },
    },
    Put: {
      Type: 'AWS::IAM::Policy',
      Properties: { PolicyName: 'put', PolicyDocument: document('s3:DeleteObject'), Roles: [{ Ref: 'Role' }] },
    },
    Provider: {
      Type: 'AWS::IAM::OIDCProvider',
      Properties: { Url: 'https://token.actions.githubusercontent.com', ClientIdList: ['sts.amazonaws.com'] },
    },
  },
});

let cloud: LocalAws;
beforeAll(async () => {
  cloud = await startLocalAws();
  const created = await client(cloud, testAccount, testRegion).query('cloudformation', 'CreateStack', {
    StackName: 'roles',
    TemplateBody: template,
    'Capabilities.member.1': 'CAPABILITY_NAMED_IAM',
  });
  expect(created.status).toBe(200);
});
afterAll(() => cloud.close());

function api() {
  const accessKeyId = cloud.env(testAccount, testRegion)['AWS_ACCESS_KEY_ID'] ?? '';
  return awsOperations({
    region: testRegion,
    endpoint: cloud.url,
    credentials: { accessKeyId, secretAccessKey: 'local' },
  });
}

test('the SDK reads every policy of a role: managed, its own, and what another resource put into it', async () => {
  const documents = await rolePolicies(api(), 'worker');
  expect(documents).toEqual([document('s3:GetObject'), document('s3:PutObject'), document('s3:DeleteObject')]);
});

test('the identity providers of the account are listed', async () => {
  const { OpenIDConnectProviderList } = await api()['iam:ListOpenIDConnectProviders']({});
  expect(OpenIDConnectProviderList).toEqual([
    { Arn: `arn:aws:iam::${testAccount}:oidc-provider/token.actions.githubusercontent.com` },
  ]);
});

test('what does not exist is refused in the words of the service', async () => {
  await expect(rolePolicies(api(), 'nobody')).rejects.toMatchObject({
    message: 'The role with name nobody cannot be found.',
  });
  const { query } = client(cloud, testAccount, testRegion);
  const PolicyArn = `arn:aws:iam::${testAccount}:policy/managed`;
  const ask = async (action: string, parameters: Readonly<Record<string, string>>): Promise<string> => {
    const { status, text } = await query('iam', action, parameters);
    return `${status} ${text}`;
  };
  expect(await ask('GetPolicy', { PolicyArn: `${PolicyArn}-other` })).toMatch(/404[^]*NoSuchEntity/);
  expect(await ask('GetPolicyVersion', { PolicyArn, VersionId: 'v9' })).toMatch(/404[^]*version v9/);
  expect(await ask('GetRolePolicy', { RoleName: 'worker', PolicyName: 'other' })).toMatch(/404[^]*other/);
  expect(await ask('GetPolicy', {})).toMatch(/400[^]*PolicyArn is missing/);
});

test('a role reads its own policies only when it is allowed to', async () => {
  const { ask } = client(cloud, testAccount, testRegion, roleKey(testAccount, 'worker', 'session', undefined));
  const { status, text } = await ask('iam', 'ListRolePolicies', { RoleName: 'worker' });
  expect(`${status} ${text}`).toMatch(
    /403[^]*AccessDenied[^]*iam:ListRolePolicies on resource: arn:aws:iam::\d+:role\/worker/,
  );
});
