import type { PropertyValue, ResourceNode } from '../../../../../lib/graph';
import { check } from '../../../../../lib/review/check';
import { bucketPlainTransport } from '../../../../../lib/review/rules/data/bucket-plain-transport';
import { resourceNode } from '../../../../helpers/resource-node';

const bucket = resourceNode({ type: 'AWS::S3::Bucket', address: 'foundation/Documents' });
const policy = (PolicyDocument: PropertyValue, Bucket: PropertyValue = { Ref: 'Documents' }): ResourceNode =>
  resourceNode({ type: 'AWS::S3::BucketPolicy', address: 'foundation/Policy', properties: { Bucket, PolicyDocument } });
const deny = (Effect = 'Deny', value: PropertyValue = 'false'): PropertyValue => ({
  Statement: [
    { Effect, Principal: '*', Action: 's3:*', Resource: '*', Condition: { Bool: { 'aws:SecureTransport': value } } },
  ],
});

test.each<[string, readonly ResourceNode[], number]>([
  ['a policy that refuses', [policy(deny())], 0],
  ['no policy', [], 1],
  ['a policy that allows', [policy(deny('Allow'))], 1],
  ['a policy that refuses the right', [policy(deny('Deny', 'true'))], 1],
  ['a policy of another bucket', [policy(deny(), 'other')], 1],
  ['a policy that is not known', [policy({ Ref: 'Policy' })], 0],
])('a bucket with %s', (_name, others, count) => {
  expect(check([bucket, ...others], [bucketPlainTransport]).findings).toHaveLength(count);
});
