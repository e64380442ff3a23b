import { vectorIndexKey } from '../../../../../lib/review/rules/vector/vector-index-key';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(vectorIndexKey, {
  type: 'AWS::S3Vectors::Index',
  right: { EncryptionConfiguration: { KmsKeyArn: 'x', SseType: 'aws:kms' } },
  wrong: { 'EncryptionConfiguration.SseType': ['AES256', undefined], 'EncryptionConfiguration.KmsKeyArn': [undefined] },
});
