import { Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import { CodedError } from '../../../lib/messages';

const ecrPull = [
  'ecr:BatchCheckLayerAvailability',
  'ecr:BatchGetImage',
  'ecr:DescribeImages',
  'ecr:GetAuthorizationToken',
  'ecr:GetDownloadUrlForLayer',
];

/** Actions that each VPC endpoint allows: the data plane of a running platform, without the creation of resources. */
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
 * Policy statements of the VPC endpoint of a service: named actions, for principals of this account.
 *
 * The resource is `*`, because the policy of an endpoint limits principals and actions. The policy of a role limits the
 * resources.
 *
 * @param service - service name without the regional prefix, for example `sagemaker.runtime`
 * @param further - actions of services that the kit does not know, or in place of those it knows, by service
 * @throws CodedError `UnknownEndpointService` for a service without actions in either
 */
export function endpointStatements(
  scope: Construct,
  service: string,
  further: Readonly<Record<string, readonly string[]>> = {},
): readonly iam.PolicyStatement[] {
  const actions = further[service] ?? executionActions[service];
  if (actions === undefined) {
    throw new CodedError('UnknownEndpointService', {
      place: scope.node.path,
      message: 'the kit has no policy for the VPC endpoint of this service',
      got: service,
      expected: `one of ${Object.keys(executionActions).join(', ')}`,
      fix: `write what callers may do: endpointActions: { '${service}': ['…'] }`,
    });
  }
  const { account } = Stack.of(scope);
  const allowed = new iam.PolicyStatement({
    sid: 'OwnPrincipals',
    principals: [new iam.AnyPrincipal()],
    actions: [...actions],
    resources: ['*'],
    conditions: { StringEquals: { 'aws:PrincipalAccount': account } },
  });
  return service === 's3' ? [allowed, imageLayers(scope), denyOtherAccounts(account)] : [allowed];
}

/** ECR serves image layers from its regional bucket, with URLs that it signs. */
function imageLayers(scope: Construct): iam.PolicyStatement {
  const { partition, region } = Stack.of(scope);
  return new iam.PolicyStatement({
    sid: 'ImageLayers',
    principals: [new iam.AnyPrincipal()],
    actions: ['s3:GetObject'],
    resources: [`arn:${partition}:s3:::prod-${region}-starport-layer-bucket/*`],
  });
}

/** No principal can write weights or documents to another account through the endpoint. */
function denyOtherAccounts(account: string): iam.PolicyStatement {
  return new iam.PolicyStatement({
    sid: 'OwnWritesOnly',
    effect: iam.Effect.DENY,
    principals: [new iam.AnyPrincipal()],
    actions: ['s3:PutObject'],
    resources: ['*'],
    conditions: { StringNotEquals: { 'aws:ResourceAccount': account } },
  });
}
