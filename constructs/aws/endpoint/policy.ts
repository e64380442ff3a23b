import { Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';

const ecrPull = [
  'ecr:BatchCheckLayerAvailability',
  'ecr:BatchGetImage',
  'ecr:DescribeImages',
  'ecr:GetAuthorizationToken',
  'ecr:GetDownloadUrlForLayer',
];

/** What may pass each private endpoint: the data plane of a running platform, never the making of resources. */
const executionActions: Readonly<Record<string, readonly string[]>> = {
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
 * What a private endpoint lets through: named actions, asked by principals of this account.
 *
 * The resource stays `*` because the policy of an endpoint bounds who may use it and for what; which resource a role
 * may touch is said once, in the policy of the role.
 *
 * @throws on a service without a row
 */
export function endpointStatements(scope: Construct, service: string): readonly iam.PolicyStatement[] {
  const actions = executionActions[service];
  if (actions === undefined) {
    throw new Error(
      `${scope.node.path}: got endpoint service ${JSON.stringify(service)}, expected one of ${Object.keys(executionActions).join(', ')}; add its actions to endpoint-policy.ts`,
    );
  }
  const { account } = Stack.of(scope);
  const own = new iam.PolicyStatement({
    sid: 'OwnPrincipals',
    principals: [new iam.AnyPrincipal()],
    actions: [...actions],
    resources: ['*'],
    conditions: { StringEquals: { 'aws:PrincipalAccount': account } },
  });
  return service === 's3' ? [own, imageLayers(scope), ownWritesOnly(account)] : [own];
}

/** ECR hands out layers from a bucket of its own, by URLs it signs itself. */
function imageLayers(scope: Construct): iam.PolicyStatement {
  const { partition, region } = Stack.of(scope);
  return new iam.PolicyStatement({
    sid: 'ImageLayers',
    principals: [new iam.AnyPrincipal()],
    actions: ['s3:GetObject'],
    resources: [`arn:${partition}:s3:::prod-${region}-starport-layer-bucket/*`],
  });
}

/** Weights and documents leave the account through no endpoint. */
function ownWritesOnly(account: string): iam.PolicyStatement {
  return new iam.PolicyStatement({
    sid: 'OwnWritesOnly',
    effect: iam.Effect.DENY,
    principals: [new iam.AnyPrincipal()],
    actions: ['s3:PutObject'],
    resources: ['*'],
    conditions: { StringNotEquals: { 'aws:ResourceAccount': account } },
  });
}
