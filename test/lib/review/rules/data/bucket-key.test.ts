import { bucketKey } from '../../../../../lib/review/rules/data/bucket-key';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(bucketKey, {
  type: 'AWS::S3::Bucket',
  right: {
    BucketEncryption: {
      ServerSideEncryptionConfiguration: [
        { ServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms', KMSMasterKeyID: 'x' } },
      ],
    },
  },
  wrong: {
    BucketEncryption: [undefined],
    'BucketEncryption.ServerSideEncryptionConfiguration.0.ServerSideEncryptionByDefault.SSEAlgorithm': [
      'AES256',
      undefined,
    ],
    'BucketEncryption.ServerSideEncryptionConfiguration.0.ServerSideEncryptionByDefault.KMSMasterKeyID': [undefined],
  },
});
