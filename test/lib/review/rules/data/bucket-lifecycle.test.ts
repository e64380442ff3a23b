import { bucketLifecycle } from '../../../../../lib/review/rules/data/bucket-lifecycle';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(bucketLifecycle, {
  type: 'AWS::S3::Bucket',
  right: { LifecycleConfiguration: { Rules: [{ Status: 'Enabled' }] } },
  wrong: { 'LifecycleConfiguration.Rules': [undefined] },
});
