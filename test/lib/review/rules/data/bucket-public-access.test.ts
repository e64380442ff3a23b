import { bucketPublicAccess } from '../../../../../lib/review/rules/data/bucket-public-access';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(bucketPublicAccess, {
  type: 'AWS::S3::Bucket',
  right: {
    PublicAccessBlockConfiguration: {
      BlockPublicAcls: true,
      BlockPublicPolicy: true,
      IgnorePublicAcls: true,
      RestrictPublicBuckets: true,
    },
  },
  wrong: {
    'PublicAccessBlockConfiguration.BlockPublicAcls': [false, undefined],
    'PublicAccessBlockConfiguration.BlockPublicPolicy': [false, undefined],
    'PublicAccessBlockConfiguration.IgnorePublicAcls': [false, undefined],
    'PublicAccessBlockConfiguration.RestrictPublicBuckets': [false, undefined],
  },
});
