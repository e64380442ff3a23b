/** A property that names another resource, which must exist. */
export interface ReferenceRow {
  readonly type: string;
  /** Path of the property; `*` is every element of a list. */
  readonly path: string;
  /** Types of which one must have the name. */
  readonly targets: readonly string[];
  /** What the service says; `{}` is the name. */
  readonly problem: string;
  /** Values that this row judges. @default - every text */
  readonly form?: RegExp;
}

const vpcs = {
  targets: ['AWS::EC2::VPC'],
  problem: "The vpc ID '{}' does not exist",
  form: /^vpc-/,
} as const;
const subnets = {
  targets: ['AWS::EC2::Subnet'],
  problem: "The subnet ID '{}' does not exist",
  form: /^subnet-/,
} as const;
const routeTables = {
  targets: ['AWS::EC2::RouteTable'],
  problem: "The routeTable ID '{}' does not exist",
  form: /^rtb-/,
} as const;
const functions = {
  targets: ['AWS::Lambda::Function', 'AWS::Lambda::Alias', 'AWS::Lambda::Version'],
  problem: 'Function not found: {}',
} as const;
const roles = { targets: ['AWS::IAM::Role'], problem: 'The role with name {} cannot be found.' } as const;
const restApis = { targets: ['AWS::ApiGateway::RestApi'], problem: 'Invalid API identifier specified {}' } as const;
const httpApis = { targets: ['AWS::ApiGatewayV2::Api'], problem: 'Invalid API identifier specified {}' } as const;
const clusters = { targets: ['AWS::EKS::Cluster'], problem: 'No cluster found for name: {}.' } as const;
const secrets = {
  targets: ['AWS::SecretsManager::Secret'],
  problem: "Secrets Manager can't find the specified secret: {}",
} as const;
const topics = { targets: ['AWS::SNS::Topic'], problem: 'Topic does not exist: {}' } as const;

interface Target {
  readonly targets: readonly string[];
  readonly problem: string;
  readonly form?: RegExp;
}
const rows = (target: Target, ...places: readonly string[]): readonly ReferenceRow[] =>
  places.map((place) => {
    const [type = '', path = ''] = place.split(' ');
    return { type: `AWS::${type}`, path, ...target };
  });

/**
 * Properties that name a resource of the account. Left out are those that may name what comes without a declaration: the
 * security group of a VPC, the root resource of an API, the log group of a function.
 * Source: the registry's schemas of the types, and the NotFound errors of the Create calls in botocore 1.44.8.
 */
export const referenceRows: readonly ReferenceRow[] = [
  ...rows(
    vpcs,
    'EC2::Subnet VpcId',
    'EC2::SecurityGroup VpcId',
    'EC2::RouteTable VpcId',
    'EC2::VPCGatewayAttachment VpcId',
    'EC2::VPCEndpoint VpcId',
    'EC2::NetworkAcl VpcId',
    'EC2::FlowLog ResourceId',
    'ElasticLoadBalancingV2::TargetGroup VpcId',
  ),
  ...rows(
    subnets,
    'EC2::NatGateway SubnetId',
    'EC2::SubnetRouteTableAssociation SubnetId',
    'EC2::Instance SubnetId',
    'EC2::VPCEndpoint SubnetIds/*',
    'Lambda::Function VpcConfig/SubnetIds/*',
    'ElasticLoadBalancingV2::LoadBalancer Subnets/*',
    'RDS::DBSubnetGroup SubnetIds/*',
    'EFS::MountTarget SubnetId',
    'EKS::Cluster ResourcesVpcConfig/SubnetIds/*',
    'EKS::Nodegroup Subnets/*',
    'ECS::Service NetworkConfiguration/AwsvpcConfiguration/Subnets/*',
    'SageMaker::Model VpcConfig/Subnets/*',
  ),
  ...rows(
    routeTables,
    'EC2::SubnetRouteTableAssociation RouteTableId',
    'EC2::Route RouteTableId',
    'EC2::VPCEndpoint RouteTableIds/*',
  ),
  ...rows(
    {
      targets: ['AWS::EC2::InternetGateway'],
      problem: "The internetGateway ID '{}' does not exist",
      form: /^igw-/,
    },
    'EC2::VPCGatewayAttachment InternetGatewayId',
    'EC2::Route GatewayId',
  ),
  ...rows(
    { targets: ['AWS::EC2::NatGateway'], problem: "The natGateway ID '{}' does not exist", form: /^nat-/ },
    'EC2::Route NatGatewayId',
  ),
  ...rows(
    functions,
    'Lambda::EventSourceMapping FunctionName',
    'Lambda::Permission FunctionName',
    'Lambda::Alias FunctionName',
    'Lambda::Version FunctionName',
    'Lambda::Url TargetFunctionArn',
    'Lambda::EventInvokeConfig FunctionName',
  ),
  ...rows(
    { targets: ['AWS::Lambda::LayerVersion'], problem: 'Layer version {} does not exist.', form: /^arn:.*:layer:/ },
    'Lambda::Function Layers/*',
  ),
  ...rows(
    roles,
    'IAM::InstanceProfile Roles/*',
    'IAM::Policy Roles/*',
    'IAM::RolePolicy RoleName',
    'IAM::ManagedPolicy Roles/*',
  ),
  ...rows(
    { targets: ['AWS::IAM::User'], problem: 'The user with name {} cannot be found.' },
    'IAM::Policy Users/*',
    'IAM::AccessKey UserName',
    'IAM::UserToGroupAddition Users/*',
  ),
  ...rows(
    { targets: ['AWS::IAM::Group'], problem: 'The group with name {} cannot be found.' },
    'IAM::Policy Groups/*',
    'IAM::User Groups/*',
    'IAM::UserToGroupAddition GroupName',
  ),
  ...rows(topics, 'SNS::Subscription TopicArn', 'SNS::TopicPolicy Topics/*'),
  ...rows(
    { targets: ['AWS::SQS::Queue'], problem: 'The specified queue does not exist: {}' },
    'SQS::QueuePolicy Queues/*',
  ),
  ...rows(
    {
      targets: ['AWS::SQS::Queue'],
      problem: 'Value for parameter RedrivePolicy is invalid. Reason: Dead letter target does not exist. {}',
      form: /^arn:/,
    },
    'SQS::Queue RedrivePolicy/deadLetterTargetArn',
  ),
  ...rows(
    restApis,
    'ApiGateway::Resource RestApiId',
    'ApiGateway::Method RestApiId',
    'ApiGateway::Deployment RestApiId',
    'ApiGateway::Stage RestApiId',
    'ApiGateway::Authorizer RestApiId',
    'ApiGateway::Model RestApiId',
    'ApiGateway::RequestValidator RestApiId',
  ),
  ...rows(
    httpApis,
    'ApiGatewayV2::Integration ApiId',
    'ApiGatewayV2::Route ApiId',
    'ApiGatewayV2::Stage ApiId',
    'ApiGatewayV2::Authorizer ApiId',
  ),
  ...rows(clusters, 'EKS::Nodegroup ClusterName', 'EKS::Addon ClusterName', 'EKS::FargateProfile ClusterName'),
  ...rows(
    { targets: ['AWS::ECS::Cluster'], problem: 'Cluster not found: {}', form: /^(?!default$)/ },
    'ECS::Service Cluster',
  ),
  ...rows(
    secrets,
    'SecretsManager::RotationSchedule SecretId',
    'SecretsManager::ResourcePolicy SecretId',
    'SecretsManager::SecretTargetAttachment SecretId',
  ),
  ...rows(
    { targets: ['AWS::RDS::DBSubnetGroup'], problem: 'DB subnet group {} does not exist.', form: /^(?!default)/ },
    'RDS::DBInstance DBSubnetGroupName',
    'RDS::DBCluster DBSubnetGroupName',
  ),
  ...rows(
    { targets: ['AWS::RDS::DBCluster'], problem: 'DBCluster {} not found' },
    'RDS::DBInstance DBClusterIdentifier',
  ),
  ...rows(
    { targets: ['AWS::EFS::FileSystem'], problem: "File system '{}' does not exist.", form: /^fs-/ },
    'EFS::MountTarget FileSystemId',
    'EFS::AccessPoint FileSystemId',
  ),
  ...rows(
    {
      targets: ['AWS::ElasticLoadBalancingV2::LoadBalancer'],
      problem: "One or more load balancers not found: '{}'",
      form: /^arn:/,
    },
    'ElasticLoadBalancingV2::Listener LoadBalancerArn',
  ),
  ...rows(
    {
      targets: ['AWS::ElasticLoadBalancingV2::TargetGroup'],
      problem: "One or more target groups not found: '{}'",
      form: /^arn:/,
    },
    'ElasticLoadBalancingV2::Listener DefaultActions/*/TargetGroupArn',
    'ElasticLoadBalancingV2::ListenerRule Actions/*/TargetGroupArn',
    'ECS::Service LoadBalancers/*/TargetGroupArn',
  ),
  ...rows(
    { targets: ['AWS::Events::EventBus'], problem: 'Event bus {} does not exist.', form: /^(?!default$|arn:|aws\.)/ },
    'Events::Rule EventBusName',
  ),
  ...rows(
    { targets: ['AWS::Events::Rule'], problem: 'Rule {} does not exist.', form: /^arn:aws[a-z-]*:events:.*:rule\// },
    'Lambda::Permission SourceArn',
  ),
  ...rows(
    { targets: ['AWS::SecretsManager::Secret'], problem: 'Secret {} does not exist.', form: /^arn:.*:secretsmanager:/ },
    'RDS::DBProxy Auth/*/SecretArn',
  ),
];
