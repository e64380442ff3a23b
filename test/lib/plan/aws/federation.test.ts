import { settle } from '../../../../lib/plan';
import type { AwsTarget } from '../../../../lib/platform';
import { awsPlan } from '../../../helpers/plan';
import { awsTarget, developmentEnvironment, productionEnvironment } from '../../../helpers/platform';

test('trusts jobs of one repository in one GitHub environment, and lets them assume the bootstrap roles', () => {
  const federation = settle(awsPlan({}, 'prod').foundation.federation);
  expect(federation).toEqual({
    provider: 'create',
    issuer: 'https://token.actions.githubusercontent.com',
    audience: 'sts.amazonaws.com',
    subjects: ['repo:example-org@123456/support@456789:environment:prod'],
    roleName: 'support-prod-pipeline',
    assumableRoleNames: ['deploy', 'file-publishing', 'image-publishing', 'lookup'].map(
      (role) => `cdk-hnb659fds-${role}-role-333333333333-eu-central-1`,
    ),
  });
});

test('creates the identity provider once per account, in the environment declared first', () => {
  const environments = {
    dev: developmentEnvironment(),
    prod: productionEnvironment({ aws: { ...awsTarget, cidr: '10.24.0.0/16' } }),
  };
  const providers = ['dev', 'prod'].map((key) => awsPlan({ environments }, key).foundation.federation?.provider.value);
  expect(providers).toEqual(['create', 'import']);
});

test.each([
  ['the first environment', 'dev'],
  ['another environment of the account', 'prod'],
])('imports a provider that %s says exists', (_title, says) => {
  const target = (key: string, cidr: string): AwsTarget => ({
    ...awsTarget,
    cidr,
    ...(key === says ? { identityProvider: 'existing' } : {}),
  });
  const environments = {
    dev: developmentEnvironment({ aws: target('dev', '10.20.0.0/16') }),
    prod: productionEnvironment({ aws: target('prod', '10.24.0.0/16') }),
  };
  for (const key of ['dev', 'prod']) {
    const provider = awsPlan({ environments }, key).foundation.federation?.provider;
    expect(provider?.value).toBe('import');
    expect(provider?.because[0]?.text).toBe(`pinned by environments.${says}.aws.identityProvider`);
  }
});

test('names the roles of the bootstrap stack that the config names', () => {
  const environments = {
    dev: developmentEnvironment({ aws: { ...awsTarget, bootstrapQualifier: 'platform' } }),
    prod: productionEnvironment(),
  };
  const plan = settle(awsPlan({ environments }));
  expect(plan.bootstrapQualifier).toBe('platform');
  expect(plan.foundation.federation?.assumableRoleNames).toContain(
    'cdk-platform-deploy-role-111111111111-eu-central-1',
  );
});

test('federates nothing without a pipeline', () => {
  expect(awsPlan().foundation).toHaveProperty('federation');
  expect(awsPlan({ pipeline: undefined }).foundation).not.toHaveProperty('federation');
});
