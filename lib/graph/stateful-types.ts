/** A type that holds data, with the word of the provider's documentation for what is lost with it. */
type StatefulType = readonly [type: string, loss: string];

/*
 * Sources, read 2026-12-01: for AWS the CloudFormation template reference and the user guide of each service; for Azure the
 * REST reference and the service's page about deletion; for Terraform the resource pages of hashicorp/aws and
 * hashicorp/azurerm, whose types stand for the same services.
 */

/** Types of CloudFormation. */
const cloudFormation: readonly StatefulType[] = [
  ['AWS::Bedrock::DataSource', 'deletes the vectors of its documents unless DataDeletionPolicy is RETAIN'],
  ['AWS::Bedrock::KnowledgeBase', 'ingestion has to run again; the vector store is kept'],
  ['AWS::BedrockAgentCore::Memory', 'the events and records of the memory are deleted'],
  ['AWS::Cognito::UserPool', 'all users and groups are deleted'],
  ['AWS::DocDB::DBCluster', 'the data is lost without a final snapshot'],
  ['AWS::DynamoDB::GlobalTable', 'all items are deleted in every replica'],
  ['AWS::DynamoDB::Table', 'all items are deleted'],
  ['AWS::EC2::Volume', 'the data of the volume is lost without a snapshot'],
  ['AWS::ECR::PublicRepository', 'all images are deleted'],
  ['AWS::ECR::Repository', 'all images are deleted'],
  ['AWS::EFS::FileSystem', 'all files are destroyed'],
  ['AWS::ElastiCache::ReplicationGroup', 'the data is lost without a final snapshot'],
  ['AWS::FSx::FileSystem', 'all files are lost without a backup'],
  ['AWS::Kendra::Index', 'the index and its documents are deleted'],
  ['AWS::Kinesis::Stream', 'all records of the stream are deleted'],
  ['AWS::KMS::Key', 'all data encrypted under the key is unrecoverable'],
  ['AWS::Logs::LogGroup', 'all archived log events are permanently deleted'],
  ['AWS::MemoryDB::Cluster', 'the data is lost without a final snapshot'],
  ['AWS::Neptune::DBCluster', 'the data is lost without a final snapshot'],
  ['AWS::NeptuneGraph::Graph', 'the graph and its vectors are deleted without a snapshot'],
  ['AWS::OpenSearchServerless::Collection', 'all indexes and documents are deleted'],
  ['AWS::OpenSearchServerless::Index', 'all documents of the index are deleted'],
  ['AWS::OpenSearchService::Domain', 'all indexes and documents are deleted'],
  ['AWS::RDS::DBCluster', 'the data is lost without a final snapshot'],
  ['AWS::RDS::DBInstance', 'the data is lost without a final snapshot'],
  ['AWS::Redshift::Cluster', 'the data is lost without a final snapshot'],
  ['AWS::S3::Bucket', 'objects and their versions are deleted, or the deletion fails because there are any'],
  ['AWS::S3Express::DirectoryBucket', 'objects are deleted, or the deletion fails because there are any'],
  ['AWS::S3Tables::TableBucket', 'tables are deleted, or the deletion fails because there are any'],
  ['AWS::S3Vectors::Index', 'all vectors of the index are deleted'],
  ['AWS::S3Vectors::VectorBucket', 'indexes are deleted, or the deletion fails because there are any'],
  ['AWS::SageMaker::Domain', 'the home file systems are deleted unless the retention policy keeps them'],
  ['AWS::SageMaker::FeatureGroup', 'the records of the online store are deleted'],
  ['AWS::SageMaker::MlflowTrackingServer', 'the metadata of its runs is deleted'],
  ['AWS::SageMaker::ModelPackage', 'the version with its approval and metrics is deleted'],
  ['AWS::SageMaker::ModelPackageGroup', 'all versions with their approvals are deleted'],
  ['AWS::SageMaker::NotebookInstance', 'the storage volume of the notebook is deleted'],
  ['AWS::SageMaker::Space', 'the storage volume of the space is deleted'],
  ['AWS::SecretsManager::Secret', 'the secret value is lost after the recovery window'],
];

/** Types of azure-native. Those of ARM templates are read as them. */
const azureNative: readonly StatefulType[] = [
  ['azure-native:cognitiveservices:Account', 'deployments, fine-tuned models and files are lost after soft-delete'],
  ['azure-native:cognitiveservices:Project', 'agents, threads and files of the project are deleted'],
  ['azure-native:compute:Disk', 'the data of the disk is deleted'],
  ['azure-native:containerregistry:Registry', 'all images are deleted'],
  ['azure-native:cosmosdb:DatabaseAccount', 'all databases are deleted, and restored only from a backup'],
  ['azure-native:cosmosdb:MongoDBResourceMongoDBCollection', 'all documents of the collection are deleted'],
  ['azure-native:cosmosdb:SqlResourceSqlContainer', 'all items of the container are deleted'],
  ['azure-native:cosmosdb:SqlResourceSqlDatabase', 'all containers of the database are deleted'],
  ['azure-native:dbforpostgresql:Database', 'all data of the database is deleted'],
  ['azure-native:dbforpostgresql:Server', 'all databases are deleted; backups go with the server'],
  ['azure-native:eventhub:EventHub', 'all retained events are deleted'],
  ['azure-native:keyvault:Key', 'what it encrypts is lost after the retention of soft-delete'],
  ['azure-native:keyvault:ManagedHsm', 'all keys are lost after the retention of soft-delete'],
  ['azure-native:keyvault:Secret', 'the value is lost after the retention of soft-delete'],
  ['azure-native:keyvault:Vault', 'all keys and secrets are lost after the retention of soft-delete'],
  ['azure-native:machinelearningservices:Registry', 'all models, environments and data assets are deleted'],
  ['azure-native:machinelearningservices:Workspace', 'runs, models and metadata are lost after soft-delete'],
  ['azure-native:operationalinsights:Table', 'all data of the table is deleted'],
  ['azure-native:operationalinsights:Workspace', 'all logs are lost after the recovery period of 14 days'],
  ['azure-native:recoveryservices:Vault', 'all backups are lost after soft-delete'],
  ['azure-native:search:Service', 'all indexes and documents are permanently deleted'],
  ['azure-native:sql:Database', 'the data is lost, and restored only from a backup of the server'],
  ['azure-native:sql:Server', 'all databases and their backups are deleted'],
  ['azure-native:storage:BlobContainer', 'all blobs are lost after the retention of soft-delete'],
  ['azure-native:storage:FileShare', 'all files are lost after the retention of soft-delete'],
  ['azure-native:storage:StorageAccount', 'all blobs, files, queues and tables are permanently deleted'],
  ['azure-native:storage:Table', 'all entities are deleted'],
];

/** Types of Terraform that have no other name in the graph. */
const terraform: readonly StatefulType[] = [
  ['aws_bedrockagent_data_source', 'deletes the vectors of its documents unless data_deletion_policy is RETAIN'],
  ['aws_bedrockagent_knowledge_base', 'ingestion has to run again; the vector store is kept'],
  ['aws_bedrockagentcore_memory', 'the events and records of the memory are deleted'],
  ['aws_cognito_user_pool', 'all users and groups are deleted'],
  ['aws_db_instance', 'the data is lost without a final snapshot'],
  ['aws_docdb_cluster', 'the data is lost without a final snapshot'],
  ['aws_dynamodb_table', 'all items are deleted'],
  ['aws_ebs_volume', 'the data of the volume is lost without a snapshot'],
  ['aws_ecr_repository', 'all images are deleted, or the deletion fails because there are any'],
  ['aws_efs_file_system', 'all files are destroyed'],
  ['aws_elasticache_replication_group', 'the data is lost without a final snapshot'],
  ['aws_fsx_lustre_file_system', 'all files are lost without a backup'],
  ['aws_kendra_index', 'the index and its documents are deleted'],
  ['aws_kinesis_stream', 'all records of the stream are deleted'],
  ['aws_kms_key', 'all data encrypted under the key is unrecoverable'],
  ['aws_cloudwatch_log_group', 'all archived log events are permanently deleted'],
  ['aws_neptune_cluster', 'the data is lost without a final snapshot'],
  ['aws_opensearch_domain', 'all indexes and documents are deleted'],
  ['aws_opensearchserverless_collection', 'all indexes and documents are deleted'],
  ['aws_rds_cluster', 'the data is lost without a final snapshot'],
  ['aws_redshift_cluster', 'the data is lost without a final snapshot'],
  ['aws_s3_bucket', 'objects are deleted with force_destroy, or the deletion fails because there are any'],
  ['aws_s3_directory_bucket', 'objects are deleted with force_destroy, or the deletion fails because there are any'],
  ['aws_s3vectors_index', 'all vectors of the index are deleted'],
  [
    'aws_s3vectors_vector_bucket',
    'indexes are deleted with force_destroy, or the deletion fails because there are any',
  ],
  ['aws_sagemaker_domain', 'the home file systems are deleted unless the retention policy keeps them'],
  ['aws_sagemaker_feature_group', 'the records of the online store are deleted'],
  ['aws_sagemaker_mlflow_tracking_server', 'the metadata of its runs is deleted'],
  ['aws_sagemaker_model_package_group', 'all versions with their approvals are deleted'],
  ['aws_sagemaker_notebook_instance', 'the storage volume of the notebook is deleted'],
  ['aws_secretsmanager_secret', 'the secret value is lost after the recovery window'],
  ['azurerm_ai_foundry', 'runs, models and metadata are lost after soft-delete'],
  ['azurerm_ai_services', 'deployments, fine-tuned models and files are lost after soft-delete'],
  ['azurerm_cognitive_account', 'deployments, fine-tuned models and files are lost after soft-delete'],
  ['azurerm_container_registry', 'all images are deleted'],
  ['azurerm_cosmosdb_account', 'all databases are deleted, and restored only from a backup'],
  ['azurerm_cosmosdb_sql_container', 'all items of the container are deleted'],
  ['azurerm_cosmosdb_sql_database', 'all containers of the database are deleted'],
  ['azurerm_eventhub', 'all retained events are deleted'],
  ['azurerm_key_vault', 'all keys and secrets are lost after the retention of soft-delete'],
  ['azurerm_key_vault_key', 'what it encrypts is lost after the retention of soft-delete'],
  ['azurerm_key_vault_secret', 'the value is lost after the retention of soft-delete'],
  ['azurerm_log_analytics_workspace', 'all logs are lost after the recovery period of 14 days'],
  ['azurerm_machine_learning_workspace', 'runs, models and metadata are lost after soft-delete'],
  ['azurerm_managed_disk', 'the data of the disk is deleted'],
  ['azurerm_mssql_database', 'the data is lost, and restored only from a backup of the server'],
  ['azurerm_mssql_server', 'all databases and their backups are deleted'],
  ['azurerm_postgresql_flexible_server', 'all databases are deleted; backups go with the server'],
  ['azurerm_postgresql_flexible_server_database', 'all data of the database is deleted'],
  ['azurerm_search_service', 'all indexes and documents are permanently deleted'],
  ['azurerm_storage_account', 'all blobs, files, queues and tables are permanently deleted'],
  ['azurerm_storage_container', 'all blobs are lost after the retention of soft-delete'],
  ['azurerm_storage_share', 'all files are lost after the retention of soft-delete'],
];

/** Types of Kubernetes. */
const kubernetes: readonly StatefulType[] = [
  ['v1/PersistentVolume', 'the volume behind it is deleted where its reclaim policy is Delete'],
  ['v1/PersistentVolumeClaim', 'its volume is deleted where the reclaim policy is Delete'],
  ['v1/Namespace', 'everything in the namespace is deleted'],
];

const losses: ReadonlyMap<string, string> = new Map([...cloudFormation, ...azureNative, ...terraform, ...kubernetes]);

/**
 * What is lost with a resource of a type that holds data, in the words of the provider's documentation: lower case, no final
 * period. Undefined for a type that is not known to hold data.
 */
export function dataLossOf(type: string): string | undefined {
  return losses.get(type);
}

/**
 * Types whose deletion or replacement loses data or history, according to the provider's documentation. Roles, networks and
 * endpoints are not here: they can be created again from the templates. A type that is not here is not known to hold data,
 * which is no proof that it holds none.
 */
export const statefulTypes: ReadonlySet<string> = new Set(losses.keys());
