import { featureStoreOfflineKey } from '../../../../../lib/review/rules/sagemaker/feature-store-offline-key';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(featureStoreOfflineKey, {
  type: 'AWS::SageMaker::FeatureGroup',
  right: { OfflineStoreConfig: { S3StorageConfig: { S3Uri: 's3://x', KmsKeyId: 'x' } } },
  wrong: { 'OfflineStoreConfig.S3StorageConfig.KmsKeyId': [undefined] },
});
