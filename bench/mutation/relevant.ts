import type { AzureSource } from './azure/sources';

/**
 * Which properties of AWS resources matter for security and reliability, by name, whatever type has them. The list was made from
 * the sources named here and not from the rules of the kit. A property of a hardened template that is neither here nor in
 * `irrelevant.ts` fails a test.
 */
export interface RelevantProperty {
  /** Name of the property, or the end of its dotted path without indices. */
  readonly name: string;
  /** The types that it matters for. @default - every type */
  readonly types?: RegExp;
  /** Weaker values, weakest last. @default - a boolean is flipped, and everything is removed */
  readonly weaker?: readonly (string | number | boolean | readonly string[])[];
  /** Whether its absence is weaker too. @default true */
  readonly removed?: boolean;
  /** Whether one item of its list is weaker than several. @default false */
  readonly single?: boolean;
  readonly source: Source | AzureSource;
}

/** Where a row comes from, read 2026-11-30. */
export type Source = keyof typeof sources;

/** The pages behind the rows. */
export const sources = {
  securityHub: 'https://docs.aws.amazon.com/securityhub/latest/userguide/securityhub-controls-reference.html',
  aiPractices: 'https://docs.aws.amazon.com/securityhub/latest/userguide/ai-security-best-practices-standard.html',
  owasp: 'https://genai.owasp.org/llm-top-10/',
  guardrails: 'https://docs.aws.amazon.com/bedrock/latest/userguide/guardrails-components.html',
  lens: 'https://docs.aws.amazon.com/wellarchitected/latest/generative-ai-lens/generative-ai-lens.html',
  iam: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html',
  deputy: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html',
  templates: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/introduction.html',
  eks: 'https://docs.aws.amazon.com/eks/latest/best-practices/security.html',
  rollouts: 'https://docs.aws.amazon.com/sagemaker/latest/dg/deployment-guardrails.html',
} as const;

const key = (name: string): RelevantProperty => ({ name, source: 'securityHub' });
const flag = (name: string, source: Source = 'securityHub'): RelevantProperty => ({ name, source });

const encryption: readonly RelevantProperty[] = [
  ...['KmsKeyId', 'KmsKeyArn', 'KmsKey', 'KMSKeyId', 'KMSMasterKeyId', 'KMSMasterKeyID', 'KmsMasterKeyId'].map(key),
  ...['CustomerEncryptionKeyArn', 'EncryptionKeyArn', 'VolumeKmsKeyId', 'EncryptionKey', 'KmsARN'].map(key),
  ...['Encrypted', 'StorageEncrypted', 'SSEEnabled', 'AtRestEncryptionEnabled', 'TransitEncryptionEnabled'].map(
    (name) => flag(name),
  ),
  ...['EnforceHTTPS', 'CacheDataEncrypted', 'EnableKeyRotation'].map((name) => flag(name)),
  flag('EnableInterContainerTrafficEncryption', 'aiPractices'),
  { name: 'EncryptionDisabled', removed: false, source: 'securityHub' },
  { name: 'InsecureSsl', removed: false, source: 'securityHub' },
  { name: 'AWSOwnedKey', source: 'securityHub', removed: false },
  { name: 'EncryptionConfig', source: 'eks' },
  { name: 'StreamEncryption', source: 'securityHub' },
  { name: 'BucketEncryption', source: 'securityHub' },
  { name: 'SseType', weaker: ['AES256'], source: 'securityHub' },
  { name: 'SSEAlgorithm', weaker: ['AES256'], removed: false, source: 'securityHub' },
  { name: 'EncryptionConfiguration.EncryptionType', weaker: ['AES256'], removed: false, source: 'securityHub' },
  { name: 'EncryptionConfiguration.Type', weaker: ['AWS_OWNED_KEY'], source: 'securityHub', types: /StateMachine/ },
  { name: 'TLSSecurityPolicy', weaker: ['Policy-Min-TLS-1-0-2019-07'], source: 'securityHub' },
  { name: 'SslPolicy', weaker: ['ELBSecurityPolicy-2016-08'], source: 'securityHub' },
  { name: 'SecurityPolicy', types: /DomainName/, weaker: ['TLS_1_0'], removed: false, source: 'securityHub' },
  { name: 'Protocol', types: /Listener/, weaker: ['HTTP'], removed: false, source: 'securityHub' },
];

const boundary: readonly RelevantProperty[] = [
  flag('EnableNetworkIsolation', 'aiPractices'),
  flag('VpcConfig'),
  flag('VPCOptions'),
  { name: 'NetworkConfiguration.NetworkMode', weaker: ['PUBLIC'], removed: false, source: 'aiPractices' },
  { name: 'DirectInternetAccess', weaker: ['Enabled'], source: 'aiPractices' },
  { name: 'SubnetId', types: /NotebookInstance/, source: 'aiPractices' },
  { name: 'AppNetworkAccessType', weaker: ['PublicInternetOnly'], source: 'securityHub' },
  { name: 'MapPublicIpOnLaunch', removed: false, source: 'securityHub' },
  { name: 'AssociatePublicIpAddress', removed: false, source: 'securityHub' },
  flag('PubliclyAccessible'),
  flag('EndpointPublicAccess'),
  flag('EndpointPrivateAccess', 'eks'),
  flag('PrivateDnsEnabled', 'lens'),
  { name: 'SecurityGroupIds', types: /VPCEndpoint/, source: 'lens' },
  {
    name: 'SubnetIds',
    types: /VPCEndpoint|OpenSearchService|DBSubnetGroup/,
    removed: false,
    single: true,
    source: 'lens',
  },
  { name: 'Subnets', types: /Nodegroup|SageMaker::Model$/, removed: false, single: true, source: 'lens' },
  { name: 'VpcConfig.SubnetIds', types: /Lambda/, single: true, source: 'securityHub' },
  { name: 'PolicyDocument', types: /VPCEndpoint/, source: 'lens' },
  { name: 'RepositoryAccessMode', weaker: ['Platform'], source: 'aiPractices' },
  { name: 'Scheme', weaker: ['internet-facing'], source: 'owasp' },
  { name: 'AllowFromPublic', removed: false, source: 'owasp' },
  { name: 'SourceVPCEs', source: 'owasp' },
  ...['BlockPublicAcls', 'BlockPublicPolicy', 'IgnorePublicAcls', 'RestrictPublicBuckets'].map((name) => flag(name)),
  { name: 'PublicAccessBlockConfiguration', source: 'securityHub' },
  { name: 'HttpPutResponseHopLimit', weaker: [2], removed: false, source: 'eks' },
];

const access: readonly RelevantProperty[] = [
  { name: 'AuthorizerType', weaker: ['NONE', 'AUTHENTICATE_ONLY'], removed: false, source: 'aiPractices' },
  { name: 'AuthorizerConfiguration', types: /Runtime/, source: 'lens' },
  { name: 'AuthorizationType', weaker: ['NONE'], source: 'securityHub' },
  { name: 'AuthType', weaker: ['NONE'], removed: false, source: 'securityHub' },
  { name: 'HttpTokens', weaker: ['optional'], source: 'securityHub' },
  { name: 'MinimumInstanceMetadataServiceVersion', weaker: ['1'], removed: false, source: 'securityHub' },
  flag('EnableIAMDatabaseAuthentication'),
  flag('ManageMasterUserPassword'),
  { name: 'AuthenticationMode', weaker: ['CONFIG_MAP'], removed: false, source: 'eks' },
  flag('BootstrapClusterCreatorAdminPermissions', 'eks'),
  { name: 'InternalUserDatabaseEnabled', removed: false, source: 'securityHub' },
  { name: 'RootAccess', weaker: ['Enabled'], source: 'aiPractices' },
  { name: 'PrivilegedMode', removed: false, source: 'securityHub' },
  { name: 'EnableSSMAccess', removed: false, source: 'iam' },
  { name: 'ObjectOwnership', weaker: ['ObjectWriter'], removed: false, source: 'securityHub' },
  { name: 'SourceArn', types: /Permission/, source: 'deputy' },
  { name: 'SourceAccount', types: /Permission/, source: 'deputy' },
  {
    name: 'AccessPolicies.PolicyArn',
    weaker: ['arn:aws:eks::aws:cluster-access-policy/AmazonEKSClusterAdminPolicy'],
    removed: false,
    source: 'eks',
  },
  { name: 'Permission', weaker: [['aoss:*']], removed: false, source: 'owasp' },
  { name: 'Resource', types: /AccessPolicy/, weaker: [['index/*/*']], removed: false, source: 'owasp' },
  {
    name: 'Principal',
    types: /AccessPolicy/,
    weaker: [['arn:aws:iam::111111111111:root']],
    removed: false,
    source: 'owasp',
  },
  { name: 'InclusionPrefixes', source: 'owasp' },
  { name: 'PolicyEngineConfiguration', source: 'owasp' },
  { name: 'PolicyEngineConfiguration.Mode', weaker: ['LOG_ONLY'], source: 'owasp' },
  { name: 'EnforcementMode', weaker: ['LOG_ONLY'], source: 'owasp' },
  { name: 'ValidationMode', weaker: ['IGNORE_ALL_FINDINGS'], removed: false, source: 'owasp' },
  { name: 'EnvironmentVariables.Type', weaker: ['PLAINTEXT'], removed: false, source: 'securityHub' },
  { name: 'Triggers.FilterGroups', source: 'securityHub' },
];

const logs: readonly RelevantProperty[] = [
  { name: 'DataTraceEnabled', removed: false, source: 'owasp' },
  { name: 'IncludeExecutionData', removed: false, source: 'owasp' },
  { name: 'LoggingLevel', weaker: ['OFF'], source: 'securityHub' },
  { name: 'LoggingConfiguration.Level', weaker: ['OFF', 'FATAL'], source: 'securityHub' },
  ...['LoggingConfiguration', 'AccessLogSetting', 'AccessLogSettings', 'LogPublishingOptions', 'Logging'].map((name) =>
    flag(name),
  ),
  ...['TracingEnabled', 'EnableLogFileValidation', 'IsLogging', 'IsMultiRegionTrail', 'EnabledTypes'].map((name) =>
    flag(name),
  ),
  { name: 'TracingConfig.Mode', weaker: ['PassThrough'], source: 'lens' },
  { name: 'CloudWatchLogs.Status', weaker: ['DISABLED'], removed: false, source: 'securityHub' },
  { name: 'EnableCloudwatchLogsExports', source: 'securityHub' },
  { name: 'RetentionInDays', source: 'securityHub' },
  { name: 'DataProtectionPolicy', source: 'owasp' },
  { name: 'TrafficType', weaker: ['REJECT'], removed: false, source: 'securityHub' },
  { name: 'RecordingConfig', source: 'aiPractices' },
  ...['ActionsEnabled', 'AlarmActions', 'TreatMissingData'].map((name): RelevantProperty => ({
    name,
    source: 'lens',
    removed: name !== 'ActionsEnabled',
  })),
];

const reliability: readonly RelevantProperty[] = [
  { name: 'InitialInstanceCount', weaker: [1], removed: false, source: 'aiPractices' },
  { name: 'MinCapacity', weaker: [1], removed: false, source: 'aiPractices' },
  { name: 'ScalingConfig.MinSize', weaker: [1, 0], removed: false, source: 'eks' },
  {
    name: 'ClusterConfig.InstanceCount',
    types: /OpenSearchService/,
    weaker: [1],
    removed: false,
    source: 'securityHub',
  },
  flag('ZoneAwarenessEnabled'),
  { name: 'StandbyReplicas', weaker: ['DISABLED'], removed: false, source: 'lens' },
  { name: 'NodeRecovery', weaker: ['None'], source: 'lens' },
  flag('AutomaticFailoverEnabled'),
  flag('NodeRepairConfig', 'eks'),
  flag('Taints', 'eks'),
  { name: 'BackupRetentionPeriod', weaker: [1], source: 'securityHub' },
  ...['DeletionProtection', 'DeletionProtectionEnabled', 'PointInTimeRecoveryEnabled', 'ObjectLockEnabled'].map(
    (name): RelevantProperty => ({
      name,
      weaker: name === 'DeletionProtection' ? ['DISABLED', false] : [false],
      source: 'securityHub',
    }),
  ),
  { name: 'VersioningConfiguration.Status', weaker: ['Suspended'], removed: false, source: 'securityHub' },
  ...['VersioningConfiguration', 'LifecyclePolicy', 'DeadLetterConfig', 'RedrivePolicy'].map((name) => flag(name)),
  { name: 'LifecycleConfiguration', types: /S3::Bucket/, source: 'securityHub' },
  { name: 'AutoMinorVersionUpgrade', removed: false, source: 'securityHub' },
  flag('AutoSoftwareUpdateEnabled'),
  { name: 'PlatformIdentifier', weaker: ['notebook-al2-v1'], removed: false, source: 'aiPractices' },
  { name: 'Runtime', types: /Lambda::Function/, weaker: ['python3.8'], removed: false, source: 'securityHub' },
  { name: 'Version', types: /EKS::Cluster/, weaker: ['1.28'], removed: false, source: 'securityHub' },
];

const release: readonly RelevantProperty[] = [
  { name: 'DeploymentConfig', source: 'rollouts' },
  { name: 'AutoRollbackConfiguration', source: 'rollouts' },
  { name: 'TrafficRoutingConfiguration.Type', weaker: ['ALL_AT_ONCE'], removed: false, source: 'rollouts' },
  { name: 'PipelineType', weaker: ['V1'], source: 'templates' },
  { name: 'OnFailure', source: 'templates' },
  { name: 'OnFailure.Result', weaker: ['RETRY'], removed: false, source: 'templates' },
  { name: 'GuardrailVersion', weaker: ['DRAFT'], removed: false, source: 'guardrails' },
  { name: 'FlowVersion', weaker: ['DRAFT'], removed: false, source: 'lens' },
  { name: 'ImageTagMutability', weaker: ['MUTABLE'], source: 'securityHub' },
  { name: 'ScanOnPush', source: 'securityHub' },
];

const model: readonly RelevantProperty[] = [
  { name: 'FiltersConfig.InputStrength', weaker: ['LOW', 'NONE'], removed: false, source: 'guardrails' },
  { name: 'FiltersConfig.OutputStrength', weaker: ['LOW', 'NONE'], removed: false, source: 'guardrails' },
  ...['InputEnabled', 'OutputEnabled'].map((name): RelevantProperty => ({
    name,
    removed: false,
    source: 'guardrails',
  })),
  ...['InputAction', 'OutputAction', 'FiltersConfig.Action', 'PiiEntitiesConfig.Action'].map(
    (name): RelevantProperty => ({ name, weaker: ['NONE'], removed: false, source: 'guardrails' }),
  ),
  { name: 'Threshold', types: /Guardrail/, weaker: [0.1], removed: false, source: 'guardrails' },
  { name: 'TierName', weaker: ['CLASSIC'], source: 'guardrails' },
  ...[
    'SensitiveInformationPolicyConfig',
    'ContextualGroundingPolicyConfig',
    'ContentPolicyConfig',
    'GuardrailConfiguration',
  ].map((name): RelevantProperty => ({ name, source: 'guardrails' })),
  { name: 'ReservedConcurrentExecutions', source: 'owasp' },
  { name: 'ThrottlingRateLimit', source: 'owasp' },
  { name: 'DefaultRouteSettings', source: 'owasp' },
  { name: 'MaxTokens', source: 'owasp' },
  { name: 'IdleRuntimeSessionTimeout', weaker: [14_400], removed: false, source: 'owasp' },
  { name: 'Retry', source: 'lens' },
  { name: 'Catch', source: 'lens' },
  { name: 'TimeoutSeconds', types: /StateMachine/, source: 'lens' },
  { name: 'Enabled', removed: false, source: 'securityHub' },
];

/** Every row. */
export const relevantProperties: readonly RelevantProperty[] = [
  ...encryption,
  ...boundary,
  ...access,
  ...logs,
  ...reliability,
  ...release,
  ...model,
];
