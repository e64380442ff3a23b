/**
 * Resource types that a service answers for from what their stack has made, by signing name: a request finds them, or what they
 * allow decides about it. A test compares the rows with the service table and with the code of each service.
 */
export const servedTypes: Readonly<Record<string, readonly string[]>> = {
  bedrock: [
    'AWS::Bedrock::DataSource',
    'AWS::Bedrock::Guardrail',
    'AWS::Bedrock::GuardrailVersion',
    'AWS::Bedrock::KnowledgeBase',
  ],
  cloudformation: [
    'AWS::CloudFormation::Stack',
    'AWS::CloudFormation::WaitCondition',
    'AWS::CloudFormation::WaitConditionHandle',
  ],
  codebuild: ['AWS::CodeBuild::Project'],
  dynamodb: ['AWS::DynamoDB::GlobalTable', 'AWS::DynamoDB::Table'],
  ec2: [
    'AWS::EC2::Route',
    'AWS::EC2::RouteTable',
    'AWS::EC2::SecurityGroup',
    'AWS::EC2::Subnet',
    'AWS::EC2::SubnetRouteTableAssociation',
    'AWS::EC2::VPC',
    'AWS::EC2::VPCGatewayAttachment',
    'AWS::EC2::VPNGateway',
  ],
  ecr: ['AWS::ECR::PullThroughCacheRule', 'AWS::ECR::Repository', 'AWS::ECR::RepositoryCreationTemplate'],
  events: ['AWS::Events::EventBus', 'AWS::Events::Rule'],
  iam: [
    'AWS::IAM::Group',
    'AWS::IAM::ManagedPolicy',
    'AWS::IAM::OIDCProvider',
    'AWS::IAM::Policy',
    'AWS::IAM::Role',
    'AWS::IAM::RolePolicy',
    'AWS::IAM::User',
    'AWS::IAM::UserToGroupAddition',
  ],
  kms: ['AWS::KMS::Alias', 'AWS::KMS::Key', 'AWS::KMS::ReplicaKey'],
  lambda: ['AWS::Lambda::Alias', 'AWS::Lambda::Function', 'AWS::Lambda::Permission', 'AWS::Lambda::Version'],
  logs: ['AWS::Logs::LogGroup'],
  s3: ['AWS::S3::Bucket', 'AWS::S3::BucketPolicy'],
  s3vectors: ['AWS::S3Vectors::Index'],
  secretsmanager: ['AWS::SecretsManager::ResourcePolicy', 'AWS::SecretsManager::Secret'],
  ssm: ['AWS::SSM::Parameter'],
  states: ['AWS::StepFunctions::StateMachine'],
  // Roles are assumed; their policies are those of iam.
  sts: ['AWS::IAM::Role'],
};
