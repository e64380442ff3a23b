import { vectorBucketKey } from '../../../../../lib/review/rules/vector/vector-bucket-key';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(vectorBucketKey, {
  type: 'AWS::S3Vectors::VectorBucket',
  right: { EncryptionConfiguration: { SseType: 'aws:kms', KmsKeyArn: 'x' } },
  wrong: { 'EncryptionConfiguration.SseType': ['AES256', undefined], 'EncryptionConfiguration.KmsKeyArn': [undefined] },
});
