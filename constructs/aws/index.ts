export * from './encryption/encryption-key';
export { KeyGrants } from './encryption/key-grants';
export { withServiceStatements } from './encryption/service-use';
export { type AlarmThresholds, EndpointAlarms, type EndpointAlarmsProps } from './endpoint/alarms';
export { EndpointGrants, type IInferenceEndpoint } from './endpoint/endpoint-grants';
export type { EndpointCapacity, EndpointPlacement } from './endpoint/endpoint-placement';
export * from './endpoint/gpu-inference-endpoint';
export * from './endpoint/metrics';
export type { Rollout } from './endpoint/rollout';
export type { ScheduledMinimum } from './endpoint/scaling';
export * from './endpoint/weights-in';
export * from './federation/github-deploy-role';
export * from './hand-offs/parameters';
export * from './knowledge/bedrock-knowledge-base';
export type { Chunking } from './knowledge/chunking';
export { type IKnowledgeBase, KnowledgeBaseGrants } from './knowledge/knowledge-base-grants';
export type { IngestionLog, IngestionLogProps } from './knowledge/ingestion-log';
export type { BedrockKnowledgeBaseProps, Ingestion, KnowledgeDocuments } from './knowledge/knowledge-base-props';
export { documentsIn } from './knowledge/knowledge-defaults';
export * from './knowledge/s3-vector-store';
export type { VectorIndex } from './knowledge/vector-index';
export { type IVectorStore, VectorStoreGrants } from './knowledge/vector-store-grants';
export { type IModelImport, ImportGrants, ImportMetrics } from './model-import/import-grants';
export * from './model-import/model-import';
export * from './network/existing-network';
export * from './network/private-network';
export type { VpcPlacement } from './network/vpc-placement';
export * from './observability/account-budget';
export * from './observability/alarm-topic';
export * from './observability/llm-dashboard';
export { PromptLogGrants } from './observability/log-group-grants';
export * from './observability/prompt-log-group';
export { type IPromptLogGroup, PromptLogMetrics } from './observability/prompt-log-metrics';
export * from './observability/teams-channel';
export { AlarmTopicGrants, type GrantingTopic } from './observability/topic-grants';
export { CachedImageGrants, type IImageRepository, ImageGrants } from './registry/image-grants';
export { ImageMetrics } from './registry/image-metrics';
export * from './registry/image-repository';
export * from './registry/model-package-group';
export { type IModelPackageGroup, ModelPackageGroupGrants } from './registry/package-group-grants';
export * from './registry/pull-through-cache';
export * from './registry/registry-replication';
export * from './release/release-table';
export {
  type GrantingTable,
  type IReleaseTable,
  type ReleaseTableAttributes,
  ReleaseTableGrants,
} from './release/release-table-grants';
export * from './retention/data-retention';
export * from './storage/artifact-store';
export type { RecurringSchedule } from './schedule/recurring-schedule';
export {
  BucketGrants,
  type GrantingBucket,
  type IPrivateBucket,
  type PrivateBucketAttributes,
} from './storage/bucket-grants';
export * from './storage/bucket-replication';
export * from './storage/private-bucket';
export * from './tuning/fine-tuning-pipeline';
export { type ITuningPipeline, PipelineGrants } from './tuning/pipeline-grants';
export { PipelineMetrics } from './tuning/pipeline-metrics';
export type { TuningJob } from './tuning/tuning-job';
