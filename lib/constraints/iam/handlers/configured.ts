import type { JsonObject } from '../../json';
import { isObject } from '../../json';

/** Whether a resource as it is declared has CloudFormation call an action. */
export type Configured = (properties: JsonObject) => boolean;

const has =
  (...names: readonly string[]): Configured =>
  (properties) =>
    names.some((name) => properties[name] !== undefined);
const not =
  (name: string, ...values: readonly string[]): Configured =>
  (properties) =>
    properties[name] !== undefined && !values.some((value) => properties[name] === value);
const never: Configured = () => false;

/** A member of an object is set. An object that is not known, such as a reference, may have it. */
const within =
  (name: string, ...members: readonly string[]): Configured =>
  ({ [name]: value }) =>
    value !== undefined && (!isObject(value) || members.some((member) => value[member] !== undefined));

/** A text stands somewhere in a property. */
const mentions =
  (name: string, text: string): Configured =>
  ({ [name]: value }) =>
    value !== undefined && JSON.stringify(value).includes(text);

// The custom actions of a channel.
const chatbotActions = ['chatbot:AssociateToConfiguration', 'chatbot:DisassociateFromConfiguration'];
const s3Tables = [
  'CreateNamespace',
  'CreateTable',
  'CreateTableBucket',
  'GetTable',
  'GetTableMetadataLocation',
  'PutTableBucketPolicy',
  'PutTableEncryption',
  'PutTablePolicy',
  'UpdateTableMetadataLocation',
].map((name) => `s3tables:${name}`);
const s3Metadata = [
  'CreateBucketMetadataTableConfiguration',
  'DeleteBucketMetadataTableConfiguration',
  'UpdateBucketMetadataAnnotationTableConfiguration',
  'UpdateBucketMetadataInventoryTableConfiguration',
  'UpdateBucketMetadataJournalTableConfiguration',
].map((name) => `s3:${name}`);
// No replicas, and no import, without their property: the handler of a table serves global tables too.
const replicas = [
  ...'AssociateTableReplica BatchWriteItem CreateTableReplica DeleteItem GetItem PutItem Query Scan UpdateItem'
    .split(' ')
    .map((name) => `dynamodb:${name}`),
  'iam:CreateServiceLinkedRole',
];
const tableImport = [
  ...'DescribeImport ImportTable'.split(' ').map((name) => `dynamodb:${name}`),
  ...'CreateLogGroup CreateLogStream DescribeLogGroups DescribeLogStreams PutLogEvents PutRetentionPolicy'
    .split(' ')
    .map((name) => `logs:${name}`),
  's3:GetObject',
  's3:ListBucket',
];
const tableKey = ['CreateGrant', 'Decrypt', 'DescribeKey', 'Encrypt', 'ListAliases', 'RevokeGrant'].map(
  (name) => `kms:${name}`,
);
const tableStream = [
  'dynamodb:EnableKinesisStreamingDestination',
  'dynamodb:DisableKinesisStreamingDestination',
  'dynamodb:UpdateKinesisStreamingDestination',
  'kinesis:DescribeStream',
  'kinesis:PutRecords',
];
const each = (actions: readonly string[], when: Configured): Readonly<Record<string, Configured>> =>
  Object.fromEntries(actions.map((action) => [action, when]));

/**
 * Actions of a published handler that only some declarations need: those that set or remove a property, which the API
 * reference of the action names (read 2026-11-30). An action that is not here is needed whatever is declared. A property that
 * is set may be changed and removed, so its removal is needed with it. `never`: for what the type cannot declare.
 */
export const configured: Readonly<Record<string, Readonly<Record<string, Configured>>>> = {
  'AWS::ApplicationAutoScaling::ScalableTarget': {
    'application-autoscaling:PutScheduledAction': has('ScheduledActions'),
    'application-autoscaling:DeleteScheduledAction': has('ScheduledActions'),
    'iam:PassRole': has('RoleARN'),
    ...each(
      ['Delete', 'Get', 'Put'].map((verb) => `lambda:${verb}ProvisionedConcurrencyConfig`),
      not('ServiceNamespace', 'sagemaker'),
    ),
  },
  'AWS::ApplicationAutoScaling::ScalingPolicy': {
    'cloudwatch:GetMetricData': has('PredictiveScalingPolicyConfiguration'),
  },
  'AWS::Bedrock::DataSource': {
    'kms:GenerateDataKey': has('ServerSideEncryptionConfiguration'),
    'kms:Decrypt': has('ServerSideEncryptionConfiguration'),
  },
  'AWS::Bedrock::KnowledgeBase': {
    'bedrock:AssociateThirdPartyKnowledgeBase': within(
      'StorageConfiguration',
      'PineconeConfiguration',
      'MongoDbAtlasConfiguration',
      'RedisEnterpriseCloudConfiguration',
    ),
    // Keys belong to the stores and to the role of the knowledge base; only a managed store would have one of its own.
    ...each(
      'CreateGrant Decrypt DescribeKey Encrypt GenerateDataKey GenerateDataKeyWithoutPlaintext RetireGrant'
        .split(' ')
        .map((name) => `kms:${name}`),
      never,
    ),
  },
  'AWS::Chatbot::MicrosoftTeamsChannelConfiguration': each(chatbotActions, has('CustomizationResourceArns')),
  'AWS::Chatbot::SlackChannelConfiguration': each(chatbotActions, has('CustomizationResourceArns')),
  'AWS::DynamoDB::Table': {
    ...each(replicas, never),
    ...each(tableImport, has('ImportSourceSpecification')),
    ...each(tableKey, has('SSESpecification')),
    ...each(tableStream, has('KinesisStreamSpecification')),
    'dynamodb:UpdateTimeToLive': has('TimeToLiveSpecification'),
    'dynamodb:UpdateContinuousBackups': has('PointInTimeRecoverySpecification'),
    'dynamodb:UpdateContributorInsights': has('ContributorInsightsSpecification', 'GlobalSecondaryIndexes'),
    'dynamodb:PutResourcePolicy': has('ResourcePolicy'),
    'dynamodb:DeleteResourcePolicy': has('ResourcePolicy'),
  },
  'AWS::EC2::FlowLog': {
    'iam:PassRole': has('DeliverLogsPermissionArn', 'DeliverCrossAccountRole'),
    ...each(
      [
        'iam:CreateServiceLinkedRole',
        'logs:CreateLogDelivery',
        'logs:DeleteLogDelivery',
        's3:GetBucketPolicy',
        's3:PutBucketPolicy',
      ],
      not('LogDestinationType', 'cloud-watch-logs'),
    ),
  },
  'AWS::EC2::SecurityGroup': {
    'ec2:AuthorizeSecurityGroupEgress': has('SecurityGroupEgress'),
    'ec2:UpdateSecurityGroupRuleDescriptionsEgress': has('SecurityGroupEgress'),
    'ec2:AuthorizeSecurityGroupIngress': has('SecurityGroupIngress'),
    'ec2:RevokeSecurityGroupIngress': has('SecurityGroupIngress'),
    'ec2:UpdateSecurityGroupRuleDescriptionsIngress': has('SecurityGroupIngress'),
  },
  'AWS::EC2::Subnet': {
    'ec2:ModifySubnetAttribute': has(
      'AssignIpv6AddressOnCreation',
      'EnableDns64',
      'EnableLniAtDeviceIndex',
      'MapPublicIpOnLaunch',
      'PrivateDnsNameOptionsOnLaunch',
    ),
    'ec2:AssociateSubnetCidrBlock': has('Ipv6CidrBlock', 'Ipv6IpamPoolId'),
    'ec2:DisassociateSubnetCidrBlock': has('Ipv6CidrBlock', 'Ipv6IpamPoolId'),
  },
  'AWS::EC2::VPC': {
    'ec2:CreateVpcEncryptionControl': has('VpcEncryptionControl'),
    'ec2:ModifyVpcTenancy': has('InstanceTenancy'),
  },
  'AWS::EC2::VPCEndpoint': {
    'vpc-lattice:CreateServiceNetworkVpcEndpointAssociation': has('ServiceNetworkArn'),
    'vpce:AllowMultiRegion': has('ServiceRegion'),
  },
  'AWS::ECR::PullThroughCacheRule': {
    'iam:PassRole': has('CustomRoleArn'),
    'secretsmanager:GetSecretValue': has('CredentialArn'),
  },
  'AWS::ECR::RepositoryCreationTemplate': {
    'iam:PassRole': has('CustomRoleArn'),
    // Without a role of the account, ECR has one of its own made.
    'iam:CreateServiceLinkedRole': ({ CustomRoleArn: role }) => role === undefined,
    'ecr:PutLifecyclePolicy': has('LifecyclePolicy'),
    'ecr:SetRepositoryPolicy': has('RepositoryPolicy'),
  },
  'AWS::ECR::Repository': {
    'ecr:PutLifecyclePolicy': has('LifecyclePolicy'),
    'ecr:DeleteLifecyclePolicy': has('LifecyclePolicy'),
    'ecr:SetRepositoryPolicy': has('RepositoryPolicyText'),
    'ecr:DeleteRepositoryPolicy': has('RepositoryPolicyText'),
    'ecr:PutImageScanningConfiguration': has('ImageScanningConfiguration'),
    'ecr:PutImageTagMutability': has('ImageTagMutability', 'ImageTagMutabilityExclusionFilters'),
    ...each(['kms:CreateGrant', 'kms:DescribeKey', 'kms:RetireGrant'], within('EncryptionConfiguration', 'KmsKey')),
  },
  'AWS::IAM::OIDCProvider': {
    'iam:UpdateOpenIDConnectProviderThumbprint': has('ThumbprintList'),
    'iam:AddClientIDToOpenIDConnectProvider': has('ClientIdList'),
    'iam:RemoveClientIDFromOpenIDConnectProvider': has('ClientIdList'),
  },
  'AWS::IAM::Policy': {
    ...each(['iam:DeleteUserPolicy', 'iam:GetUserPolicy', 'iam:PutUserPolicy'], has('Users')),
    ...each(['iam:DeleteGroupPolicy', 'iam:GetGroupPolicy', 'iam:PutGroupPolicy'], has('Groups')),
    ...each(['iam:DeleteRolePolicy', 'iam:GetRolePolicy', 'iam:PutRolePolicy'], has('Roles')),
  },
  'AWS::IAM::ManagedPolicy': {
    ...each(['iam:AttachUserPolicy', 'iam:DetachUserPolicy'], has('Users')),
    ...each(['iam:AttachGroupPolicy', 'iam:DetachGroupPolicy'], has('Groups')),
    ...each(['iam:AttachRolePolicy', 'iam:DetachRolePolicy'], has('Roles')),
  },
  'AWS::IAM::Role': {
    'iam:PutRolePolicy': has('Policies'),
    'iam:DeleteRolePolicy': has('Policies'),
    'iam:AttachRolePolicy': has('ManagedPolicyArns'),
    'iam:DetachRolePolicy': has('ManagedPolicyArns'),
    'iam:PutRolePermissionsBoundary': has('PermissionsBoundary'),
    // Who may take a boundary away is not limited by it. A boundary that goes is a person's decision.
    'iam:DeleteRolePermissionsBoundary': never,
    'iam:UpdateRole': has('Description', 'MaxSessionDuration'),
    'iam:UpdateRoleDescription': has('Description'),
  },
  'AWS::KMS::Key': {
    'kms:EnableKeyRotation': has('EnableKeyRotation'),
    'kms:DisableKeyRotation': has('EnableKeyRotation'),
    'kms:EnableKey': has('Enabled'),
    'kms:DisableKey': has('Enabled'),
    'kms:UpdateKeyDescription': has('Description'),
  },
  'AWS::Logs::DeliveryDestination': each(
    ['logs:DeleteDeliveryDestinationPolicy', 'logs:PutDeliveryDestinationPolicy'],
    has('DeliveryDestinationPolicy'),
  ),
  // Services that ask for a right of their own, which each names after itself: see additions.ts for Bedrock.
  'AWS::Logs::DeliverySource': {
    'codewhisperer:AllowVendedLogDeliveryForResource': mentions('ResourceArn', 'codewhisperer'),
    'workmail:AllowVendedLogDeliveryForResource': mentions('ResourceArn', 'workmail'),
  },
  'AWS::Logs::LogGroup': {
    'logs:PutDataProtectionPolicy': has('DataProtectionPolicy'),
    'logs:DeleteDataProtectionPolicy': has('DataProtectionPolicy'),
    // https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/data-protection-policy-permissions.html, read 2026-11-30: where
    // findings go.
    'logs:CreateLogDelivery': mentions('DataProtectionPolicy', 'FindingsDestination'),
    'firehose:TagDeliveryStream': mentions('DataProtectionPolicy', 'Firehose'),
    'logs:PutRetentionPolicy': has('RetentionInDays'),
    'logs:DeleteRetentionPolicy': has('RetentionInDays'),
    'logs:AssociateKmsKey': has('KmsKeyId'),
    'logs:DisassociateKmsKey': has('KmsKeyId'),
    'logs:PutIndexPolicy': has('FieldIndexPolicies'),
    'logs:DeleteIndexPolicy': has('FieldIndexPolicies'),
    'logs:PutResourcePolicy': has('ResourcePolicyDocument'),
    'logs:DeleteResourcePolicy': has('ResourcePolicyDocument'),
    'logs:PutLogGroupDeletionProtection': has('DeletionProtectionEnabled'),
    'logs:PutBearerTokenAuthentication': has('BearerTokenAuthenticationEnabled'),
  },
  'AWS::S3::Bucket': {
    ...each([...s3Tables, ...s3Metadata], has('MetadataConfiguration', 'MetadataTableConfiguration')),
    's3:PutBucketAbac': has('AbacStatus'),
    's3:PutAnalyticsConfiguration': has('AnalyticsConfigurations'),
    's3:PutEncryptionConfiguration': has('BucketEncryption'),
    's3:PutBucketCORS': has('CorsConfiguration'),
    's3:PutInventoryConfiguration': has('InventoryConfigurations'),
    's3:PutLifecycleConfiguration': has('LifecycleConfiguration'),
    's3:PutMetricsConfiguration': has('MetricsConfigurations'),
    's3:PutBucketNotification': has('NotificationConfiguration'),
    's3:PutReplicationConfiguration': has('ReplicationConfiguration'),
    'iam:PassRole': has('ReplicationConfiguration'),
    's3:PutBucketWebsite': has('WebsiteConfiguration'),
    's3:DeleteBucketWebsite': has('WebsiteConfiguration'),
    's3:PutAccelerateConfiguration': has('AccelerateConfiguration'),
    's3:PutBucketPublicAccessBlock': has('PublicAccessBlockConfiguration'),
    's3:PutBucketAcl': has('AccessControl'),
    's3:GetBucketAcl': has('AccessControl'),
    's3:PutBucketObjectLockConfiguration': has('ObjectLockEnabled', 'ObjectLockConfiguration'),
    's3:PutBucketLogging': has('LoggingConfiguration'),
    's3:PutBucketVersioning': has('VersioningConfiguration'),
    's3:PutBucketOwnershipControls': has('OwnershipControls'),
    's3:PutIntelligentTieringConfiguration': has('IntelligentTieringConfigurations'),
    // No property of a bucket writes or deletes an object; a bucket that has objects is not deleted.
    's3:PutObjectAcl': never,
    's3:DeleteObject': never,
  },
  'AWS::S3Vectors::VectorBucket': { 'kms:GenerateDataKey': within('EncryptionConfiguration', 'KmsKeyArn') },
  'AWS::SNS::Subscription': {
    'iam:GetRole': has('SubscriptionRoleArn'),
    'iam:PassRole': has('SubscriptionRoleArn'),
  },
  'AWS::SNS::Topic': {
    'iam:GetRole': has('DeliveryStatusLogging'),
    'iam:PassRole': has('DeliveryStatusLogging'),
    'sns:PutDataProtectionPolicy': has('DataProtectionPolicy'),
    'sns:Subscribe': has('Subscription'),
    'sns:Unsubscribe': has('Subscription'),
  },
  'AWS::SSM::Association': {
    'iam:PassRole': has('Parameters'),
    'ssm:GetCalendarState': has('CalendarNames'),
    ...each(
      ['resource-groups:GetGroupQuery', 'resource-groups:ListGroupResources', 'resource-groups:ListGroups'],
      mentions('Targets', 'resource-groups:'),
    ),
  },
  'AWS::SageMaker::EndpointConfig': {
    'iam:PassRole': has('ExecutionRoleArn'),
    'kms:DescribeKey': has('KmsKeyId'),
  },
  'AWS::SageMaker::Model': { 'iam:PassRole': has('ExecutionRoleArn') },
  'AWS::SageMaker::ModelPackageGroup': {
    'sagemaker:PutModelPackageGroupPolicy': has('ModelPackageGroupPolicy'),
    'sagemaker:DeleteModelPackageGroupPolicy': has('ModelPackageGroupPolicy'),
  },
  'AWS::SageMaker::Pipeline': { 's3:GetObject': within('PipelineDefinition', 'PipelineDefinitionS3Location') },
};
