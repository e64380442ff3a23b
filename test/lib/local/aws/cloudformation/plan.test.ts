import { Engine, failures, output, testAccount, testRegion } from '../engine';

const bucket = (
  properties: Readonly<Record<string, unknown>>,
  more: Readonly<Record<string, unknown>> = {},
): unknown => ({ Type: 'AWS::S3::Bucket', Properties: properties, ...more });
const summary = (plan: ReturnType<Engine['plan']>): readonly string[] => [
  ...plan.removed.map(({ declaration }) => `Remove ${declaration.logicalId}`),
  ...plan.resources
    .filter(({ change }) => change.action !== 'None')
    .map(
      ({ change, declaration }) =>
        `${change.action} ${declaration.logicalId}${change.replacement === undefined ? '' : ` ${change.replacement}`}`,
    ),
];

test('the same template again changes nothing', () => {
  const engine = new Engine();
  const template = {
    Resources: { B: bucket({}), T: { Type: 'AWS::SNS::Topic', Properties: { DisplayName: { Ref: 'B' } } } },
  };
  const stack = engine.deploy(engine.stack('S'), template);
  expect(engine.plan(stack, template).changed).toBe(false);
});

test('a plan distinguishes adds, removes, in-place changes and replacements', () => {
  const engine = new Engine();
  const stack = engine.deploy(engine.stack('S'), {
    Resources: {
      Kept: bucket({ BucketName: 'kept-1' }),
      Versioned: bucket({}),
      Gone: bucket({}),
      Renamed: bucket({ BucketName: 'name-1' }),
    },
  });
  const plan = engine.plan(stack, {
    Resources: {
      Kept: bucket({ BucketName: 'kept-1' }),
      Versioned: bucket({ VersioningConfiguration: { Status: 'Enabled' } }),
      Renamed: bucket({ BucketName: 'name-2' }),
      New: bucket({}),
    },
  });
  expect(summary(plan)).toEqual(['Remove Gone', 'Modify Versioned False', 'Modify Renamed True', 'Add New']);
});

test('what refers to a replaced resource is Conditional in the change set and replaced when it runs', () => {
  const engine = new Engine();
  const template = (name: string) => ({
    Resources: {
      B: bucket({ BucketName: name }),
      P: {
        Type: 'AWS::S3::BucketPolicy',
        Properties: {
          Bucket: { Ref: 'B' },
          PolicyDocument: {
            Statement: {
              Effect: 'Deny',
              Principal: '*',
              Action: 's3:*',
              Resource: 'arn:aws:s3:::???-bucket/*',
              Condition: { Bool: { 'aws:SecureTransport': false } },
            },
          },
        },
      },
    },
  });
  const stack = engine.deploy(engine.stack('S'), template('one-bucket'));
  const plan = engine.plan(stack, template('two-bucket'));
  expect(summary(plan)).toEqual(['Modify B True', 'Modify P Conditional']);
  expect(plan.resources.find(({ declaration }) => declaration.logicalId === 'P')?.change.details).toMatchObject([
    { name: 'Bucket', evaluation: 'Dynamic' },
  ]);
  engine.deploy(stack, template('two-bucket'));
  expect(stack.resources.get('P')?.physicalId).toBe('two-bucket');
  expect([...engine.cloud.buckets.keys()]).toEqual(['two-bucket']);
});

test('a change of outputs or metadata alone is a change', () => {
  const engine = new Engine();
  const stack = engine.deploy(engine.stack('S'), { Resources: { B: bucket({}) } });
  expect(engine.plan(stack, { Resources: { B: bucket({}) }, Outputs: { O: { Value: 'x' } } }).changed).toBe(true);
  expect(summary(engine.plan(stack, { Resources: { B: bucket({}, { Metadata: { a: 1 } }) } }))).toEqual([
    'Modify B False',
  ]);
});

test('a rotated parameter behind a dynamic reference is no template change', () => {
  const engine = new Engine();
  const store = engine.cloud.parameters(testAccount, testRegion);
  const put = (value: string): unknown =>
    store.set('/p', { name: '/p', type: 'String', value, version: 1, lastModified: new Date(0) });
  const template = { Resources: { T: { Type: 'AWS::SNS::Topic', Properties: { DisplayName: '{{resolve:ssm:/p}}' } } } };
  put('one');
  const stack = engine.deploy(engine.stack('S'), template);
  expect(engine.cloud.registry.list('AWS::SNS::Topic', testAccount)[0]?.properties).toEqual({ DisplayName: 'one' });
  put('two');
  expect(engine.plan(stack, template).changed).toBe(false);
});

test('a dynamic reference sees a parameter of the same template, and a secret by name', () => {
  const engine = new Engine();
  const stack = engine.deploy(engine.stack('S'), {
    Resources: {
      P: { Type: 'AWS::SSM::Parameter', Properties: { Name: '/local', Type: 'String', Value: 'v' } },
      X: { Type: 'AWS::SecretsManager::Secret', Properties: { Name: 'db', SecretString: '{"user":"u"}' } },
      T: {
        Type: 'AWS::SNS::Topic',
        DependsOn: ['P', 'X'],
        Properties: { DisplayName: '{{resolve:ssm:/local}}-{{resolve:secretsmanager:db:SecretString:user}}' },
      },
    },
  });
  expect(failures(stack)).toEqual([]);
  expect(engine.cloud.registry.list('AWS::SNS::Topic', testAccount)[0]?.properties).toEqual({ DisplayName: 'v-u' });
});

test('conditions decide which resources and outputs exist', () => {
  const engine = new Engine();
  const template = {
    Parameters: { Stage: { Type: 'String' } },
    Conditions: { Prod: { 'Fn::Equals': [{ Ref: 'Stage' }, 'prod'] } },
    Resources: { B: bucket({}), Audit: bucket({}, { Condition: 'Prod' }) },
    Outputs: { Name: { Condition: 'Prod', Value: { Ref: 'Audit' } } },
  };
  const stack = engine.deploy(engine.stack('S'), template, { Stage: 'prod' });
  expect(output(stack, 'Name')).toMatch(/^s-audit-/);
  expect(summary(engine.plan(stack, template, { Stage: 'dev' }))).toEqual(['Remove Audit']);
});

test('fails on a reference to a resource its condition leaves out', () => {
  const engine = new Engine();
  const template = {
    Conditions: { No: { 'Fn::Equals': ['a', 'b'] } },
    Resources: {
      A: bucket({}, { Condition: 'No' }),
      T: { Type: 'AWS::SNS::Topic', Properties: { DisplayName: { Ref: 'A' } } },
    },
  };
  expect(() => engine.plan(engine.stack('S'), template)).toThrow(/Unresolved resource dependencies \[A\]/);
});

test('fails on a change of a resource type under the same logical id', () => {
  const engine = new Engine();
  const stack = engine.deploy(engine.stack('S'), { Resources: { X: bucket({}) } });
  expect(() => engine.plan(stack, { Resources: { X: { Type: 'AWS::SNS::Topic' } } })).toThrow(
    /Update of resource type is not permitted.*\[X\]/,
  );
});

test('fails on one resource more than a template may have', () => {
  const Resources = (count: number) =>
    Object.fromEntries(Array.from({ length: count }, (_unused, index) => [`T${index}`, { Type: 'AWS::SNS::Topic' }]));
  const engine = new Engine();
  expect(engine.plan(engine.stack('S'), { Resources: Resources(500) }).resources).toHaveLength(500);
  expect(() => engine.plan(engine.stack('S'), { Resources: Resources(501) })).toThrow(
    'Number of resources, 501, is greater than maximum allowed, 500',
  );
});
