import { Stack } from 'aws-cdk-lib';
import { GithubDeployRole } from '../../../../constructs/aws/federation/github-deploy-role';
import type { TemplateJson } from '../../../helpers/aws-app';
import { at, onlyResource, resourcesOf, templateOf, testApp, testStack } from '../../../helpers/aws-app';
import { statementsOf } from '../../../helpers/aws-policies';

const props = {
  issuer: 'https://token.actions.githubusercontent.com',
  audience: 'sts.amazonaws.com',
  subjects: ['repo:example-org/support:environment:dev'],
  roleName: 'support-dev-pipeline',
  assumableRoleNames: ['cdk-hnb659fds-deploy-role-111111111111-eu-central-1'],
};

function synthesize(provider: 'create' | 'import'): TemplateJson {
  const stack = testStack();
  new GithubDeployRole(stack, 'Deploy', { ...props, provider });
  return templateOf(stack);
}

test.each([
  ['create', 1, { 'Fn::GetAtt': [expect.stringContaining('Provider'), 'Arn'] }],
  ['import', 0, 'arn:aws:iam::111111111111:oidc-provider/token.actions.githubusercontent.com'],
] as const)('%s: trusts tokens with the exact audience and subject', (provider, providers, federated) => {
  const template = synthesize(provider);
  expect(resourcesOf(template, 'AWS::IAM::OIDCProvider')).toHaveLength(providers);
  expect(at(onlyResource(template, 'AWS::IAM::Role').Properties, 'AssumeRolePolicyDocument', 'Statement')).toEqual([
    {
      Effect: 'Allow',
      Action: 'sts:AssumeRoleWithWebIdentity',
      Principal: { Federated: federated },
      Condition: {
        StringEquals: {
          'token.actions.githubusercontent.com:aud': 'sts.amazonaws.com',
          'token.actions.githubusercontent.com:sub': props.subjects,
        },
      },
    },
  ]);
});

test('is a session of an hour under the planned name', () => {
  expect(onlyResource(synthesize('import'), 'AWS::IAM::Role').Properties).toMatchObject({
    RoleName: 'support-dev-pipeline',
    MaxSessionDuration: 3600,
  });
});

test('may only assume the bootstrap roles', () => {
  const policy = statementsOf(synthesize('import')).filter(({ type }) => type === 'AWS::IAM::Policy');
  expect(policy.map(({ actions, resources }) => [actions, resources])).toEqual([
    [['sts:AssumeRole'], ['arn:aws:iam::111111111111:role/cdk-hnb659fds-deploy-role-111111111111-eu-central-1']],
  ]);
});

test('names roles and provider in the partition of the stack', () => {
  const stack = new Stack(testApp(), 'china', { env: { account: '111111111111', region: 'cn-north-1' } });
  new GithubDeployRole(stack, 'Deploy', { ...props, provider: 'import' });
  const text = JSON.stringify(templateOf(stack));
  expect(text).toContain('arn:aws-cn:iam::111111111111:role/cdk-hnb659fds-deploy-role');
  expect(text).toContain('arn:aws-cn:iam::111111111111:oidc-provider/');
  expect(text).not.toContain('arn:aws:');
});

test('a created provider outlives its stack, because other roles trust it', () => {
  expect(onlyResource(synthesize('create'), 'AWS::IAM::OIDCProvider').DeletionPolicy).toBe('RetainExceptOnCreate');
});
