import type { PropertyValue } from '../../graph';
import { isMap, listOf, valueAt } from '../policy';
import type { TermsRow } from './reshape';
import { documentOf } from './reshape';

/** A row with the token that the provider `aws` of Pulumi has for the type. */
interface AwsRow extends TermsRow {
  readonly pulumi?: string;
}

/** `${aws_iam_role.app#name}` as a reference that concerns follow; a name stays a name. */
function referenceOf(value: PropertyValue): PropertyValue {
  const [, address] = typeof value === 'string' ? (/^\$\{([^#}]+)#[^}]+\}$/.exec(value) ?? []) : [];
  return address === undefined ? value : { Ref: address };
}

const principal = (attribute: string, property: string): NonNullable<TermsRow['values']> => ({
  [attribute]: (value) => [[property, referenceOf(value)]],
});

/** A policy of its own, attached to a role, user or group by name. */
function attached(pulumi: string, attribute: string, property: string): AwsRow {
  return {
    type: 'AWS::IAM::Policy',
    pulumi,
    names: { policy: 'PolicyDocument' },
    documents: ['policy'],
    values: principal(attribute, property),
  };
}

/** A managed policy that a role, user or group gets. */
function attachment(pulumi: string, attribute: string, property: string): AwsRow {
  return {
    type: 'AWS::IAM::Policy',
    pulumi,
    values: { ...principal(attribute, property), policy_arn: (value) => [['ManagedPolicyArns', [value]]] },
  };
}

function policyOf(type: string, property: string, pulumi: string, attribute = 'policy'): AwsRow {
  return { type, pulumi, names: { [attribute]: property }, documents: [attribute] };
}

/** Rules of a security group: each range of addresses is a rule in CloudFormation. */
function ingressOf(value: PropertyValue): readonly PropertyValue[] {
  return listOf(value).flatMap((rule) => {
    const pick = (...names: readonly string[]): PropertyValue | undefined =>
      names.map((name) => valueAt(rule, name)).find((found) => found !== undefined);
    const ports = {
      IpProtocol: pick('protocol', 'ip_protocol', 'ipProtocol') ?? '-1',
      FromPort: pick('from_port', 'fromPort') ?? -1,
      ToPort: pick('to_port', 'toPort') ?? -1,
    };
    return [
      ...listOf(pick('cidr_blocks', 'cidrBlocks', 'cidr_ipv4', 'cidrIpv4')).map((CidrIp) => ({ ...ports, CidrIp })),
      ...listOf(pick('ipv6_cidr_blocks', 'ipv6CidrBlocks', 'cidr_ipv6', 'cidrIpv6')).map((CidrIpv6) => ({
        ...ports,
        CidrIpv6,
      })),
    ].filter(({ ...one }) => !Object.values(one).includes(null));
  });
}

/** The inline policies of a role. */
function inlinePolicies(value: PropertyValue): readonly PropertyValue[] {
  return listOf(value).flatMap((one) =>
    isMap(one) && one.policy !== undefined && one.policy !== null
      ? [{ PolicyName: one.name ?? '', PolicyDocument: documentOf(one.policy) }]
      : [],
  );
}

/**
 * Types of the providers `aws` of Terraform and Pulumi in the terms of CloudFormation. What has no row keeps its type, and its
 * attributes are named as properties.
 *
 * Source: registry.terraform.io/providers/hashicorp/aws and pulumi.com/registry/packages/aws (attributes and tokens), the
 * schemas of CloudFormation (properties), read 2026-12-01.
 */
export const awsRows: Readonly<Record<string, AwsRow>> = {
  aws_bedrock_guardrail: {
    type: 'AWS::Bedrock::Guardrail',
    pulumi: 'aws:bedrock/guardrail:Guardrail',
    names: { blocked_input_messaging: 'BlockedInputMessaging', blocked_outputs_messaging: 'BlockedOutputsMessaging' },
    single: [
      'content_policy_config',
      'contextual_grounding_policy_config',
      'sensitive_information_policy_config',
      'topic_policy_config',
      'word_policy_config',
      'tier_config',
    ],
  },
  aws_bedrockagent_agent: {
    type: 'AWS::Bedrock::Agent',
    pulumi: 'aws:bedrock/agentAgent:AgentAgent',
    single: ['guardrail_configuration', 'prompt_override_configuration', 'inference_configuration'],
  },
  aws_bedrockagent_knowledge_base: {
    type: 'AWS::Bedrock::KnowledgeBase',
    pulumi: 'aws:bedrock/agentKnowledgeBase:AgentKnowledgeBase',
    single: ['knowledge_base_configuration', 'vector_knowledge_base_configuration', 'storage_configuration'],
  },
  aws_bedrockagent_data_source: {
    type: 'AWS::Bedrock::DataSource',
    pulumi: 'aws:bedrock/agentDataSource:AgentDataSource',
    single: ['vector_ingestion_configuration', 'chunking_configuration', 'data_source_configuration'],
  },
  aws_bedrockagent_prompt: { type: 'AWS::Bedrock::Prompt', pulumi: 'aws:bedrock/agentPrompt:AgentPrompt' },
  aws_bedrock_inference_profile: {
    type: 'AWS::Bedrock::ApplicationInferenceProfile',
    pulumi: 'aws:bedrock/inferenceProfile:InferenceProfile',
    single: ['model_source'],
  },
  aws_sagemaker_model: {
    type: 'AWS::SageMaker::Model',
    pulumi: 'aws:sagemaker/model:Model',
    single: ['primary_container', 'vpc_config', 'model_data_source', 's3_data_source'],
    names: { container: 'Containers', s3_uri: 'S3Uri', model_data_url: 'ModelDataUrl' },
  },
  aws_sagemaker_endpoint_configuration: {
    type: 'AWS::SageMaker::EndpointConfig',
    pulumi: 'aws:sagemaker/endpointConfiguration:EndpointConfiguration',
    single: ['data_capture_config', 'async_inference_config'],
    names: { kms_key_arn: 'KmsKeyId' },
  },
  aws_iam_role: {
    type: 'AWS::IAM::Role',
    pulumi: 'aws:iam/role:Role',
    names: { assume_role_policy: 'AssumeRolePolicyDocument' },
    documents: ['assume_role_policy'],
    values: { inline_policy: (value) => [['Policies', inlinePolicies(value)]] },
  },
  aws_iam_policy: policyOf('AWS::IAM::ManagedPolicy', 'PolicyDocument', 'aws:iam/policy:Policy'),
  aws_iam_role_policy: attached('aws:iam/rolePolicy:RolePolicy', 'role', 'Roles'),
  aws_iam_user_policy: attached('aws:iam/userPolicy:UserPolicy', 'user', 'Users'),
  aws_iam_group_policy: attached('aws:iam/groupPolicy:GroupPolicy', 'group', 'Groups'),
  aws_iam_role_policy_attachment: attachment('aws:iam/rolePolicyAttachment:RolePolicyAttachment', 'role', 'Roles'),
  aws_iam_user_policy_attachment: attachment('aws:iam/userPolicyAttachment:UserPolicyAttachment', 'user', 'Users'),
  aws_iam_group_policy_attachment: attachment('aws:iam/groupPolicyAttachment:GroupPolicyAttachment', 'group', 'Groups'),
  aws_kms_key: policyOf('AWS::KMS::Key', 'KeyPolicy', 'aws:kms/key:Key'),
  aws_s3_bucket_policy: policyOf('AWS::S3::BucketPolicy', 'PolicyDocument', 'aws:s3/bucketPolicy:BucketPolicy'),
  aws_sqs_queue_policy: policyOf('AWS::SQS::QueuePolicy', 'PolicyDocument', 'aws:sqs/queuePolicy:QueuePolicy'),
  aws_sns_topic_policy: policyOf('AWS::SNS::TopicPolicy', 'PolicyDocument', 'aws:sns/topicPolicy:TopicPolicy'),
  aws_secretsmanager_secret_policy: policyOf(
    'AWS::SecretsManager::ResourcePolicy',
    'ResourcePolicy',
    'aws:secretsmanager/secretPolicy:SecretPolicy',
  ),
  aws_ecr_repository_policy: policyOf(
    'AWS::ECR::Repository',
    'RepositoryPolicyText',
    'aws:ecr/repositoryPolicy:RepositoryPolicy',
  ),
  aws_vpc_endpoint: policyOf('AWS::EC2::VPCEndpoint', 'PolicyDocument', 'aws:ec2/vpcEndpoint:VpcEndpoint'),
  aws_opensearchserverless_security_policy: {
    type: 'AWS::OpenSearchServerless::SecurityPolicy',
    pulumi: 'aws:opensearch/serverlessSecurityPolicy:ServerlessSecurityPolicy',
    values: { policy: (value) => [['Policy', value]] },
  },
  aws_s3_bucket_public_access_block: {
    type: 'AWS::S3::Bucket',
    pulumi: 'aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock',
    within: 'PublicAccessBlockConfiguration',
  },
  aws_security_group: {
    type: 'AWS::EC2::SecurityGroup',
    pulumi: 'aws:ec2/securityGroup:SecurityGroup',
    values: { ingress: (value) => [['SecurityGroupIngress', ingressOf(value)]] },
  },
  aws_vpc_security_group_ingress_rule: {
    type: 'AWS::EC2::SecurityGroupIngress',
    pulumi: 'aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule',
    names: { cidr_ipv4: 'CidrIp', cidr_ipv6: 'CidrIpv6' },
  },
  aws_lambda_function_url: {
    type: 'AWS::Lambda::Url',
    pulumi: 'aws:lambda/functionUrl:FunctionUrl',
    names: { authorization_type: 'AuthType' },
  },
  aws_lambda_permission: {
    type: 'AWS::Lambda::Permission',
    pulumi: 'aws:lambda/permission:Permission',
    names: { principal_org_id: 'PrincipalOrgID' },
  },
  aws_db_instance: { type: 'AWS::RDS::DBInstance', pulumi: 'aws:rds/instance:Instance' },
  aws_rds_cluster_instance: { type: 'AWS::RDS::DBInstance', pulumi: 'aws:rds/clusterInstance:ClusterInstance' },
  aws_sagemaker_notebook_instance: {
    type: 'AWS::SageMaker::NotebookInstance',
    pulumi: 'aws:sagemaker/notebookInstance:NotebookInstance',
  },
  aws_sagemaker_domain: { type: 'AWS::SageMaker::Domain', pulumi: 'aws:sagemaker/domain:Domain' },
  aws_eks_cluster: {
    type: 'AWS::EKS::Cluster',
    pulumi: 'aws:eks/cluster:Cluster',
    names: { vpc_config: 'ResourcesVpcConfig' },
    single: ['vpc_config', 'encryption_config'],
  },
  aws_lb: {
    type: 'AWS::ElasticLoadBalancingV2::LoadBalancer',
    pulumi: 'aws:lb/loadBalancer:LoadBalancer',
    values: { internal: (value) => [['Scheme', value === true ? 'internal' : 'internet-facing']] },
  },
  aws_cloudwatch_log_group: {
    type: 'AWS::Logs::LogGroup',
    pulumi: 'aws:cloudwatch/logGroup:LogGroup',
    // Zero days keep logs without end.
    values: { retention_in_days: (value) => (value === 0 ? [] : [['RetentionInDays', value]]) },
  },
  aws_cloudwatch_metric_alarm: { type: 'AWS::CloudWatch::Alarm', pulumi: 'aws:cloudwatch/metricAlarm:MetricAlarm' },
  aws_cloudtrail: { type: 'AWS::CloudTrail::Trail', pulumi: 'aws:cloudtrail/trail:Trail' },
  aws_flow_log: { type: 'AWS::EC2::FlowLog', pulumi: 'aws:ec2/flowLog:FlowLog' },
};

/** Rows by the token of Pulumi. */
export const awsTokens: ReadonlyMap<string, AwsRow> = new Map(
  Object.values(awsRows).flatMap((row) => (row.pulumi === undefined ? [] : [[row.pulumi, row] as const])),
);
