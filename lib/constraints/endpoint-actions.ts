const ecrPull = [
  'ecr:BatchCheckLayerAvailability',
  'ecr:BatchGetImage',
  'ecr:DescribeImages',
  'ecr:GetAuthorizationToken',
  'ecr:GetDownloadUrlForLayer',
];

/** Actions that each VPC endpoint allows: the data plane of a running platform, without the creation of resources. */
export const executionActions: Readonly<Record<string, readonly string[]>> = {
  bedrock: ['bedrock:GetFoundationModel', 'bedrock:ListFoundationModels'],
  'bedrock-agent': [
    'bedrock:GetDataSource',
    'bedrock:GetIngestionJob',
    'bedrock:GetKnowledgeBase',
    'bedrock:ListIngestionJobs',
    'bedrock:StartIngestionJob',
  ],
  'bedrock-agent-runtime': ['bedrock:Retrieve', 'bedrock:RetrieveAndGenerate'],
  'bedrock-runtime': ['bedrock:ApplyGuardrail', 'bedrock:InvokeModel', 'bedrock:InvokeModelWithResponseStream'],
  dynamodb: [
    'dynamodb:BatchGetItem',
    'dynamodb:ConditionCheckItem',
    'dynamodb:GetItem',
    'dynamodb:PutItem',
    'dynamodb:Query',
    'dynamodb:UpdateItem',
  ],
  'ecr.api': ecrPull,
  'ecr.dkr': ecrPull,
  kms: ['kms:Decrypt', 'kms:DescribeKey', 'kms:Encrypt', 'kms:GenerateDataKey'],
  logs: ['logs:CreateLogStream', 'logs:DescribeLogStreams', 'logs:PutLogEvents'],
  monitoring: ['cloudwatch:GetMetricData', 'cloudwatch:PutMetricData'],
  s3: ['s3:GetBucketLocation', 's3:GetObject', 's3:GetObjectVersion', 's3:ListBucket', 's3:PutObject'],
  s3vectors: [
    's3vectors:DeleteVectors',
    's3vectors:GetIndex',
    's3vectors:GetVectors',
    's3vectors:ListVectors',
    's3vectors:PutVectors',
    's3vectors:QueryVectors',
  ],
  'sagemaker.api': [
    'sagemaker:DescribeEndpoint',
    'sagemaker:DescribeInferenceComponent',
    'sagemaker:DescribeModelPackage',
    'sagemaker:DescribePipelineExecution',
    'sagemaker:DescribeTrainingJob',
    'sagemaker:ListModelPackages',
    'sagemaker:StartPipelineExecution',
  ],
  'sagemaker.runtime': [
    'sagemaker:InvokeEndpoint',
    'sagemaker:InvokeEndpointAsync',
    'sagemaker:InvokeEndpointWithResponseStream',
  ],
  secretsmanager: ['secretsmanager:DescribeSecret', 'secretsmanager:GetSecretValue'],
  ssm: ['ssm:GetParameter', 'ssm:GetParameters', 'ssm:GetParametersByPath'],
  sts: ['sts:AssumeRole', 'sts:AssumeRoleWithWebIdentity', 'sts:GetCallerIdentity'],
};

/**
 * Services that applications often call, and the prefix of their actions in IAM, which can be another word than the name
 * of the endpoint.
 *
 * aws-cdk-lib 2.276.0: names of InterfaceVpcEndpointAwsService, and the actions that the modules of the services grant
 */
const applicationServices: Readonly<Record<string, string>> = {
  events: 'events',
  glue: 'glue',
  'kinesis-firehose': 'firehose',
  'kinesis-streams': 'kinesis',
  lambda: 'lambda',
  sns: 'sns',
  sqs: 'sqs',
  states: 'states',
};

/** Prefix in IAM of the actions of an endpoint's service, such as `ecr` for `ecr.api`; undefined where it is not known. */
export function actionPrefix(service: string): string | undefined {
  if (Object.hasOwn(executionActions, service)) return executionActions[service]?.[0]?.split(':')[0];
  return Object.hasOwn(applicationServices, service) ? applicationServices[service] : undefined;
}

/** Services with an interface endpoint, of which the prefix of the actions is known. */
export const knownServices: readonly string[] = [
  ...Object.keys(executionActions).filter((service) => service !== 'dynamodb' && service !== 's3'),
  ...Object.keys(applicationServices),
].toSorted();
