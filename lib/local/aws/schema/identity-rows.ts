/**
 * The identifiers of a type, where the `primaryIdentifier` and the ARN template of the registry do not give them.
 * Text fields are templates: `${Property}` (first present of `${A|B}`), `${Name}`, `${Ref}`, `${Arn}`, `${Id}`, `${Account}`, `${Region}`,
 * `${Partition}`, `${Suffix}`, `${generation}` (1, and one more for each replacement), `${last:Property}` (its last path segment), `${host:Property}` (a URL without its scheme), `${attachment}` (IGW or VGW, by the gateway that is attached), and generated parts `${hex:17}`, `${lower:10}`, `${upper:10}`, `${uuid}`.
 * Source: "Return values" of each type in the CloudFormation template reference.
 */
export interface IdentityRow {
  /** What `Ref` returns. @default - the registry's identifier */
  readonly ref?: string;
  /** A generated identifier. @default - by service, see `idStyles` */
  readonly id?: string;
  readonly arn?: string;
  /** Components of the identifier that are attributes, not properties. */
  readonly components?: Readonly<Record<string, string>>;
  readonly attributes?: Readonly<Record<string, string | readonly string[]>>;
  /** Key that no second resource may have when a name is given; false when names may repeat. @default - the name, if it is in the ARN */
  readonly unique?: string | false;
  /** What refuses a replacement that keeps its given name. @default - CloudFormation, before it asks the service */
  readonly refusedBy?: 'service';
  /** Generated names are lower case. @default false */
  readonly lowerCaseName?: boolean;
  /** The longest generated name. @default 62 */
  readonly nameLength?: number;
}

/** Identifier styles by service; a row's `id` wins. */
export const idStyles: Readonly<Record<string, string>> = {
  'AWS::ApiGateway': '${lower:10}',
  'AWS::ApiGatewayV2': '${lower:10}',
  'AWS::Bedrock': '${upper:10}',
  'AWS::BedrockAgentCore': '${upper:10}',
  'AWS::CloudFront': 'E${upper:13}',
  'AWS::EC2': '${kind}-${hex:17}',
  'AWS::OpenSearchServerless': '${lower:20}',
  'AWS::Route53': 'Z${upper:19}',
};

/** Service prefixes of ARNs that are not the lower-case namespace. */
export const arnServices: Readonly<Record<string, string>> = {
  'AWS::ApplicationAutoScaling': 'autoscaling',
  'AWS::CloudWatch': 'cloudwatch',
  'AWS::Cognito': 'cognito-idp',
  'AWS::ElasticLoadBalancingV2': 'elasticloadbalancing',
  'AWS::OpenSearchServerless': 'aoss',
  'AWS::StepFunctions': 'states',
};

/** Where a name must be unique: S3 bucket names in the partition, IAM names in the account, all others in account and region. */
export function uniquenessScope(type: string): 'partition' | 'account' | 'region' {
  if (type === 'AWS::S3::Bucket') return 'partition';
  return /^AWS::(?:IAM|Route53|CloudFront|Budgets)::/.test(type) ? 'account' : 'region';
}

/** By resource type; a type without a row follows the registry. */
export const identityRows: Readonly<Record<string, IdentityRow>> = {
  'AWS::ApiGateway::RestApi': { attributes: { RootResourceId: '${lower:10}' } },
  'AWS::ApplicationAutoScaling::ScalingPolicy': {
    ref: 'arn:${Partition}:autoscaling:${Region}:${Account}:scalingPolicy:${uuid}:resource/${ResourceId|ScalingTargetId}:policyName/${PolicyName}',
    attributes: { Arn: '${Ref}' },
  },
  'AWS::Bedrock::Agent': { unique: '${AgentName}', attributes: { AgentVersion: 'DRAFT', AgentStatus: 'PREPARED' } },
  'AWS::Bedrock::AgentAlias': {
    arn: 'arn:${Partition}:bedrock:${Region}:${Account}:agent-alias/${AgentId}/${Id}',
  },
  'AWS::Bedrock::ApplicationInferenceProfile': {
    ref: '${lower:12}',
    arn: 'arn:${Partition}:bedrock:${Region}:${Account}:application-inference-profile/${Ref}',
    attributes: { InferenceProfileId: '${Ref}', InferenceProfileIdentifier: '${Arn}' },
  },
  // Source: awslabs/generative-ai-cdk-constructs#734 (2024-10-04): a second data source of a name gets 409.
  'AWS::Bedrock::DataSource': { unique: '${KnowledgeBaseId}/${Name}', refusedBy: 'service' },
  'AWS::Bedrock::Flow': { attributes: { Version: 'DRAFT', Status: 'Prepared' } },
  'AWS::Bedrock::FlowAlias': { arn: '${FlowArn}/alias/${Id}' },
  'AWS::Bedrock::FlowVersion': {
    ref: '${FlowArn}|${generation}',
    attributes: { Version: '${generation}', FlowId: '${last:FlowArn}' },
  },
  'AWS::Bedrock::Guardrail': {
    id: '${lower:12}',
    unique: '${Name}',
    attributes: { Version: 'DRAFT', Status: 'READY' },
  },
  'AWS::Bedrock::GuardrailVersion': {
    ref: '${GuardrailIdentifier}|${generation}',
    attributes: { Version: '${generation}', GuardrailId: '${last:GuardrailIdentifier}' },
  },
  'AWS::Bedrock::KnowledgeBase': { unique: '${Name}' },
  'AWS::Bedrock::Prompt': { attributes: { Version: 'DRAFT' } },
  'AWS::Bedrock::PromptVersion': {
    ref: '${PromptArn}:${generation}',
    attributes: { Version: '${generation}', Arn: '${PromptArn}:${generation}' },
  },
  // Source: the patterns of these identifiers in the registry, 2026-11-30.
  'AWS::BedrockAgentCore::BrowserCustom': { id: '${Name}-${upper:10}' },
  'AWS::BedrockAgentCore::CodeInterpreterCustom': { id: '${Name}-${upper:10}' },
  'AWS::BedrockAgentCore::Gateway': {
    ref: 'gateway-${lower:10}',
    arn: 'arn:${Partition}:bedrock-agentcore:${Region}:${Account}:gateway/${Ref}',
    attributes: { GatewayIdentifier: '${Ref}' },
  },
  'AWS::BedrockAgentCore::Memory': { id: '${Name}-${upper:10}' },
  'AWS::BedrockAgentCore::PolicyEngine': { id: '${Name}-${lower:10}' },
  'AWS::BedrockAgentCore::Runtime': { id: '${AgentRuntimeName}-${upper:10}' },
  'AWS::Budgets::Budget': { ref: '${Name}' },
  'AWS::CloudFormation::Stack': {
    ref: 'arn:${Partition}:cloudformation:${Region}:${Account}:stack/${Name}/${uuid}',
    arn: '${Ref}',
    unique: false,
  },
  // The form of a canonical user: 64 hexadecimal digits.
  'AWS::CloudFront::CloudFrontOriginAccessIdentity': { attributes: { S3CanonicalUserId: '${hex:64}' } },
  'AWS::Cognito::UserPool': { id: '${Region}_${lower:9}' },
  'AWS::Cognito::UserPoolClient': { id: '${lower:26}' },
  'AWS::DynamoDB::Table': { attributes: { StreamArn: '${Arn}/stream/2026-01-01T00:00:00.000' } },
  'AWS::EC2::EIP': { attributes: { AllocationId: 'eipalloc-${hex:17}' }, ref: '203.0.113.${octet}' },
  'AWS::EC2::EgressOnlyInternetGateway': { id: 'eigw-${hex:17}' },
  'AWS::EC2::FlowLog': { id: 'fl-${hex:17}' },
  'AWS::EC2::Instance': { id: 'i-${hex:17}' },
  'AWS::EC2::InternetGateway': { id: 'igw-${hex:17}' },
  'AWS::EC2::LaunchTemplate': {
    id: 'lt-${hex:17}',
    attributes: { LatestVersionNumber: '1', DefaultVersionNumber: '1' },
  },
  'AWS::EC2::NatGateway': { id: 'nat-${hex:17}' },
  'AWS::EC2::NetworkAcl': { id: 'acl-${hex:17}' },
  'AWS::EC2::NetworkInterface': { id: 'eni-${hex:17}' },
  'AWS::EC2::Route': {
    ref: '${RouteTableId}|${DestinationCidrBlock|DestinationIpv6CidrBlock|DestinationPrefixListId}',
    components: { CidrBlock: '${DestinationCidrBlock|DestinationIpv6CidrBlock|DestinationPrefixListId}' },
  },
  'AWS::EC2::RouteTable': { id: 'rtb-${hex:17}' },
  'AWS::EC2::SecurityGroup': { id: 'sg-${hex:17}', attributes: { GroupId: '${Ref}' } },
  'AWS::EC2::SecurityGroupEgress': { id: 'sgr-${hex:17}' },
  'AWS::EC2::SecurityGroupIngress': { id: 'sgr-${hex:17}' },
  'AWS::EC2::Subnet': {
    id: 'subnet-${hex:17}',
    attributes: {
      Ipv6CidrBlocks: ['2001:db8:1234:1a00::/64'],
      NetworkAclAssociationId: 'aclassoc-${hex:17}',
      AvailabilityZone: '${AvailabilityZone}',
    },
  },
  'AWS::EC2::SubnetRouteTableAssociation': { id: 'rtbassoc-${hex:17}' },
  'AWS::EC2::VPC': {
    id: 'vpc-${hex:17}',
    attributes: {
      DefaultSecurityGroup: 'sg-${hex:17}',
      DefaultNetworkAcl: 'acl-${hex:17}',
      CidrBlockAssociations: ['vpc-cidr-assoc-${hex:17}'],
      Ipv6CidrBlocks: ['2001:db8:1234:1a00::/56'],
    },
  },
  'AWS::EC2::VPCEndpoint': {
    id: 'vpce-${hex:17}',
    attributes: {
      DnsEntries: ['${lower:12}:vpce-${hex:17}.${Region}.vpce.amazonaws.com'],
      NetworkInterfaceIds: ['eni-${hex:17}'],
    },
  },
  'AWS::EC2::VPCGatewayAttachment': {
    ref: '${attachment}|${VpcId}',
    components: { AttachmentType: '${attachment}' },
  },
  'AWS::EC2::Volume': { id: 'vol-${hex:17}' },
  'AWS::ECR::Repository': {
    lowerCaseName: true,
    attributes: { RepositoryUri: '${Account}.dkr.ecr.${Region}.${Suffix}/${Name}' },
  },
  'AWS::ECS::Cluster': { ref: '${Name}' },
  'AWS::EFS::AccessPoint': { id: 'fsap-${hex:17}' },
  'AWS::EFS::FileSystem': { id: 'fs-${hex:17}' },
  'AWS::EFS::MountTarget': { id: 'fsmt-${hex:17}' },
  'AWS::ElasticLoadBalancingV2::LoadBalancer': {
    nameLength: 32,
    arn: 'arn:${Partition}:elasticloadbalancing:${Region}:${Account}:loadbalancer/app/${Name}/${hex:16}',
    attributes: { DNSName: '${Name}-${upper:10}.${Region}.elb.${Suffix}', LoadBalancerName: '${Name}' },
  },
  'AWS::ElasticLoadBalancingV2::TargetGroup': {
    nameLength: 32,
    arn: 'arn:${Partition}:elasticloadbalancing:${Region}:${Account}:targetgroup/${Name}/${hex:16}',
  },
  'AWS::Events::Rule': { ref: '${Name}' },
  'AWS::IAM::AccessKey': { ref: 'AKIA${upper:16}', attributes: { SecretAccessKey: '${hex:40}' } },
  'AWS::IAM::ManagedPolicy': { arn: 'arn:${Partition}:iam::${Account}:policy${Path:/}${Name}' },
  // Source: IAM API reference, CreateOpenIDConnectProvider: EntityAlreadyExists for a second provider of a URL.
  'AWS::IAM::OIDCProvider': {
    arn: 'arn:${Partition}:iam::${Account}:oidc-provider/${host:Url}',
    unique: '${host:Url}',
  },
  'AWS::IAM::Policy': { unique: false },
  'AWS::IAM::Role': { attributes: { RoleId: 'AROA${upper:17}' } },
  'AWS::KMS::Key': { id: '${uuid}' },
  'AWS::KMS::ReplicaKey': { id: 'mrk-${hex:32}' },
  'AWS::Lambda::Alias': { arn: 'arn:${Partition}:lambda:${Region}:${Account}:function:${FunctionName}:${Name}' },
  'AWS::Lambda::LayerVersion': { arn: 'arn:${Partition}:lambda:${Region}:${Account}:layer:${LayerName|Name}:1' },
  'AWS::Lambda::Url': { attributes: { FunctionUrl: 'https://${lower:32}.lambda-url.${Region}.on.aws/' } },
  // The number is Lambda's: a plan shows one that it may not be.
  'AWS::Lambda::Version': {
    unique: false,
    ref: 'arn:${Partition}:lambda:${Region}:${Account}:function:${FunctionName}:${generation}',
    arn: '${Ref}',
    attributes: { Version: '${generation}' },
  },
  'AWS::Logs::LogGroup': {
    arn: 'arn:${Partition}:logs:${Region}:${Account}:log-group:${Name}',
    attributes: { Arn: '${Arn}:*' },
  },
  'AWS::OpenSearchServerless::Collection': {
    unique: '${Name}',
    attributes: {
      CollectionEndpoint: 'https://${Ref}.${Region}.aoss.amazonaws.com',
      DashboardEndpoint: 'https://${Ref}.${Region}.aoss.amazonaws.com/_dashboards',
    },
  },
  'AWS::NeptuneGraph::Graph': {
    id: 'g-${lower:10}',
    arn: 'arn:${Partition}:neptune-graph:${Region}:${Account}:graph/${Id}',
  },
  'AWS::OpenSearchService::Domain': { lowerCaseName: true, nameLength: 28 },
  'AWS::RDS::DBCluster': {
    lowerCaseName: true,
    attributes: {
      'Endpoint.Address': '${Name}.cluster-${lower:12}.${Region}.rds.amazonaws.com',
      'ReadEndpoint.Address': '${Name}.cluster-ro-${lower:12}.${Region}.rds.amazonaws.com',
      'Endpoint.Port': '5432',
    },
  },
  'AWS::RDS::DBInstance': {
    lowerCaseName: true,
    attributes: { 'Endpoint.Address': '${Name}.${lower:12}.${Region}.rds.amazonaws.com', 'Endpoint.Port': '5432' },
  },
  'AWS::S3::Bucket': {
    lowerCaseName: true,
    nameLength: 63,
    attributes: {
      DomainName: '${Name}.s3.${Suffix}',
      RegionalDomainName: '${Name}.s3.${Region}.${Suffix}',
      DualStackDomainName: '${Name}.s3.dualstack.${Region}.${Suffix}',
      WebsiteURL: 'http://${Name}.s3-website-${Region}.${Suffix}',
    },
  },
  'AWS::S3Vectors::Index': {
    lowerCaseName: true,
    unique: '${last:VectorBucketName|VectorBucketArn}/${Name}',
    arn: 'arn:${Partition}:s3vectors:${Region}:${Account}:bucket/${last:VectorBucketName|VectorBucketArn}/index/${Name}',
  },
  'AWS::S3Vectors::VectorBucket': {
    lowerCaseName: true,
    unique: '${Name}',
    arn: 'arn:${Partition}:s3vectors:${Region}:${Account}:bucket/${Name}',
  },
  'AWS::SQS::Queue': {
    ref: 'https://sqs.${Region}.${Suffix}/${Account}/${Name}',
    attributes: { QueueUrl: '${Ref}' },
  },
  'AWS::SageMaker::Endpoint': { nameLength: 63 },
  'AWS::SageMaker::EndpointConfig': { nameLength: 63 },
  'AWS::SageMaker::Model': { nameLength: 63 },
  'AWS::SecretsManager::Secret': {
    unique: '${Name}',
    ref: 'arn:${Partition}:secretsmanager:${Region}:${Account}:secret:${Name}-${upper:6}',
    arn: '${Ref}',
  },
  'AWS::WAFv2::WebACL': { ref: '${Name}|${uuid}|${Scope}' },
};
