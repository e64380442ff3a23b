import { settle } from '../../../../lib/plan';
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
    assumableRoleArns: ['deploy', 'file-publishing', 'image-publishing', 'lookup'].map(
      (role) => `arn:aws:iam::333333333333:role/cdk-hnb659fds-${role}-role-333333333333-eu-central-1`,
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

test('federates nothing without a pipeline', () => {
  expect(awsPlan().foundation).toHaveProperty('federation');
  expect(awsPlan({ pipeline: undefined }).foundation).not.toHaveProperty('federation');
});
