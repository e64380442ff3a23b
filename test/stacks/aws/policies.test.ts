import { stageTemplates } from '../../helpers/aws-app';
import { settledPlan } from '../../helpers/aws-plan-fixture';
import { statementsOf } from '../../helpers/aws-policies';

/** Every statement of every policy of the environments that differ: copies in development, instances in production. */
const statements = (['dev', 'prod'] as const).flatMap((environment) =>
  Object.entries(stageTemplates(settledPlan(environment))).flatMap(([stack, template]) =>
    statementsOf(template).map((statement) => ({ ...statement, where: `${environment}/${stack}/${statement.where}` })),
  ),
);
const allowed = statements.filter(({ effect }) => effect === 'Allow');

/** Actions that know no narrower resource: service authorization reference. */
const resourceless: ReadonlySet<string> = new Set([
  'cloudwatch:PutMetricData',
  'ec2:DescribeDhcpOptions',
  'ec2:DescribeNetworkInterfaces',
  'ec2:DescribeSecurityGroups',
  'ec2:DescribeSubnets',
  'ec2:DescribeVpcs',
  'ecr:GetAuthorizationToken',
]);

/** Their `*` is the resource the policy belongs to, or every resource behind an endpoint. */
const resourcePolicies: ReadonlySet<string> = new Set(['AWS::KMS::Key', 'AWS::EC2::VPCEndpoint']);

test('there are policies to look at', () => {
  expect(statements.length).toBeGreaterThan(100);
});

test('no action is a pattern', () => {
  expect(allowed.filter(({ actions }) => actions.some((action) => action.includes('*')))).toEqual([]);
});

test('an identity policy names its resources wherever its actions know any', () => {
  const wide = allowed.filter(
    ({ type, actions, resources }) =>
      !resourcePolicies.has(type) && resources.includes('*') && !actions.every((action) => resourceless.has(action)),
  );
  expect(wide).toEqual([]);
});

test('a service acts for resources of this account only', () => {
  const services = allowed.filter((statement) => statement.services.length > 0);
  expect(services.length).toBeGreaterThan(10);
  const unbound = services.filter(({ condition }) => {
    const text = JSON.stringify(condition ?? {});
    return !text.includes('aws:SourceAccount') && !text.includes('kms:EncryptionContext:aws:logs:arn');
  });
  expect(unbound).toEqual([]);
});

test('a role is handed over by name, to one service', () => {
  const passing = allowed.filter(({ actions }) => actions.includes('iam:PassRole'));
  expect(passing).toHaveLength(2);
  for (const { resources, condition } of passing) {
    expect(resources).toEqual([{ 'Fn::GetAtt': [expect.stringContaining('TrainingRole'), 'Arn'] }]);
    expect(condition).toEqual({ StringEquals: { 'iam:PassedToService': 'sagemaker.amazonaws.com' } });
  }
});

test('metrics are published to the namespaces of SageMaker only', () => {
  const publishing = allowed.filter(
    ({ actions, type }) => actions.includes('cloudwatch:PutMetricData') && type !== 'AWS::EC2::VPCEndpoint',
  );
  expect(publishing.length).toBeGreaterThan(0);
  for (const { condition } of publishing) {
    expect(condition?.StringEquals?.['cloudwatch:namespace']).toEqual([
      '/aws/sagemaker/Endpoints',
      '/aws/sagemaker/InferenceComponents',
      '/aws/sagemaker/TrainingJobs',
    ]);
  }
});

test('no policy of AWS is attached', () => {
  const text = JSON.stringify(stageTemplates(settledPlan('prod')));
  expect(text).not.toContain('ManagedPolicyArns');
});
