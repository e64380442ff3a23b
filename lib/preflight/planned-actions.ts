import type { SettledAwsPlan } from '../plan';
import type { PolicyRequest } from './check';

/** One action of each service that creates something of the plan, with the resource it is about. */
export function plannedActions(plan: SettledAwsPlan): readonly PolicyRequest[] {
  const { account, region, integration, foundation, deployment, knowledge, tuning } = plan;
  const arn = (service: string, resource: string): string => `arn:aws:${service}:${region}:${account}:${resource}`;
  const endpoints = Object.values(deployment.endpoints);
  const bases = Object.values(knowledge.bases);
  const action = (name: string, resource: string, context: PolicyRequest['context'] = {}): PolicyRequest => ({
    action: name,
    resource,
    context,
  });
  return [
    ...('cidr' in foundation.network ? [action('ec2:CreateVpc', arn('ec2', 'vpc/*'))] : []),
    ...('keyAlias' in foundation.encryption ? [action('kms:CreateKey', '*')] : []),
    ...(foundation.logs.existing === true
      ? []
      : [action('logs:CreateLogGroup', arn('logs', `log-group:${foundation.logs.groupName}`))]),
    action('iam:CreateRole', `arn:aws:iam::${account}:role/${plan.stackNames.foundation}-role`),
    action('s3:CreateBucket', `arn:aws:s3:::${integration.artifactBucketName}`),
    ...(integration.existingRepository === true
      ? []
      : [action('ecr:CreateRepository', arn('ecr', `repository/${integration.repositoryName}`))]),
    action('dynamodb:CreateTable', arn('dynamodb', `table/${integration.releaseTableName}`)),
    action('ssm:PutParameter', arn('ssm', `parameter${plan.parameterPrefix}/foundation/key-arn`)),
    action('cloudwatch:PutDashboard', `arn:aws:cloudwatch::${account}:dashboard/${plan.observability.dashboardName}`),
    ...endpoints.flatMap(({ endpointName, instanceType }) => [
      action('sagemaker:CreateModel', arn('sagemaker', `model/${endpointName}`)),
      action('sagemaker:CreateEndpointConfig', arn('sagemaker', `endpoint-config/${endpointName}`), {
        'sagemaker:InstanceTypes': instanceType,
      }),
      action('sagemaker:CreateEndpoint', arn('sagemaker', `endpoint/${endpointName}`)),
    ]),
    ...bases.flatMap(({ vectorBucketName }) => [
      action('bedrock:CreateKnowledgeBase', arn('bedrock', 'knowledge-base/*')),
      action('s3vectors:CreateVectorBucket', arn('s3vectors', `bucket/${vectorBucketName}`)),
    ]),
    ...Object.values(tuning.jobs).map(({ pipelineName }) =>
      action('sagemaker:CreatePipeline', arn('sagemaker', `pipeline/${pipelineName}`)),
    ),
  ];
}
