import type { Sourced } from '../decision';

/** Where two resources must not have the same name. */
export type NameScope = 'account' | 'account-and-region' | 'subscription' | 'resource-group' | 'parent' | 'global';

/** What a service accepts as a name. */
export interface NameRule extends Sourced {
  readonly min: number;
  readonly max: number;
  /** Between the parts of a name; empty where the service takes letters and digits only. */
  readonly separator: '-' | '/' | '';
  /** Before the first part. */
  readonly prefix?: string;
  readonly scope: NameScope;
  /** What the whole name must match. */
  readonly pattern: RegExp;
}

/** Read in the version of that date. The other rules are from the API references and were not read again. */
const azure: Sourced = {
  source: 'MicrosoftDocs/azure-docs, resource-name-rules.md',
  asOf: '2020-02-11',
};
const azureApi = (page: string): Sourced => ({ source: `learn.microsoft.com, ${page}`, asOf: '2026-11-01' });
const aws = (page: string): Sourced => ({ source: `docs.aws.amazon.com, ${page}`, asOf: '2026-11-01' });

/**
 * Naming rules of every service in which this kit names resources. The lengths are those of the services; the patterns are
 * narrowed to the lower-case letters, digits and separators that this kit uses.
 */
export const nameRules = {
  'cloudformation-stack': {
    min: 1,
    max: 128,
    separator: '-',
    scope: 'account-and-region',
    pattern: /^[a-z][a-z0-9-]*$/,
    ...aws('CloudFormation CreateStack'),
  },
  'ssm-parameter-path': {
    min: 1,
    max: 900,
    separator: '/',
    prefix: '/llmops/',
    scope: 'account-and-region',
    pattern: /^\/[a-z0-9/-]+$/,
    ...aws('Systems Manager PutParameter'),
  },
  'kms-alias': {
    min: 1,
    max: 256,
    separator: '-',
    prefix: 'alias/',
    scope: 'account-and-region',
    pattern: /^alias\/[a-z0-9-]+$/,
    ...aws('KMS CreateAlias'),
  },
  'aws-budget': {
    min: 1,
    max: 100,
    separator: '-',
    scope: 'account',
    pattern: /^[a-z][a-z0-9-]*$/,
    ...aws('Budgets CreateBudget'),
  },
  'log-group': {
    min: 1,
    max: 512,
    separator: '/',
    prefix: '/llmops/',
    scope: 'account-and-region',
    pattern: /^\/[a-z0-9/-]+$/,
    ...aws('CloudWatch Logs CreateLogGroup'),
  },
  'iam-role': {
    min: 1,
    max: 64,
    separator: '-',
    scope: 'account',
    pattern: /^[a-z0-9-]+$/,
    ...aws('IAM CreateRole'),
  },
  's3-bucket': {
    min: 3,
    max: 63,
    separator: '-',
    scope: 'global',
    pattern: /^[a-z0-9][a-z0-9-]*[a-z0-9]$/,
    ...aws('S3 bucket naming rules'),
  },
  'ecr-repository': {
    min: 2,
    max: 256,
    separator: '/',
    scope: 'account-and-region',
    pattern: /^[a-z0-9]+([/-][a-z0-9]+)*$/,
    ...aws('ECR CreateRepository'),
  },
  'ecr-cache-prefix': {
    min: 2,
    max: 30,
    separator: '-',
    scope: 'account-and-region',
    pattern: /^[a-z0-9]+(-[a-z0-9]+)*$/,
    source: 'docs.aws.amazon.com, ECR CreatePullThroughCacheRule',
    asOf: '2026-11-30',
  },
  'codebuild-project': {
    min: 2,
    max: 255,
    separator: '-',
    scope: 'account-and-region',
    pattern: /^[a-z0-9][a-z0-9-]*$/,
    source: 'published schema of AWS::CodeBuild::Project, Name',
    asOf: '2026-12-01',
  },
  'dynamodb-table': {
    min: 3,
    max: 255,
    separator: '-',
    scope: 'account-and-region',
    pattern: /^[a-z0-9-]+$/,
    ...aws('DynamoDB CreateTable'),
  },
  'sagemaker-model-package-group': {
    min: 1,
    max: 63,
    separator: '-',
    scope: 'account-and-region',
    pattern: /^[a-z0-9](-*[a-z0-9])*$/,
    ...aws('SageMaker CreateModelPackageGroup'),
  },
  'sagemaker-endpoint': {
    min: 1,
    max: 63,
    separator: '-',
    scope: 'account-and-region',
    pattern: /^[a-z0-9](-*[a-z0-9])*$/,
    ...aws('SageMaker CreateEndpoint'),
  },
  'sagemaker-pipeline': {
    min: 1,
    max: 256,
    separator: '-',
    scope: 'account-and-region',
    pattern: /^[a-z0-9](-*[a-z0-9])*$/,
    ...aws('SageMaker CreatePipeline'),
  },
  'bedrock-knowledge-base': {
    min: 1,
    // Bedrock allows 100. The name of the data source adds its chunking: see `constructs/aws/knowledge`.
    max: 80,
    separator: '-',
    scope: 'account-and-region',
    pattern: /^([0-9a-z]-?)+$/,
    ...aws('Bedrock CreateKnowledgeBase'),
  },
  's3-vector-bucket': {
    min: 3,
    max: 63,
    separator: '-',
    scope: 'account-and-region',
    pattern: /^[a-z0-9][a-z0-9-]*[a-z0-9]$/,
    ...aws('S3 Vectors CreateVectorBucket'),
  },
  's3-vector-index': {
    min: 3,
    max: 63,
    separator: '-',
    scope: 'parent',
    pattern: /^[a-z0-9][a-z0-9-]*[a-z0-9]$/,
    ...aws('S3 Vectors CreateIndex'),
  },
  'chat-configuration': {
    min: 1,
    max: 128,
    separator: '-',
    scope: 'account',
    pattern: /^[a-z0-9-]+$/,
    source: 'docs.aws.amazon.com, Chatbot CreateMicrosoftTeamsChannelConfiguration',
    asOf: '2026-12-01',
  },
  'cloudwatch-dashboard': {
    min: 1,
    max: 255,
    separator: '-',
    scope: 'account',
    pattern: /^[a-z0-9-]+$/,
    ...aws('CloudWatch PutDashboard'),
  },
  'azure-resource-group': {
    min: 1,
    max: 90,
    separator: '-',
    scope: 'subscription',
    pattern: /^[a-z0-9-]*[a-z0-9]$/,
    ...azure,
  },
  'azure-virtual-network': {
    min: 2,
    max: 64,
    separator: '-',
    scope: 'resource-group',
    pattern: /^[a-z0-9][a-z0-9-]*[a-z0-9]$/,
    ...azure,
  },
  'azure-subnet': {
    min: 1,
    max: 80,
    separator: '-',
    scope: 'parent',
    pattern: /^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/,
    ...azure,
  },
  'azure-key-vault': {
    min: 3,
    max: 24,
    separator: '-',
    scope: 'global',
    pattern: /^[a-z](-?[a-z0-9])+$/,
    ...azure,
  },
  'azure-app-configuration': {
    min: 5,
    max: 50,
    separator: '-',
    scope: 'global',
    pattern: /^[a-z0-9][a-z0-9-]*[a-z0-9]$/,
    ...azure,
  },
  'azure-app-configuration-key': {
    min: 1,
    max: 900,
    separator: '/',
    prefix: '/llmops/',
    scope: 'parent',
    pattern: /^\/[a-z0-9/-]+$/,
    ...azureApi('App Configuration keys: a key and its value share 10 KB'),
  },
  'azure-log-analytics': {
    min: 4,
    max: 63,
    separator: '-',
    scope: 'resource-group',
    pattern: /^[a-z0-9][a-z0-9-]*[a-z0-9]$/,
    ...azure,
  },
  'azure-action-group': {
    min: 1,
    max: 260,
    separator: '-',
    scope: 'resource-group',
    pattern: /^[a-z0-9-]*[a-z0-9]$/,
    ...azure,
  },
  'azure-budget': {
    min: 1,
    max: 63,
    separator: '-',
    scope: 'resource-group',
    pattern: /^[a-z0-9-]+$/,
    ...azure,
  },
  'azure-application-insights': {
    min: 1,
    max: 260,
    separator: '-',
    scope: 'resource-group',
    pattern: /^[a-z0-9-]+$/,
    ...azureApi('Application Insights components'),
  },
  'azure-managed-identity': {
    min: 3,
    max: 128,
    separator: '-',
    scope: 'resource-group',
    pattern: /^[a-z0-9][a-z0-9-]*$/,
    ...azure,
  },
  'azure-storage-account': {
    min: 3,
    max: 24,
    separator: '',
    scope: 'global',
    pattern: /^[a-z0-9]+$/,
    ...azure,
  },
  'azure-blob-container': {
    min: 3,
    max: 63,
    separator: '-',
    scope: 'parent',
    pattern: /^[a-z0-9](-?[a-z0-9])+$/,
    ...azure,
  },
  'azure-container-registry': {
    min: 5,
    max: 50,
    separator: '',
    scope: 'global',
    pattern: /^[a-z0-9]+$/,
    ...azure,
  },
  'azure-cache-rule': {
    min: 5,
    max: 50,
    separator: '-',
    scope: 'parent',
    pattern: /^[a-z0-9][a-z0-9-]*$/,
    ...azureApi('Container Registry cache rules'),
  },
  'azure-credential-set': {
    min: 5,
    max: 50,
    separator: '-',
    scope: 'parent',
    pattern: /^[a-z0-9][a-z0-9-]*$/,
    ...azureApi('Container Registry credential sets'),
  },
  'azure-ml-workspace': {
    min: 3,
    max: 33,
    separator: '-',
    scope: 'resource-group',
    pattern: /^[a-z0-9][a-z0-9-]*$/,
    ...azure,
  },
  'azure-ml-registry': {
    min: 3,
    max: 33,
    separator: '-',
    scope: 'global',
    pattern: /^[a-z0-9][a-z0-9-]*$/,
    ...azureApi('Azure Machine Learning registries'),
  },
  'azure-ml-online-endpoint': {
    min: 3,
    max: 32,
    separator: '-',
    scope: 'global',
    pattern: /^[a-z][a-z0-9-]*[a-z0-9]$/,
    ...azureApi('Azure Machine Learning endpoint limits'),
  },
  'azure-ml-online-deployment': {
    min: 3,
    max: 32,
    separator: '-',
    scope: 'parent',
    pattern: /^[a-z][a-z0-9-]*[a-z0-9]$/,
    ...azureApi('Azure Machine Learning endpoint limits'),
  },
  'azure-openai-account': {
    min: 2,
    max: 64,
    separator: '-',
    scope: 'global',
    pattern: /^[a-z0-9][a-z0-9-]*[a-z0-9]$/,
    ...azure,
  },
  'azure-openai-deployment': {
    min: 2,
    max: 64,
    separator: '-',
    scope: 'parent',
    pattern: /^[a-z0-9-]+$/,
    ...azureApi('Azure OpenAI deployments'),
  },
  'azure-content-filter': {
    min: 2,
    max: 64,
    separator: '-',
    scope: 'parent',
    pattern: /^[a-z0-9-]+$/,
    ...azureApi('Azure OpenAI content filters'),
  },
  'azure-search-service': {
    min: 2,
    max: 60,
    separator: '-',
    scope: 'global',
    pattern: /^[a-z0-9][a-z0-9](-?[a-z0-9])*$/,
    ...azureApi('AI Search service names'),
  },
} as const satisfies Readonly<Record<string, NameRule>>;

/** A service in which this kit names resources. */
export type NamedService = keyof typeof nameRules;
