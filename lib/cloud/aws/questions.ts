import type { Answer, AwsQuestions } from '../../preflight';
import { answered } from '../no-answer';
import { endpointMachines } from './endpoint-machines';
import type { AwsOperation, AwsOperations } from './operations';
import { actionsOf } from './operations';
import { rolePolicies } from './role-policies';

/** Operations that each question calls. */
export const awsQuestionOperations: Readonly<Record<keyof AwsQuestions, readonly AwsOperation[]>> = {
  caller: ['sts:GetCallerIdentity'],
  bootstrapVersion: ['ssm:GetParameter'],
  rolePolicies: [
    'iam:ListAttachedRolePolicies',
    'iam:GetPolicy',
    'iam:GetPolicyVersion',
    'iam:ListRolePolicies',
    'iam:GetRolePolicy',
  ],
  bucket: ['s3:HeadBucket', 's3:ListBuckets'],
  prefixFilled: ['s3:ListObjectsV2'],
  image: ['ecr:BatchGetImage'],
  identityProviders: ['iam:ListOpenIDConnectProviders'],
  quotas: ['servicequotas:ListServiceQuotas'],
  endpointMachines: ['sagemaker:ListEndpoints', 'sagemaker:DescribeEndpoint', 'sagemaker:DescribeEndpointConfig'],
  zonesOf: ['ec2:DescribeInstanceTypeOfferings'],
  networks: ['ec2:DescribeVpcs'],
  model: ['bedrock:GetFoundationModel'],
  modelAccess: ['bedrock:GetFoundationModelAvailability'],
  profileRegions: ['bedrock:GetInferenceProfile'],
  stack: ['cloudformation:DescribeStacks'],
  failures: ['cloudformation:DescribeStackEvents'],
  logGroup: ['logs:DescribeLogGroups'],
};

/** Asks an AWS account through the SDK. A question that several checks have is asked once. */
export function awsQuestions(api: AwsOperations): AwsQuestions {
  return { ...accountQuestions(api), ...serviceQuestions(api), ...modelQuestions(api) };
}

/** What a question must be allowed. */
function permissions(question: keyof AwsQuestions): readonly string[] {
  return actionsOf(awsQuestionOperations[question]);
}

function accountQuestions(api: AwsOperations) {
  return {
    caller: () =>
      answered(async () => {
        const { Account = '', Arn = '' } = await api['sts:GetCallerIdentity']({});
        return { account: Account, arn: Arn };
      }, permissions('caller')),
    bootstrapVersion: (qualifier: string) =>
      answered(
        async () =>
          Number((await api['ssm:GetParameter']({ Name: `/cdk-bootstrap/${qualifier}/version` })).Parameter?.Value),
        permissions('bootstrapVersion'),
        ['ParameterNotFound'],
      ),
    rolePolicies: (role: string) =>
      answered(() => rolePolicies(api, role), permissions('rolePolicies'), ['NoSuchEntity', 'NoSuchEntityException']),
    identityProviders: () =>
      answered(async () => {
        const { OpenIDConnectProviderList = [] } = await api['iam:ListOpenIDConnectProviders']({});
        return OpenIDConnectProviderList.flatMap(({ Arn }) => Arn ?? []);
      }, permissions('identityProviders')),
    stack: once((name: string) =>
      answered(
        async () => {
          const { Stacks: [stack] = [] } = await api['cloudformation:DescribeStacks']({ StackName: name });
          return { status: stack?.StackStatus ?? 'UNKNOWN' };
        },
        permissions('stack'),
        ['ValidationError'],
      ),
    ),
    failures: (name: string) =>
      answered(
        async () => {
          const { StackEvents = [] } = await api['cloudformation:DescribeStackEvents']({ StackName: name });
          return StackEvents.filter(({ ResourceStatus }) => ResourceStatus?.endsWith('_FAILED') === true).map(
            ({ LogicalResourceId = '', ResourceType = '', ResourceStatusReason = '' }) => ({
              resource: LogicalResourceId,
              type: ResourceType,
              reason: ResourceStatusReason,
            }),
          );
        },
        permissions('failures'),
        ['ValidationError'],
      ),
  };
}

function serviceQuestions(api: AwsOperations) {
  return {
    bucket: once((name: string) => bucketOwner(api, name)),
    prefixFilled: (bucket: string, prefix: string) =>
      answered(
        async () => {
          const { KeyCount = 0 } = await api['s3:ListObjectsV2']({ Bucket: bucket, Prefix: prefix, MaxKeys: 1 });
          return KeyCount > 0;
        },
        permissions('prefixFilled'),
        ['NoSuchBucket', 404],
      ),
    image: (registry: string, repository: string, digest: string) =>
      imageByDigest(api, { registry, repository, digest }),
    quotas: once((service: 'sagemaker' | 'vpc') =>
      answered(async () => {
        const pages = await all(
          (next) => api['servicequotas:ListServiceQuotas']({ ServiceCode: service, MaxResults: 100, NextToken: next }),
          ({ NextToken }) => NextToken,
        );
        return pages
          .flatMap(({ Quotas = [] }) => Quotas)
          .map(({ QuotaCode = '', QuotaName = '', Value = 0 }) => ({ code: QuotaCode, name: QuotaName, limit: Value }));
      }, permissions('quotas')),
    ),
    endpointMachines: () => answered(() => endpointMachines(api), permissions('endpointMachines')),
    zonesOf: (type: string) => answered(() => zonesOf(api, type), permissions('zonesOf')),
    networks: () =>
      answered(async () => {
        const pages = await all(
          (next) => api['ec2:DescribeVpcs']({ NextToken: next }),
          ({ NextToken }) => NextToken,
        );
        return pages
          .flatMap(({ Vpcs = [] }) => Vpcs)
          .map(({ VpcId = '', CidrBlock, CidrBlockAssociationSet = [], Tags = [] }) => ({
            id: VpcId,
            name: Tags.find(({ Key }) => Key === 'Name')?.Value ?? '',
            ranges: [
              ...new Set(
                [CidrBlock, ...CidrBlockAssociationSet.map((one) => one.CidrBlock)].flatMap((one) => one ?? []),
              ),
            ],
          }));
      }, permissions('networks')),
    logGroup: async (name: string): Promise<Answer<true>> => {
      const found = await answered(async () => {
        const { logGroups = [] } = await api['logs:DescribeLogGroups']({ logGroupNamePrefix: name });
        return logGroups.some(({ logGroupName }) => logGroupName === name);
      }, permissions('logGroup'));
      return existing(found);
    },
  };
}

async function zonesOf(api: AwsOperations, type: string): Promise<readonly string[]> {
  const { InstanceTypeOfferings = [] } = await api['ec2:DescribeInstanceTypeOfferings']({
    LocationType: 'availability-zone',
    Filters: [{ Name: 'instance-type', Values: [type] }],
  });
  return InstanceTypeOfferings.flatMap(({ Location }) => Location ?? []).toSorted();
}

function modelQuestions(api: AwsOperations) {
  return {
    model: (id: string) =>
      answered(
        async () => {
          const { modelDetails } = await api['bedrock:GetFoundationModel']({ modelIdentifier: id });
          const { status, endOfLifeTime } = modelDetails?.modelLifecycle ?? {};
          return {
            legacy: status === 'LEGACY',
            ...(endOfLifeTime === undefined ? {} : { ends: new Date(endOfLifeTime).toISOString() }),
            onDemand: modelDetails?.inferenceTypesSupported?.includes('ON_DEMAND') ?? true,
          };
        },
        permissions('model'),
        ['ResourceNotFoundException'],
      ),
    modelAccess: (id: string) =>
      answered(
        async () => {
          const answer = await api['bedrock:GetFoundationModelAvailability']({ modelId: id });
          return {
            agreement: answer.agreementAvailability?.status ?? 'UNKNOWN',
            authorized: answer.authorizationStatus === 'AUTHORIZED',
            entitled: answer.entitlementAvailability === 'AVAILABLE',
            inRegion: answer.regionAvailability === 'AVAILABLE',
          };
        },
        permissions('modelAccess'),
        ['ResourceNotFoundException'],
      ),
    profileRegions: (id: string) =>
      answered(
        async () => {
          const { models = [] } = await api['bedrock:GetInferenceProfile']({ inferenceProfileIdentifier: id });
          return models.flatMap(({ modelArn }) => modelArn?.split(':')[3] ?? []).toSorted();
        },
        permissions('profileRegions'),
        ['ResourceNotFoundException'],
      ),
  };
}

/** A bucket that may not be looked at exists. Whose it is, the list of own buckets says. */
async function bucketOwner(api: AwsOperations, name: string): Promise<Answer<'own' | 'foreign'>> {
  const head = await answered(() => api['s3:HeadBucket']({ Bucket: name }), permissions('bucket'), [
    'NotFound',
    'NoSuchBucket',
    404,
  ]);
  if (head.kind === 'absent') return head;
  if (head.kind === 'value') return { kind: 'value', value: 'own' };
  if (head.why !== 'denied') return head;
  return answered(async () => {
    const { Buckets = [] } = await api['s3:ListBuckets']({ Prefix: name });
    return Buckets.some((bucket) => bucket.Name === name) ? 'own' : 'foreign';
  }, permissions('bucket'));
}

async function imageByDigest(
  api: AwsOperations,
  { registry, repository, digest }: { readonly registry: string; readonly repository: string; readonly digest: string },
): Promise<Answer<true>> {
  const found = await answered(
    async () => {
      const { images = [] } = await api['ecr:BatchGetImage']({
        registryId: registry,
        repositoryName: repository,
        imageIds: [{ imageDigest: digest }],
      });
      return images.length > 0;
    },
    permissions('image'),
    ['RepositoryNotFoundException', 'ImageNotFoundException'],
  );
  return existing(found);
}

function existing(found: Answer<boolean>): Answer<true> {
  if (found.kind !== 'value') return found;
  return found.value ? { kind: 'value', value: true } : { kind: 'absent' };
}

/** Every page of a list. */
async function all<Page>(
  page: (next: string | undefined) => Promise<Page>,
  nextOf: (page: Page) => string | undefined,
): Promise<readonly Page[]> {
  const pages: Page[] = [];
  let next: string | undefined;
  do {
    const one = await page(next);
    pages.push(one);
    next = nextOf(one);
  } while (next !== undefined && next !== '');
  return pages;
}

function once<K extends string, T>(ask: (key: K) => Promise<T>): (key: K) => Promise<T> {
  const asked = new Map<K, Promise<T>>();
  return (key) => {
    const before = asked.get(key);
    if (before !== undefined) return before;
    const now = ask(key);
    asked.set(key, now);
    return now;
  };
}
