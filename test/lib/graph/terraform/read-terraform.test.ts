import { readTerraformPlan, readTerraformState } from '../../../../lib/graph/terraform/read-terraform';

const place = { environment: 'prod', stack: 'network' };
const aws = 'registry.terraform.io/hashicorp/aws';

interface Resource {
  readonly address: string;
  readonly values?: object;
  readonly change?: object;
  readonly expressions?: object;
  readonly provider?: string;
  readonly more?: object;
}

/** A plan of resources in the root module. */
function planOf(resources: readonly Resource[], more: object = {}): object {
  const described = resources.map(({ address, values, provider = aws }) => ({
    address,
    mode: 'managed',
    type: address.split('.')[0],
    name: address.split('.')[1],
    provider_name: provider,
    values,
    sensitive_values: {},
  }));
  return {
    format_version: '1.2',
    planned_values: { root_module: { resources: described } },
    resource_changes: described.map((resource, index) => ({
      ...resource,
      ...resources[index]?.more,
      change: { actions: ['create'], ...resources[index]?.change },
    })),
    configuration: {
      root_module: {
        resources: resources.map(({ address, expressions }) => ({
          address: address.replace(/\[.*/, ''),
          mode: 'managed',
          expressions,
        })),
      },
    },
    ...more,
  };
}

test('reads a planned resource with what is unknown, what is secret and where an unknown value comes from', () => {
  const { graph } = readTerraformPlan(
    planOf([
      { address: 'aws_kms_key.data', values: { enable_key_rotation: true }, change: { after_unknown: { arn: true } } },
      {
        address: 'aws_db_instance.main',
        values: { engine: 'postgres', password: 'not-printed', tags: null, options: [{ a: 1 }, {}] },
        change: {
          after_unknown: { kms_key_id: true, id: true, options: [{}, { b: true }] },
          after_sensitive: { password: true },
        },
        expressions: { kms_key_id: { references: ['aws_kms_key.data.arn', 'aws_kms_key.data'] } },
      },
    ]),
    place,
  );
  expect(graph).toEqual([
    {
      environment: 'prod',
      cloud: 'aws',
      stack: 'network',
      address: 'network/aws_db_instance.main',
      type: 'aws_db_instance',
      properties: {
        engine: 'postgres',
        password: '[secret]',
        options: [{ a: 1 }, { b: '[unknown]' }],
        kms_key_id: '${aws_kms_key.data#arn}',
        id: '[unknown]',
      },
      dependsOn: ['network/aws_kms_key.data'],
      stateful: true,
      retained: false,
      unknown: ['id', 'kms_key_id', 'options.1.b'],
      secret: ['password'],
    },
    expect.objectContaining({ address: 'network/aws_kms_key.data', unknown: ['arn'] }),
  ]);
});

test.each<[string, object, object, object]>([
  ['create', { actions: ['create'] }, {}, { kind: 'create', causes: [] }],
  ['no change', { actions: ['no-op'] }, {}, { kind: 'none' }],
  ['an update', { actions: ['update'] }, {}, { kind: 'update' }],
  [
    'a replacement',
    { actions: ['delete', 'create'], replace_paths: [['engine'], ['disk', 0, 'size']] },
    {},
    { kind: 'replace', causes: ['engine', 'disk.0.size'] },
  ],
  ['a replacement that creates first', { actions: ['create', 'delete'] }, {}, { kind: 'replace' }],
  ['a destruction', { actions: ['delete'] }, {}, { kind: 'destroy' }],
  ['a resource that is only forgotten', { actions: ['forget'] }, {}, { kind: 'forget' }],
  ['an import', { actions: ['no-op'], importing: { id: 'x' } }, {}, { kind: 'import' }],
  ['a move', { actions: ['no-op'] }, { previous_address: 'aws_x.b' }, { kind: 'rename', from: 'network/aws_x.b' }],
])('%s', (_name, change, more, verdict) => {
  const { verdicts } = readTerraformPlan(planOf([{ address: 'aws_x.a', values: {}, change, more }]), place);
  expect(verdicts).toMatchObject([{ address: 'network/aws_x.a', type: 'aws_x', cloud: 'aws', ...verdict }]);
});

test('an older object of a replacement and a data source have no verdict', () => {
  const changes = [
    { address: 'aws_x.a', type: 'aws_x', mode: 'managed', deposed: '00000001', change: { actions: ['delete'] } },
    { address: 'data.aws_x.a', type: 'aws_x', mode: 'data', change: { actions: ['read'] } },
  ];
  expect(readTerraformPlan({ resource_changes: changes }, place).verdicts).toEqual([]);
});

test('reads the state before the plan, under the address before a move', () => {
  const state = { values: { root_module: { resources: [{ address: 'aws_x.a', mode: 'managed', type: 'aws_x' }] } } };
  const plan = planOf([{ address: 'aws_x.a', values: {}, more: { previous_address: 'aws_x.b' } }], {
    prior_state: state,
  });
  expect(readTerraformPlan(plan, place).base.map(({ address }) => address)).toEqual(['network/aws_x.b']);
});

test('draws edges through variables and outputs of modules, between the instances of one module', () => {
  const resource = (address: string) => ({ address, mode: 'managed', type: 'aws_x', provider_name: aws, values: {} });
  const child = (key: string) => ({
    address: `module.service["${key}"]`,
    resources: [resource(`module.service["${key}"].aws_x.role[0]`), resource(`module.service["${key}"].aws_x.user`)],
  });
  const plan = {
    planned_values: {
      root_module: {
        resources: [resource('aws_x.key'), resource('aws_x.reader')],
        child_modules: [child('a.b'), child('c')],
      },
    },
    configuration: {
      root_module: {
        resources: [
          { address: 'aws_x.key', mode: 'managed' },
          {
            address: 'aws_x.reader',
            mode: 'managed',
            expressions: { x: { references: ['module.service["c"].role'] } },
          },
        ],
        module_calls: {
          service: {
            expressions: { key: { references: ['aws_x.key.arn', 'aws_x.key'] } },
            module: {
              outputs: { role: { expression: { references: ['aws_x.role'] } } },
              resources: [
                { address: 'aws_x.role', mode: 'managed', expressions: { k: [{ v: { references: ['var.key'] } }] } },
                { address: 'aws_x.user', mode: 'managed', depends_on: ['aws_x.role'] },
              ],
            },
          },
        },
      },
    },
  };
  const edges = Object.fromEntries(
    readTerraformPlan(plan, place).graph.map(({ address, dependsOn }) => [address, dependsOn]),
  );
  expect(edges).toEqual({
    'network/aws_x.key': [],
    'network/aws_x.reader': [
      'network/module.service["a.b"].aws_x.role[0]',
      'network/module.service["c"].aws_x.role[0]',
    ],
    'network/module.service["a.b"].aws_x.role[0]': ['network/aws_x.key'],
    'network/module.service["a.b"].aws_x.user': ['network/module.service["a.b"].aws_x.role[0]'],
    'network/module.service["c"].aws_x.role[0]': ['network/aws_x.key'],
    'network/module.service["c"].aws_x.user': ['network/module.service["c"].aws_x.role[0]'],
  });
});

test('an instance refers to the one with its own key', () => {
  const instance = (address: string): Resource => ({
    address,
    values: {},
    ...(address.startsWith('aws_y') ? { expressions: { x: { references: ['aws_x.a'] } } } : {}),
  });
  const keys = ['"one"', '"two"'];
  const plan = planOf([
    ...keys.map((key) => instance(`aws_x.a[${key}]`)),
    ...keys.map((key) => instance(`aws_y.b[${key}]`)),
  ]);
  const { graph } = readTerraformPlan(plan, place);
  expect(graph.slice(2).map(({ dependsOn }) => dependsOn)).toEqual([
    ['network/aws_x.a["one"]'],
    ['network/aws_x.a["two"]'],
  ]);
});

test('outputs of two modules that refer to each other end', () => {
  const output = (name: string) => ({ o: { expression: { references: [`module.${name}.o`] } } });
  const plan = {
    planned_values: { root_module: { resources: [{ address: 'aws_x.a', type: 'aws_x', values: {} }] } },
    configuration: {
      root_module: {
        resources: [{ address: 'aws_x.a', expressions: { v: { references: ['module.m.o'] } } }],
        module_calls: {
          m: {
            expressions: { i: { references: ['module.m.o'] } },
            module: { outputs: { o: { expression: { references: ['var.i'] } } } },
          },
        },
        outputs: output('m'),
      },
    },
  };
  expect(readTerraformPlan(plan, place).graph).toMatchObject([{ dependsOn: [] }]);
});

test.each([
  [aws, 'aws'],
  ['registry.terraform.io/hashicorp/awscc', 'aws'],
  ['aws', 'aws'],
  ['registry.opentofu.org/hashicorp/azurerm', 'azure'],
  ['registry.terraform.io/azure/azapi', 'azure'],
  ['registry.terraform.io/hashicorp/kubernetes', 'kubernetes'],
  ['registry.terraform.io/hashicorp/random', 'other'],
])('a resource of %s is in the cloud %s', (provider, cloud) => {
  const { graph } = readTerraformPlan(planOf([{ address: 'x_y.z', values: {}, provider }]), place);
  expect(graph).toMatchObject([{ cloud }]);
});

test('a resource of awscc is one of CloudFormation, paths included', () => {
  const { graph, verdicts } = readTerraformPlan(
    planOf([
      {
        address: 'awscc_s3_bucket.data',
        provider: 'registry.terraform.io/hashicorp/awscc',
        values: {
          bucket_encryption: {
            server_side_encryption_configuration: [{ server_side_encryption_by_default: { sse_algorithm: 'aws:kms' } }],
          },
          tags: [{ key: 'owner', value: 'team' }],
        },
        change: {
          actions: ['delete', 'create'],
          replace_paths: [['bucket_name']],
          after_unknown: { bucket_name: true, id: true, arn: true, acceleration_status: true },
        },
        expressions: { bucket_name: {}, bucket_encryption: {}, tags: {} },
      },
      {
        address: 'awscc_lambda_function.f',
        provider: 'registry.terraform.io/hashicorp/awscc',
        values: { environment: { variables: { log_level: 'info' } }, code: { s3_bucket: 'b' } },
        change: { after_sensitive: { environment: { variables: { log_level: true } } } },
      },
      {
        address: 'awscc_iam_role.r',
        provider: 'registry.terraform.io/hashicorp/awscc',
        values: { assume_role_policy_document: '{"Statement":[]}' },
      },
    ]),
    place,
  );
  expect(graph).toMatchObject([
    { type: 'AWS::IAM::Role', properties: { AssumeRolePolicyDocument: { Statement: [] } } },
    {
      type: 'AWS::Lambda::Function',
      properties: { Environment: { Variables: { log_level: { Ref: '[secret]' } } }, Code: { S3Bucket: 'b' } },
      secret: ['Environment.Variables.log_level'],
    },
    {
      type: 'AWS::S3::Bucket',
      stateful: true,
      properties: {
        BucketName: { Ref: '[unknown]' },
        BucketEncryption: {
          ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms' } }],
        },
        Tags: [{ Key: 'owner', Value: 'team' }],
      },
      unknown: ['BucketName'],
    },
  ]);
  expect(verdicts[0]).toMatchObject({ type: 'AWS::S3::Bucket', causes: ['BucketName'] });
});

test('a state masks what is sensitive and keeps the order of what waits for what', () => {
  const state = {
    format_version: '1.0',
    values: {
      root_module: {
        resources: [
          { address: 'data.aws_x.d', mode: 'data', type: 'aws_x', values: {} },
          {
            address: 'aws_x.b',
            mode: 'managed',
            type: 'aws_x',
            provider_name: aws,
            values: { token: 't', list: [1, null], __proto__: null },
            sensitive_values: { token: true },
            depends_on: ['aws_x.a', 'data.aws_x.d'],
          },
          {
            address: 'aws_x.a',
            mode: 'managed',
            type: 'aws_x',
            provider_name: aws,
            values: {},
            sensitive_values: true,
          },
        ],
      },
    },
  };
  expect(readTerraformState(state, place)).toMatchObject([
    { address: 'network/aws_x.a', dependsOn: [] },
    { dependsOn: ['network/aws_x.a'], properties: { token: '[secret]', list: [1, null] }, secret: ['token'] },
  ]);
});

test('a resource of azapi is one of ARM, paths included', () => {
  const azapi = 'registry.terraform.io/azure/azapi';
  const account =
    '/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg/providers/Microsoft.CognitiveServices/accounts/ai';
  const { graph, verdicts } = readTerraformPlan(
    planOf([
      {
        address: 'azapi_resource.search',
        provider: azapi,
        values: {
          type: 'Microsoft.Search/searchServices@2025-05-01',
          name: 'find',
          location: 'swedencentral',
          identity: [{ type: 'SystemAssigned', identity_ids: [] }],
          body: { sku: { name: 'standard' }, properties: { publicNetworkAccess: 'disabled' } },
        },
        change: {
          actions: ['delete', 'create'],
          replace_paths: [['body', 'properties', 'hostingMode'], ['location']],
          after_unknown: { body: { properties: { authOptions: true } } },
        },
      },
      {
        address: 'azapi_resource.chat',
        provider: azapi,
        values: {
          type: 'Microsoft.CognitiveServices/accounts/deployments@2025-06-01',
          name: 'chat',
          parent_id: account,
          body: '{"properties":{"model":{"name":"gpt-5.1"}}}',
        },
      },
    ]),
    place,
  );
  expect(graph).toMatchObject([
    {
      type: 'azure-native:cognitiveservices:Deployment',
      properties: { accountName: 'ai', deploymentName: 'chat', properties: { model: { name: 'gpt-5.1' } } },
    },
    {
      cloud: 'azure',
      type: 'azure-native:search:Service',
      stateful: true,
      properties: {
        searchServiceName: 'find',
        location: 'swedencentral',
        identity: { type: 'SystemAssigned' },
        sku: { name: 'standard' },
        publicNetworkAccess: 'disabled',
        authOptions: '[unknown]',
      },
      unknown: ['authOptions'],
    },
  ]);
  expect(verdicts[0]).toMatchObject({ type: 'azure-native:search:Service', causes: ['hostingMode', 'location'] });
});

test('an old state whose addresses lack the module and the key of the instance', () => {
  const instance = (index: unknown) => ({ address: 'aws_x.a', mode: 'managed', type: 'aws_x', index, values: {} });
  const root = { resources: [instance(0), instance('b"'), { ...instance('c'), address: 'aws_x.a["c"]' }] };
  const child = { address: 'module.m', resources: [instance(0)] };
  const state = { values: { root_module: { ...root, child_modules: [child] } } };
  expect(readTerraformState(state, place).map(({ address }) => address)).toEqual([
    'network/aws_x.a["b\\""]',
    'network/aws_x.a["c"]',
    'network/aws_x.a[0]',
    'network/module.m.aws_x.a[0]',
  ]);
});
