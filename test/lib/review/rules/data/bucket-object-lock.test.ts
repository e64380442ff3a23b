import { bucketObjectLock } from '../../../../../lib/review/rules/data/bucket-object-lock';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(bucketObjectLock, {
  type: 'AWS::S3::Bucket',
  right: { ObjectLockEnabled: true },
  wrong: { ObjectLockEnabled: [false, undefined] },
});
