/** A member that a construct has, or why it has none. */
export type Cell = { readonly has: string } | { readonly none: string };

/** What a construct that stands for one resource has around it. */
export interface Facade {
  /** ARN on AWS, resource id on Azure. */
  readonly id: Cell;
  readonly name: Cell;
  /** The identity that it acts as. */
  readonly role: Cell;
  readonly grants: Cell;
  readonly metrics: Cell;
  readonly connections: Cell;
  /** The static that imports one of another app. */
  readonly from: Cell;
}

const has = (member: string): Cell => ({ has: member });
const none = (reason: string): Cell => ({ none: reason });

const noRole = none('it acts as nobody');
const noGroup = none('it has no network interface of its own');
const ofCdk = none('resource.metric… of the CDK has them');
const notListed = none('no page that was read lists a metric of it (2026-12-01)');
const pulumiName = none('its props take the names of its resources');
const noGrant = none('nobody needs a right on it');
const byId = none('props take its id');
const held = none('it holds several resources, none of which stands for it');
const several = { id: held, name: held, role: held, grants: held, metrics: held, connections: held, from: held };

/** A component of Azure without network interfaces: private endpoints have components of their own. */
const component = { role: noRole, connections: none('Azure has no connections: subnets and private endpoints decide') };
const granting = { ...component, grants: has('grants'), metrics: has('metrics') };
const setting = (reason: string) => ({
  ...component,
  name: pulumiName,
  grants: none(reason),
  metrics: none(reason),
  from: none(reason),
});

/**
 * Every construct that the entries `aws` and `azure` export, with the member of each kind or the reason for its absence. A new
 * construct needs a row.
 */
export const facades: Readonly<Record<'aws' | 'azure', Readonly<Record<string, Facade>>>> = {
  aws: {
    AccountBudget: {
      id: none('CloudFormation returns no ARN of a budget'),
      name: has('budgetName'),
      role: noRole,
      grants: noGrant,
      metrics: none('it measures the account, not itself'),
      connections: noGroup,
      from: none('nothing refers to a budget'),
    },
    AlarmTopic: {
      id: has('topicArn'),
      name: has('topicName'),
      role: noRole,
      grants: has('grants'),
      metrics: ofCdk,
      connections: noGroup,
      from: none('alarmTopic takes any ITopic: Topic.fromTopicArn of the CDK'),
    },
    ArtifactStore: {
      id: has('bucketArn'),
      name: has('bucketName'),
      role: noRole,
      grants: has('grants'),
      metrics: none('S3 publishes request metrics of a bucket only where they are configured'),
      connections: noGroup,
      from: has('fromBucketAttributes'),
    },
    BedrockKnowledgeBase: {
      id: has('knowledgeBaseArn'),
      name: has('knowledgeBaseId'),
      role: has('role'),
      grants: has('grants'),
      metrics: none('Bedrock publishes none; ingestionLog counts failures'),
      connections: noGroup,
      from: has('fromKnowledgeBaseId'),
    },
    BucketReplication: {
      ...several,
      role: has('role'),
    },
    EncryptionKey: {
      id: has('keyArn'),
      name: has('keyId'),
      role: noRole,
      grants: has('grants'),
      metrics: none('KMS publishes none of a key whose material AWS makes'),
      connections: noGroup,
      from: none('encryptionKey takes any IKey: Key.fromKeyArn of the CDK'),
    },
    EndpointAlarms: several,
    ExistingNetwork: {
      id: has('vpcId'),
      name: none('a VPC has no name'),
      role: noRole,
      grants: noGrant,
      metrics: none('a VPC publishes none'),
      connections: has('connections'),
      from: none('it is the import'),
    },
    FineTuningPipeline: {
      id: has('pipelineArn'),
      name: has('pipelineName'),
      role: has('role'),
      grants: has('grants'),
      metrics: has('metrics'),
      connections: none('SageMaker makes the interfaces of each execution; their group is that of the network'),
      from: has('fromPipelineName'),
    },
    GithubDeployRole: {
      id: has('roleArn'),
      name: has('roleName'),
      role: has('role'),
      grants: none('only jobs of its repository assume it'),
      metrics: none('a role publishes none'),
      connections: noGroup,
      from: none('Role.fromRoleArn of the CDK'),
    },
    GpuInferenceEndpoint: {
      id: has('endpointArn'),
      name: has('endpointName'),
      role: has('role'),
      grants: has('grants'),
      metrics: has('metrics'),
      connections: has('connections'),
      from: has('fromEndpointName'),
    },
    ImageRepository: {
      id: has('repositoryArn'),
      name: has('repositoryName'),
      role: noRole,
      grants: has('grants'),
      metrics: has('metrics'),
      connections: noGroup,
      from: has('fromRepositoryName'),
    },
    LlmDashboard: {
      id: has('dashboardArn'),
      name: has('dashboardName'),
      role: noRole,
      grants: noGrant,
      metrics: none('it shows metrics'),
      connections: noGroup,
      from: none('nothing refers to a dashboard'),
    },
    ModelImport: {
      id: has('projectArn'),
      name: has('projectName'),
      role: has('role'),
      grants: has('grants'),
      metrics: has('metrics'),
      connections: none('it runs in the network of CodeBuild'),
      from: has('fromProjectName'),
    },
    ModelPackageGroup: {
      id: has('arn'),
      name: has('groupName'),
      role: noRole,
      grants: has('grants'),
      metrics: notListed,
      connections: noGroup,
      from: has('fromGroupName'),
    },
    PlatformParameters: several,
    PrivateBucket: {
      id: has('bucketArn'),
      name: has('bucketName'),
      role: noRole,
      grants: has('grants'),
      metrics: none('S3 publishes request metrics of a bucket only where they are configured'),
      connections: noGroup,
      from: has('fromBucketAttributes'),
    },
    PrivateNetwork: {
      id: has('vpcId'),
      name: none('a VPC has no name'),
      role: noRole,
      grants: noGrant,
      metrics: none('a VPC publishes none'),
      connections: has('connections'),
      from: none('ExistingNetwork is the import'),
    },
    PromptLogGroup: {
      id: has('logGroupArn'),
      name: has('logGroupName'),
      role: noRole,
      grants: has('grants'),
      metrics: has('metrics'),
      connections: noGroup,
      from: has('fromLogGroupName'),
    },
    PullThroughCache: {
      ...several,
      grants: has('grants'),
    },
    RegistryReplication: several,
    ReleaseTable: {
      id: has('tableArn'),
      name: has('tableName'),
      role: noRole,
      grants: has('grants'),
      metrics: ofCdk,
      connections: noGroup,
      from: has('fromTableAttributes'),
    },
    S3VectorStore: {
      id: has('indexArn'),
      name: none('CloudFormation returns the ARN, which has the name'),
      role: noRole,
      grants: has('grants'),
      metrics: none('the user guide of S3 Vectors has CloudTrail and no metric of an index (read 2026-12-01)'),
      connections: noGroup,
      from: has('fromVectorIndex'),
    },
    TeamsChannel: {
      id: has('configurationArn'),
      name: has('configurationName'),
      role: has('role'),
      grants: noGrant,
      metrics: notListed,
      connections: noGroup,
      from: none('nothing refers to a channel'),
    },
  },
  azure: {
    AlertContact: { ...setting('it only tells people'), id: has('actionGroupId'), from: byId },
    ApplicationInsights: { ...granting, id: has('componentId'), name: pulumiName, from: has('fromComponentId') },
    BlobContainer: {
      ...component,
      id: has('containerId'),
      name: pulumiName,
      grants: has('grants'),
      metrics: none('the storage account publishes them'),
      from: has('fromContainerId'),
    },
    ContainerRegistry: { ...granting, id: has('registryId'), name: has('registryName'), from: has('fromRegistryId') },
    CustomRoles: several,
    DestroyGuard: { ...setting('it only keeps others from being deleted'), id: held },
    EnvironmentBudget: { ...setting('it only sends mails'), id: none('nothing refers to a budget') },
    ExistingNetwork: { ...setting('it is the import'), id: none('its props are the ids') },
    HandOffStore: { ...granting, id: has('storeId'), name: has('storeName'), from: has('fromStoreId') },
    KeyVault: { ...granting, id: has('vaultId'), name: has('vaultName'), from: has('fromVaultId') },
    LogAnalytics: {
      ...component,
      id: has('workspaceId'),
      name: pulumiName,
      grants: none('its data is read with a role on the resource that wrote it'),
      metrics: none('what it stores are the metrics and logs of others'),
      from: byId,
    },
    MlJobSchedule: { ...setting('the workspace runs its jobs'), id: has('scheduleId') },
    MlOnlineEndpoint: { ...granting, id: has('endpointId'), name: pulumiName, from: has('fromEndpointId') },
    MlRegistry: {
      ...component,
      id: has('registryId'),
      name: has('registryName'),
      grants: has('grants'),
      metrics: notListed,
      from: has('fromRegistryId'),
    },
    MlWorkspace: {
      ...granting,
      id: has('workspaceId'),
      name: has('workspaceName'),
      role: has('principalId'),
      from: has('fromWorkspaceId'),
    },
    MonitorPrivateLink: { ...setting('it only connects'), id: has('scopeId') },
    OpenAiAccount: { ...granting, id: has('accountId'), name: pulumiName, from: has('fromAccountId') },
    PlatformIdentities: several,
    PrivateEndpoint: { ...setting('it only connects'), id: has('privateEndpointId') },
    PrivateLandingZone: several,
    PrivateNetwork: { ...setting('ExistingNetwork is the import'), id: has('virtualNetworkId') },
    RegistryCacheRule: { ...setting('the registry grants and measures'), id: held },
    RegistryCredentials: { ...setting('the registry grants and measures'), id: has('credentialSetId') },
    SearchService: {
      ...granting,
      id: has('serviceId'),
      name: has('principalName'),
      role: has('principalId'),
      from: has('fromServiceId'),
    },
    StandbyStorage: { ...setting('a StorageAccount of the other location grants and measures'), id: has('accountId') },
    StorageAccount: { ...granting, id: has('accountId'), name: has('accountName'), from: has('fromAccountId') },
    WorkloadIdentity: {
      ...component,
      id: has('identityId'),
      name: has('principalName'),
      role: has('principalId'),
      grants: has('grants'),
      metrics: none('an identity publishes none'),
      from: none('a Principal is any object with name and object id'),
    },
  },
};
