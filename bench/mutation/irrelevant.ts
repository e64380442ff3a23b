/** A property of a hardened template whose change is no flaw by itself, with the reason. */
export interface IrrelevantProperty {
  /** Matches the end of the dotted path without indices. */
  readonly name: RegExp;
  readonly reason: string;
}

/** What the properties of the hardened templates do that are in no row of `relevant.ts`. */
export const irrelevantProperties: readonly IrrelevantProperty[] = [
  { name: /(?:DefaultAction\.Allow|Rules\.Action\.Block)$/, reason: 'an empty object that says the kind of an action' },
  {
    name: /TargetGroup Protocol$|(?:^|\.)Entries\.Dimensions\.|ActionMode$|StreamEncryption\.EncryptionType$|^Protocol$/,
    reason: 'a part of the declaration with one value that fits',
  },
  {
    name: /(?:^|\.)(?:[A-Za-z0-9]*Name|Name|Id|[A-Za-z0-9]+Description|Description|RateLimitId|DefaultVariant)$/,
    reason: 'a name or text',
  },
  {
    name: /(?:Role|RoleArn|ExecutionRole|Arn|ARN|Ids?|Identifier|Url|Uri|URI|URL|TargetFunctionArn|Target|Topics|Queues|Roles|Groups)$/,
    reason: 'names another resource',
  },
  {
    name: /(?:Bucket|Prefix|Path|S3Uri|DestinationS3Uri|ConfigUri|Destination|Location|S3Key|LogFilePrefix|OnCreate)$/,
    reason: 'a place of data',
  },
  {
    name: /(?:InstanceType|InstanceTypes|InstanceClass|NodeType|VolumeSize|VolumeSizeInGB|Size|ShardCount|Count|MaxCapacity|MaxSize|DesiredSize|MasterType|CacheClusterSize|CacheClusterEnabled|NumCacheClusters|ReusePeriodSeconds|BurstLimit|CacheNodeType|ComputeType|CapacityType|Dimension|InstanceCount)$/,
    reason: 'a size, which the plan decides',
  },
  {
    name: /(?:^|\.)(?:Type|Types|DataType|DistanceMetric|CompressionType|S3DataType|ResourceType|ProtocolType|InfrastructureType|IntegrationType|TargetType|ServiceNamespace|ScalableDimension|Engine|EngineVersion|AmiType|ServiceName|VpcEndpointType|LogDestinationType|S3UploadMode|CaptureMode|TemplateType|FeatureType|ProblemType|AttributeType|KeyType|BillingMode|SSEType|Owner|Provider|Category|PayloadFormatVersion|Format|RouteKey|HttpMethod|IntegrationHttpMethod|ResourcePath|AutoDeploy|BucketKeyEnabled|GeneralPurpose)$/,
    reason: 'the kind of a resource or of its parts',
  },
  {
    name: /(?:Namespace|Namespaces|MetricName|Statistic|Period|EvaluationPeriods|Threshold|ComparisonOperator|Dimensions\.(?:Name|Value)|SampledRequestsEnabled|CloudWatchMetricsEnabled)$/,
    reason: 'what an alarm or metric measures',
  },
  {
    name: /(?:CidrBlock|AvailabilityZone|FromPort|ToPort|IpProtocol|Port|EnableDnsHostnames|EnableDnsSupport|DeviceIndex|DeviceName|CidrIp)$/,
    reason: 'the layout of a network; ranges that are opened are an operator of their own',
  },
  {
    name: /(?:Environment|EnvironmentVariables|Variables)\.[A-Z_]+$|EnvironmentVariables\.(?:Name|Value)$/,
    reason: 'a setting of a program; literal secrets are an operator of their own',
  },
  {
    name: /(?:Messaging|Text|Temperature|ModelId|InputVariables\.Name|Expression|SourceOutput|TargetInput|Source|Connections\.(?:Name|Target|Type)|Handler|BuildSpec|Code|Format|Value|LifecyclePolicyText|DefinitionString|Policy|Statement)$/,
    reason: 'content; texts of JSON are opened and judged inside',
  },
  {
    name: /(?:Seconds|Minutes|Days|DaysAfterInitiation|Timeout|MaxLifetime|EventExpiryDuration|MaxSessionDuration|PendingWindowInDays|InitialSamplingPercentage|MaxAttempts|maxReceiveCount|redrivePermission|InitialVariantWeight|CanarySize\.Value|Rate|MaxUnavailable|PasswordLength|ScheduleExpression)$/,
    reason: 'a number within limits that the owner chooses',
  },
  {
    name: /(?:EnableCapture|Webhook|EnableOnlineStore|EBSEnabled|DedicatedMasterEnabled|AllowCredentials|AllowOrigins|AllowedAudience|ClientIdList|ManagedPolicyArns|Lambda|Key|Effect|Taints\.Value|LifecycleConfiguration\.Rules\.Status|S3Logs\.Status|Url|DimensionKeys|Permission|AuthMode|DataDeletionPolicy|Principal|RetentionInDays|Action|Scope|Priority|AggregateKeyType|Limit|Resources|Pattern|SecurityGroups|SecurityGroupIds|Subnets|SubnetIds|VpcSecurityGroupIds|EnabledTypes\.Type|StartAt|Version|MasterUsername|Image|ContainerUri|ImageUri|RouteTableIds)$/,
    reason: 'needs a second change to be a flaw, is a choice of the owner, or is changed by an operator of its own',
  },
];
