import type { Json, JsonObject } from '../../../../lib/constraints/json';
import { vectorBucket, vectorEncryption } from '../../../../lib/constraints/llm/vector-bucket';
import { breaches, cloud, known, template } from './around';

const unknown = { Ref: 'Unknown' };
const arn = 'arn:aws:s3vectors:eu-central-1:111111111111:bucket/notes';
const around = cloud([known('AWS::S3Vectors::VectorBucket', 'B', {}, 'notes', arn)]);

test.each<[JsonObject, string | undefined]>([
  [{ VectorBucketName: 'notes' }, undefined],
  [{ VectorBucketArn: arn }, undefined],
  [{ VectorBucketName: { Ref: 'B' } }, undefined],
  [{ VectorBucketName: unknown }, undefined],
  [{ VectorBucketName: 'other' }, '#/VectorBucketName: The specified vector bucket could not be found: other'],
  [{}, '#/VectorBucketName: Neither VectorBucketName nor VectorBucketArn is given; one names the bucket'],
  [
    { VectorBucketName: 'notes', VectorBucketArn: arn },
    '#/VectorBucketName: Both VectorBucketName and VectorBucketArn is given; one names the bucket',
  ],
])('a vector index in %j', (properties, refused) => {
  expect(breaches(vectorBucket, properties, around)).toEqual(refused === undefined ? [] : [refused]);
});

test('a bucket that is not declared here may exist', () => {
  expect(breaches(vectorBucket, { VectorBucketName: 'other' }, template())).toEqual([]);
});

test.each<[Json, string | undefined]>([
  [{ SseType: 'AES256' }, undefined],
  [{ SseType: 'aws:kms', KmsKeyArn: unknown }, undefined],
  [{ SseType: unknown }, undefined],
  [unknown, undefined],
  [{ SseType: 'aws:kms' }, '#/EncryptionConfiguration: SseType aws:kms needs KmsKeyArn'],
  [
    { SseType: 'AES256', KmsKeyArn: 'k' },
    '#/EncryptionConfiguration/KmsKeyArn: KmsKeyArn is given, and SseType AES256 uses no key of yours',
  ],
])('vectors encrypted with %j', (EncryptionConfiguration, refused) => {
  expect(breaches(vectorEncryption, { EncryptionConfiguration })).toEqual(refused === undefined ? [] : [refused]);
});
