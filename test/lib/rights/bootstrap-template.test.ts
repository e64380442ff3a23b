import { stringify } from 'yaml';
import type { JsonObject } from '../../../lib/constraints/json';
import { at, listAt, textAt } from '../../../lib/constraints/value';
import { bootstrapTemplate, executionRights, variantOf } from '../../../lib/rights';
import type { EnvironmentRights } from './rights-fixture';
import { originalTemplate, templatesOf } from './rights-fixture';

const target = { partition: 'aws', account: '111111111111', region: 'eu-central-1' };
const stacks = [
  {
    name: 'notes-dev-foundation',
    template: {
      Parameters: { Vpc: { Type: 'AWS::SSM::Parameter::Value<String>', Default: '/llmops/notes/dev/vpc-id' } },
      Resources: { Queue: { Type: 'AWS::SQS::Queue' } },
    },
  },
];

function environment(): EnvironmentRights {
  const rights = executionRights(stacks, target);
  if (!rights.ok) throw new Error(JSON.stringify(rights.issues));
  return { target, stacks, templates: [], rights: rights.value };
}

function properties(template: JsonObject, id: string): JsonObject {
  return at(template, 'Resources', id, 'Properties') as JsonObject;
}

function actions(template: JsonObject, id: string): ReadonlyMap<string, string> {
  const statements = listAt(properties(template, id), 'Policies', 0, 'PolicyDocument', 'Statement');
  return new Map(
    statements.flatMap((statement) => {
      const { Action: names, Resource: on } = statement as JsonObject;
      return [names].flat().flatMap((name) => (typeof name === 'string' ? [[name, JSON.stringify(on)] as const] : []));
    }),
  );
}

test('no template has a policy of administrators, and the CDK CLI can send the bootstrap template', () => {
  const [policies, bootstrap] = templatesOf(environment());
  expect(JSON.stringify(originalTemplate())).toMatch(/AdministratorAccess/);
  for (const template of [policies, bootstrap])
    expect(JSON.stringify(template)).not.toMatch(/AdministratorAccess|policy\/ReadOnlyAccess|"Action":\["\*"\]/);
  expect(Buffer.byteLength(stringify(bootstrap))).toBeLessThan(50 * 1024);
});

test('CloudFormation deploys with the policies of the platform, whoever sends the template', () => {
  const [policies, bootstrap] = templatesOf(environment());
  const arn = 'arn:aws:iam::111111111111:policy/cdk-hnb659fds-execution-1-111111111111-eu-central-1';
  const { ManagedPolicyArns: attached } = properties(bootstrap, 'CloudFormationExecutionRole');
  expect(attached).toEqual({
    'Fn::If': ['HasCloudFormationExecutionPolicies', { Ref: 'CloudFormationExecutionPolicies' }, [arn]],
  });
  expect(textAt(bootstrap, 'Parameters', 'CloudFormationExecutionPolicies', 'Default')).toBe(arn);
  expect(textAt(properties(policies, 'ExecutionPolicy1'), 'ManagedPolicyName')).toBe(arn.split('/')[1]);
});

test('the deploy role changes the stacks of the platform alone, and reads what they read', () => {
  const [, bootstrap] = templatesOf(environment());
  const granted = actions(bootstrap, 'DeploymentActionRole');
  const ofStacks = '["arn:aws:cloudformation:eu-central-1:111111111111:stack/notes-dev-foundation/*"]';
  for (const name of ['CreateChangeSet', 'ExecuteChangeSet', 'DeleteStack', 'UpdateTerminationProtection'])
    expect(granted.get(`cloudformation:${name}`)).toBe(ofStacks);
  expect(granted.get('sts:GetCallerIdentity')).toBe('"*"');
  expect(granted.get('ssm:GetParameters')).toContain('/llmops/notes/dev/vpc-id');
  expect(granted.get('iam:PassRole')).toContain('CloudFormationExecutionRole');
  expect([...granted.keys()].filter((name) => name.startsWith('kms:'))).toEqual([]);
});

test('the lookup role reads no data', () => {
  const [, bootstrap] = templatesOf(environment());
  expect([...actions(bootstrap, 'LookupRole').keys()]).toEqual(['ssm:GetParameter', 'ssm:GetParameters']);
});

test('who deploys may become the bootstrap roles, and read the stacks of the platform and the version of the bootstrap', () => {
  const [policies] = templatesOf(environment());
  const statements = listAt(properties(policies, 'DeployerPolicy'), 'PolicyDocument', 'Statement');
  expect(statements).toMatchObject([
    { Action: ['sts:AssumeRole', 'sts:TagSession'] },
    { Sid: 'ReadStacks' },
    { Action: ['ssm:GetParameter'] },
    { Sid: 'ReadBootstrapRoles' },
    { Sid: 'ReadExecutionPolicies' },
  ]);
  const [, read] = statements;
  for (const action of listAt(read, 'Action')) expect(action).toMatch(/^cloudformation:(Describe|Get|List)/);
  for (const stack of listAt(read, 'Resource')) expect(stack).toMatch(/:stack\/notes-dev-[a-z]+\/\*$/);
  expect(JSON.stringify(statements[0])).not.toContain('cfn-exec-role');
});

test('a plain cdk bootstrap does not bring the administrator back', () => {
  const [, bootstrap] = templatesOf(environment());
  expect(textAt(bootstrap, 'Parameters', 'BootstrapVariant', 'Default')).toBe(variantOf('support-assistant'));
  expect(textAt(originalTemplate(), 'Parameters', 'BootstrapVariant', 'Default')).not.toBe(
    variantOf('support-assistant'),
  );
});

test('the boundary of the company limits the bootstrap roles', () => {
  const [, bootstrap] = templatesOf(environment(), 'team/boundary');
  expect(textAt(bootstrap, 'Parameters', 'InputPermissionsBoundary', 'Default')).toBe('team/boundary');
  expect(textAt(bootstrap, 'Parameters', 'ApplyPermissionsBoundaryToAllRoles', 'Default')).toBe('true');
  expect(textAt(templatesOf(environment())[1], 'Parameters', 'InputPermissionsBoundary', 'Default')).toBe('');
});

test.each(['CloudFormationExecutionRole', 'DeploymentActionRole', 'LookupRole'])(
  'a template of the CDK without %s is not guessed at',
  (id) => {
    const { Resources: resources, ...rest } = originalTemplate();
    const original = {
      ...rest,
      Resources: Object.fromEntries(Object.entries(resources as JsonObject).filter(([name]) => name !== id)),
    };
    const { rights } = environment();
    expect(
      bootstrapTemplate({ original, target, platform: 'notes', qualifier: 'notes', stackNames: [], rights }),
    ).toBeUndefined();
  },
);
