import { mayBeAt } from '../../known';
import { propertyRule } from '../../property-rule';

/** Set SseType of the index to aws:kms and KmsKeyArn, or leave EncryptionConfiguration out: the index overrides the key of its bucket. */
export const vectorIndexKey = propertyRule(
  {
    code: 'VectorIndexKey',
    family: 'vector',
    pack: 'regulated',
    safeguard: 'encryption-at-rest',
    rationale: 'The index overrides the key of its bucket.',
    source: {
      url: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/s3-vectors-data-encryption.html',
      asOf: '2026-11-30',
    },
  },
  [
    {
      types: ['AWS::S3Vectors::Index'],
      path: 'EncryptionConfiguration.SseType',
      must: { is: ['aws:kms'] },
      where: ({ properties }) => mayBeAt(properties, 'EncryptionConfiguration'),
    },
    {
      types: ['AWS::S3Vectors::Index'],
      path: 'EncryptionConfiguration.KmsKeyArn',
      must: { set: true },
      where: ({ properties }) => mayBeAt(properties, 'EncryptionConfiguration'),
    },
  ],
);
