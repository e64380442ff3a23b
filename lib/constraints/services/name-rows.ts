/** The names that a service allows for a resource type. */
export interface NameRow {
  readonly type: string;
  readonly property: string;
  readonly pattern: RegExp;
  readonly rule: string;
  /** Names that the pattern allows and the service keeps for itself. */
  readonly reserved?: readonly { readonly pattern: RegExp; readonly rule: string }[];
}

const sagemakerTemplates = {
  pattern: /^[a-zA-Z0-9](?:-*[a-zA-Z0-9]){0,62}$/,
  rule: '1 to 63 letters, digits and hyphens',
} as const;
const bedrock = {
  pattern: /^(?:[0-9a-zA-Z][_-]?){1,100}$/,
  rule: '1 to 100 letters, digits, single hyphens and underscores',
} as const;
const iam = { pattern: /^[\w+=,.@-]{1,64}$/, rule: '1 to 64 of letters, digits and _+=,.@-' } as const;

/** Source: the `pattern` and length constraints of each Create call in the service's API reference. */
export const nameRows: readonly NameRow[] = [
  { type: 'AWS::Bedrock::Agent', property: 'AgentName', ...bedrock },
  {
    type: 'AWS::Bedrock::Guardrail',
    property: 'Name',
    pattern: /^[0-9a-zA-Z_-]{1,50}$/,
    rule: '1 to 50 letters, digits, hyphens and underscores',
  },
  { type: 'AWS::Bedrock::KnowledgeBase', property: 'Name', ...bedrock },
  { type: 'AWS::Bedrock::Prompt', property: 'Name', ...bedrock },
  {
    type: 'AWS::DynamoDB::Table',
    property: 'TableName',
    pattern: /^[a-zA-Z0-9_.-]{3,255}$/,
    rule: '3 to 255 letters, digits and _.-',
  },
  {
    type: 'AWS::ECR::Repository',
    property: 'RepositoryName',
    pattern: /^(?=.{2,256}$)(?:[a-z0-9]+(?:[._-]+[a-z0-9]+)*\/)*[a-z0-9]+(?:[._-]+[a-z0-9]+)*$/,
    rule: '2 to 256 lower-case letters, digits and separators',
  },
  { type: 'AWS::IAM::Role', property: 'RoleName', ...iam },
  {
    type: 'AWS::KMS::Alias',
    property: 'AliasName',
    pattern: /^alias\/(?!aws\/)[a-zA-Z0-9/_-]{1,250}$/,
    rule: 'alias/ and 1 to 250 letters, digits and /_-, not alias/aws/',
  },
  {
    type: 'AWS::Lambda::Function',
    property: 'FunctionName',
    pattern: /^[a-zA-Z0-9_-]{1,64}$/,
    rule: '1 to 64 letters, digits, hyphens and underscores',
  },
  {
    type: 'AWS::Logs::LogGroup',
    property: 'LogGroupName',
    pattern: /^[.\-_/#A-Za-z0-9]{1,512}$/,
    rule: '1 to 512 letters, digits and .-_/#',
  },
  {
    type: 'AWS::OpenSearchServerless::Collection',
    property: 'Name',
    pattern: /^[a-z][a-z0-9-]{2,31}$/,
    rule: '3 to 32 lower-case letters, digits and hyphens, a letter first',
  },
  {
    type: 'AWS::S3::Bucket',
    property: 'BucketName',
    pattern: /^(?!.*\.\.)(?!\d+\.\d+\.\d+\.\d+$)[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/,
    rule: '3 to 63 lower-case letters, digits, dots and hyphens, no two dots in a row, not the form of an IP address',
    reserved: [
      {
        pattern: /^(?:xn--|sthree-|amzn-s3-demo-)/,
        rule: 'a name that does not start with xn--, sthree- or amzn-s3-demo-',
      },
      {
        pattern: /(?:-s3alias|--ol-s3|\.mrap|--x-s3|--table-s3)$/,
        rule: 'a name that does not end with -s3alias, --ol-s3, .mrap, --x-s3 or --table-s3',
      },
    ],
  },
  {
    type: 'AWS::S3Vectors::Index',
    property: 'IndexName',
    pattern: /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/,
    rule: '3 to 63 lower-case letters, digits, dots and hyphens',
  },
  {
    type: 'AWS::S3Vectors::VectorBucket',
    property: 'VectorBucketName',
    pattern: /^[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$/,
    rule: '3 to 63 lower-case letters, digits and hyphens',
  },
  {
    type: 'AWS::SNS::Topic',
    property: 'TopicName',
    pattern: /^[a-zA-Z0-9_-]{1,256}(?:\.fifo)?$/,
    rule: '1 to 256 letters, digits, hyphens and underscores',
  },
  {
    type: 'AWS::SQS::Queue',
    property: 'QueueName',
    pattern: /^(?=.{1,80}$)[a-zA-Z0-9_-]+(?:\.fifo)?$/,
    rule: '1 to 80 letters, digits, hyphens and underscores',
  },
  {
    type: 'AWS::SSM::Parameter',
    property: 'Name',
    pattern: /^(?!\/?(?:aws|ssm)(?:\/|$))[a-zA-Z0-9_.\-/]{1,1011}$/i,
    rule: 'letters, digits and _.-/, not starting with aws or ssm',
  },
  { type: 'AWS::SageMaker::Endpoint', property: 'EndpointName', ...sagemakerTemplates },
  { type: 'AWS::SageMaker::EndpointConfig', property: 'EndpointConfigName', ...sagemakerTemplates },
  { type: 'AWS::SageMaker::InferenceComponent', property: 'InferenceComponentName', ...sagemakerTemplates },
  { type: 'AWS::SageMaker::Model', property: 'ModelName', ...sagemakerTemplates },
  { type: 'AWS::SageMaker::ModelPackageGroup', property: 'ModelPackageGroupName', ...sagemakerTemplates },
  {
    type: 'AWS::StepFunctions::StateMachine',
    property: 'StateMachineName',
    pattern: /^[a-zA-Z0-9_-]{1,80}$/,
    rule: '1 to 80 letters, digits, hyphens and underscores',
  },
];
