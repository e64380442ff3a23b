import type { AwsOperations } from '../../../lib/cloud/aws/operations';
import type { Arm } from '../../../lib/cloud/azure/arm';
import { ArmError } from '../../../lib/cloud/azure/arm';
import type { SettledAwsPlan, SettledAzurePlan } from '../../../lib/plan';
import type { RecordedAnswer } from './recorded';

/** Calls that were made, in order. */
export type Calls = string[];

/** An AWS account in which all is well and nothing of the environment is deployed, except for what is recorded. */
export function awsAccount(
  plan: SettledAwsPlan,
  recorded: readonly RecordedAnswer[],
  calls: Calls = [],
): AwsOperations {
  const well = wellAws(plan);
  return new Proxy({} as AwsOperations, {
    get: (_, operation: string) => (input: Readonly<Record<string, unknown>>) => {
      calls.push(operation);
      return Promise.resolve().then(() => answer(operation, input, [...recorded, ...well], awsError));
    },
  });
}

/** An Azure subscription in which all is well and nothing of the environment is deployed, except for what is recorded. */
export function azureSubscription(plan: SettledAzurePlan, recorded: readonly RecordedAnswer[], calls: Calls = []): Arm {
  const answers = [...recorded, ...wellAzure(plan)].map((one) => filled(one, plan));
  return ({ operation, path, query, body }) => {
    calls.push(`${operation.method} ${operation.path}`);
    const input = { ...query, ...body };
    return Promise.resolve().then(() =>
      answer(`${operation.method} ${path}`, input, answers, ({ name, status }) => new ArmError(name, status)),
    );
  };
}

function awsError({ name, status }: { readonly name: string; readonly status: number }): Error {
  return Object.assign(new Error(name), { name, $metadata: { httpStatusCode: status } });
}

function answer(
  ask: string,
  input: Readonly<Record<string, unknown>>,
  answers: readonly RecordedAnswer[],
  errorOf: (error: { readonly name: string; readonly status: number }) => Error,
): unknown {
  const found = answers.find(
    (one) => matches(one.ask, ask) && Object.entries(one.with ?? {}).every(([key, value]) => input[key] === value),
  );
  if (found === undefined) throw new Error(`nothing recorded for ${ask} ${JSON.stringify(input)}`);
  if (found.error !== undefined) throw errorOf(found.error);
  return found.answer;
}

/** A `*` stands for anything. */
function matches(pattern: string, ask: string): boolean {
  if (!pattern.includes('*')) return pattern === ask;
  const [start = '', end = ''] = pattern.split('*');
  return ask.startsWith(start) && ask.endsWith(end);
}

function filled(one: RecordedAnswer, plan: SettledAzurePlan): RecordedAnswer {
  const names: Readonly<Record<string, string>> = {
    resourceGroup: plan.initialization.resourceGroupName,
    openAiAccount: plan.deployment.account?.name ?? '',
    keyVault: plan.initialization.keyVault.name,
    searchService: Object.values(plan.deployment.search)[0]?.serviceName ?? '',
  };
  const text = JSON.stringify(one).replace(/\{plan:(\w+)\}/g, (_, name: string) => names[name] ?? name);
  return JSON.parse(text) as RecordedAnswer;
}

function wellAws(plan: SettledAwsPlan): readonly RecordedAnswer[] {
  const { account, region } = plan;
  const types = [...new Set(Object.values(plan.deployment.endpoints).map(({ instanceType }) => instanceType))];
  const allow = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] };
  const quota = (ServiceCode: string, QuotaCode: string, QuotaName: string, Value: number) => ({
    ServiceCode,
    QuotaCode,
    QuotaName,
    Value,
  });
  return [
    {
      ask: 'sts:GetCallerIdentity',
      answer: { Account: account, Arn: `arn:aws:iam::${account}:role/preflight`, UserId: 'X' },
    },
    { ask: 'ssm:GetParameter', answer: { Parameter: { Value: '28' } } },
    {
      ask: 'iam:ListAttachedRolePolicies',
      answer: { AttachedPolicies: [{ PolicyName: 'e', PolicyArn: `arn:aws:iam::${account}:policy/e` }] },
    },
    { ask: 'iam:GetPolicy', answer: { Policy: { DefaultVersionId: 'v1' } } },
    { ask: 'iam:GetPolicyVersion', answer: { PolicyVersion: { Document: encodeURIComponent(JSON.stringify(allow)) } } },
    { ask: 'iam:ListRolePolicies', answer: { PolicyNames: [] } },
    { ask: 'iam:ListOpenIDConnectProviders', answer: { OpenIDConnectProviderList: [] } },
    { ask: 's3:HeadBucket', error: { name: 'NotFound', status: 404 } },
    { ask: 's3:ListObjectsV2', answer: { KeyCount: 1 } },
    { ask: 'ecr:BatchGetImage', answer: { images: [{ imageId: {} }], failures: [] } },
    {
      ask: 'servicequotas:ListServiceQuotas',
      with: { ServiceCode: 'sagemaker' },
      answer: { Quotas: types.map((type) => quota('sagemaker', 'L-00000000', `${type} for endpoint usage`, 20)) },
    },
    {
      ask: 'servicequotas:ListServiceQuotas',
      with: { ServiceCode: 'vpc' },
      answer: { Quotas: [quota('vpc', 'L-F678F1CE', 'VPCs per Region', 5)] },
    },
    { ask: 'sagemaker:ListEndpoints', answer: { Endpoints: [] } },
    {
      ask: 'ec2:DescribeInstanceTypeOfferings',
      answer: { InstanceTypeOfferings: [{ LocationType: 'availability-zone', Location: `${region}a` }] },
    },
    { ask: 'ec2:DescribeVpcs', answer: { Vpcs: [{ VpcId: 'vpc-0', CidrBlock: '172.31.0.0/16', Tags: [] }] } },
    {
      ask: 'bedrock:GetFoundationModel',
      answer: { modelDetails: { inferenceTypesSupported: ['ON_DEMAND'], modelLifecycle: { status: 'ACTIVE' } } },
    },
    {
      ask: 'bedrock:GetFoundationModelAvailability',
      answer: {
        agreementAvailability: { status: 'AVAILABLE' },
        authorizationStatus: 'AUTHORIZED',
        entitlementAvailability: 'AVAILABLE',
        regionAvailability: 'AVAILABLE',
      },
    },
    ...Object.values(plan.deployment.models ?? {}).map(({ invokeId, invokeArns }) => ({
      ask: 'bedrock:GetInferenceProfile',
      with: { inferenceProfileIdentifier: invokeId },
      answer: {
        models: invokeArns.filter((arn) => arn.includes('foundation-model')).map((modelArn) => ({ modelArn })),
      },
    })),
    { ask: 'cloudformation:DescribeStacks', error: { name: 'ValidationError', status: 400 } },
    { ask: 'logs:DescribeLogGroups', answer: { logGroups: [] } },
  ];
}

function wellAzure(plan: SettledAzurePlan): readonly RecordedAnswer[] {
  const { subscription, tenant, location, deployment } = plan;
  const sub = `/subscriptions/${subscription}`;
  const get = (path: string, of: unknown, more: Partial<RecordedAnswer> = {}): RecordedAnswer => ({
    ask: `GET ${sub}${path}`,
    answer: of,
    ...more,
  });
  const list = (path: string, value: readonly unknown[] = []): RecordedAnswer => get(path, { value });
  const models = Object.values(deployment.models);
  const sizes = Object.values(deployment.endpoints).map(({ instanceType }) => instanceType);
  return [
    get('', { subscriptionId: subscription, tenantId: tenant, state: 'Enabled' }),
    list('/providers/Microsoft.Authorization/permissions', [{ actions: ['*'], notActions: [] }]),
    list('/providers/Microsoft.Authorization/policyAssignments'),
    list('/providers/Microsoft.Authorization/policyExemptions'),
    list(
      `/providers/Microsoft.CognitiveServices/locations/${location}/usages`,
      Object.values(deployment.modelQuotas ?? {}).map(({ name }) => ({
        name: { value: name },
        currentValue: 0,
        limit: 1000,
      })),
    ),
    list(
      `/providers/Microsoft.MachineLearningServices/locations/${location}/usages`,
      ['NCADSA100v4', 'NCASv3_T4'].map((family) => ({
        name: { value: `Standard ${family} Family Cluster Dedicated vCPUs` },
        type: 'Microsoft.MachineLearningServices/vmFamily/usages',
        currentValue: 0,
        limit: 500,
      })),
    ),
    list(
      `/providers/Microsoft.CognitiveServices/locations/${location}/models`,
      models.map(({ model, sku }) => ({ kind: 'OpenAI', model: { ...model, skus: [{ name: sku.name }] } })),
    ),
    list(
      '/providers/Microsoft.CognitiveServices/modelCapacities',
      models.map(({ sku }) => ({ location, properties: { skuName: sku.name, availableCapacity: 1000 } })),
    ),
    list('/providers/Microsoft.CognitiveServices/skus', [
      { name: 'S0', kind: 'OpenAI', locations: [location.toUpperCase()], restrictions: [] },
    ]),
    list('/providers/Microsoft.CognitiveServices/deletedAccounts'),
    list('/providers/Microsoft.KeyVault/deletedVaults'),
    list(
      '/providers/Microsoft.Compute/skus',
      sizes.map((name) => ({ name, resourceType: 'virtualMachines', locations: [location], restrictions: [] })),
    ),
    list('/providers/Microsoft.Network/privateDnsZones'),
    list('/providers/Microsoft.Network/virtualNetworks'),
    list('/providers/Microsoft.Insights/eventtypes/management/values'),
    { ask: `GET ${sub}/resourceGroups/*/resources`, error: { name: 'ResourceGroupNotFound', status: 404 } },
    {
      ask: `POST ${sub}/providers/Microsoft.CognitiveServices/checkDomainAvailability`,
      answer: { isSubdomainAvailable: true },
    },
    { ask: `POST ${sub}/providers/*/checkNameAvailability`, answer: { nameAvailable: true } },
    { ask: `GET ${sub}/providers/Microsoft.*`, answer: { registrationState: 'Registered' } },
  ];
}
