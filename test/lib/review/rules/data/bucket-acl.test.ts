import { bucketAcl } from '../../../../../lib/review/rules/data/bucket-acl';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(bucketAcl, {
  type: 'AWS::S3::Bucket',
  right: { OwnershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] }, AccessControl: 'Private' },
  wrong: { 'OwnershipControls.Rules.0.ObjectOwnership': ['ObjectWriter', undefined], AccessControl: ['PublicRead'] },
});
