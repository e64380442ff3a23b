/**
 * Types whose deletion or replacement loses data or history, according to the provider's documentation.
 * Roles, networks and endpoints are not here: they can be created again from the templates.
 */
export const statefulTypes: ReadonlySet<string> = new Set([
  'AWS::Bedrock::DataSource',
  'AWS::Bedrock::KnowledgeBase',
  'AWS::DynamoDB::GlobalTable',
  'AWS::DynamoDB::Table',
  'AWS::ECR::Repository',
  'AWS::KMS::Key',
  'AWS::Logs::LogGroup',
  'AWS::OpenSearchServerless::Collection',
  'AWS::RDS::DBCluster',
  'AWS::RDS::DBInstance',
  'AWS::S3::Bucket',
  'AWS::S3Vectors::Index',
  'AWS::S3Vectors::VectorBucket',
  'AWS::SageMaker::ModelPackageGroup',
  'AWS::SecretsManager::Secret',
  'azure-native:cognitiveservices:Account',
  'azure-native:containerregistry:Registry',
  'azure-native:dbforpostgresql:Server',
  'azure-native:keyvault:Key',
  'azure-native:keyvault:Secret',
  'azure-native:keyvault:Vault',
  'azure-native:machinelearningservices:Registry',
  'azure-native:machinelearningservices:Workspace',
  'azure-native:operationalinsights:Workspace',
  'azure-native:search:Service',
  'azure-native:storage:BlobContainer',
  'azure-native:storage:StorageAccount',
]);
