import { bucketNotLogged } from '../../../../../lib/review/rules/data/bucket-not-logged';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(bucketNotLogged, {
  type: 'AWS::S3::Bucket',
  right: { LoggingConfiguration: { DestinationBucketName: 'logs' } },
  wrong: { LoggingConfiguration: [undefined] },
});
