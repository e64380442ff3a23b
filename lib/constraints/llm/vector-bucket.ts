import type { Constraint } from '../constraint';
import { at, isGiven, textAt } from '../value';

const reference = 'https://docs.aws.amazon.com/AmazonS3/latest/API';

/** A vector index or the policy of a vector bucket names one bucket, and the bucket exists. */
export const vectorBucket: Constraint = {
  id: 'vector-bucket',
  types: ['AWS::S3Vectors::Index', 'AWS::S3Vectors::VectorBucketPolicy'],
  source: { url: `${reference}/API_S3VectorBuckets_CreateIndex.html`, asOf: '2026-11-30' },
  check({ properties }, { named }) {
    const keys = ['VectorBucketName', 'VectorBucketArn'].filter((key) => properties[key] !== undefined);
    const [given, other] = keys;
    const pointer = `#/${given ?? 'VectorBucketName'}`;
    if (given === undefined || (other !== undefined && keys.every((key) => isGiven(properties[key])))) {
      const problem = `${given === undefined ? 'Neither' : 'Both'} VectorBucketName ${given === undefined ? 'nor' : 'and'} VectorBucketArn is given; one names the bucket`;
      return [{ pointer, problem, fix: 'Set VectorBucketName or VectorBucketArn.' }];
    }
    if (named(['AWS::S3Vectors::VectorBucket'], properties[given]) !== 'absent') return [];
    return [
      {
        pointer,
        problem: `The specified vector bucket could not be found: ${textAt(properties, given) ?? ''}`,
        fix: 'Name a vector bucket of this account and region: the Ref or VectorBucketName of an AWS::S3Vectors::VectorBucket.',
      },
    ];
  },
};

/** A key is given where vectors are encrypted with KMS, and only there. */
export const vectorEncryption: Constraint = {
  id: 'vector-encryption',
  types: ['AWS::S3Vectors::Index', 'AWS::S3Vectors::VectorBucket'],
  source: { url: `${reference}/API_S3VectorBuckets_EncryptionConfiguration.html`, asOf: '2026-11-30' },
  check({ properties }) {
    const type = textAt(properties, 'EncryptionConfiguration', 'SseType');
    const key = at(properties, 'EncryptionConfiguration', 'KmsKeyArn');
    if (type === 'aws:kms' && key === undefined) {
      return [
        {
          pointer: '#/EncryptionConfiguration',
          problem: 'SseType aws:kms needs KmsKeyArn',
          fix: 'Set KmsKeyArn to the ARN of a key, or SseType to AES256.',
        },
      ];
    }
    if (type !== 'AES256' || !isGiven(key)) return [];
    return [
      {
        pointer: '#/EncryptionConfiguration/KmsKeyArn',
        problem: 'KmsKeyArn is given, and SseType AES256 uses no key of yours',
        fix: 'Set SseType to aws:kms, or remove KmsKeyArn.',
      },
    ];
  },
};
