import { bucketUnversioned } from '../../../../../lib/review/rules/data/bucket-unversioned';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(bucketUnversioned, {
  type: 'AWS::S3::Bucket',
  right: { VersioningConfiguration: { Status: 'Enabled' } },
  wrong: { 'VersioningConfiguration.Status': ['Suspended', undefined] },
});
