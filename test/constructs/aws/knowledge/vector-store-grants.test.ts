import { S3VectorStore } from '../../../../constructs/aws';
import { keyArn, templateOf, testKey, testStack } from '../../../helpers/aws-app';
import { granted, grantedActions, grantee } from '../../../helpers/granted';

const index = {
  indexArn: 'arn:aws:s3vectors:eu-central-1:111111111111:bucket/vectors/index/documents',
  dimension: 1024,
  nonFilterableMetadataKeys: [],
};

test('a reader queries and decrypts, a writer writes and encrypts', () => {
  for (const [right, actions] of [
    [
      'read',
      ['kms:Decrypt', ...['GetIndex', 'GetVectors', 'ListVectors', 'QueryVectors'].map((name) => `s3vectors:${name}`)],
    ],
    [
      'write',
      [
        'kms:Decrypt',
        'kms:GenerateDataKey',
        ...['DeleteVectors', 'GetIndex', 'PutVectors'].map((name) => `s3vectors:${name}`),
      ],
    ],
  ] as const) {
    const stack = testStack();
    const store = new S3VectorStore(stack, 'Vectors', { dimension: 1024, encryptionKey: testKey(stack) });
    store.grants[right](grantee(stack));
    const template = templateOf(stack);
    expect(grantedActions(template)).toEqual(actions);
    expect(granted(template).flatMap(({ resources }) => resources)).toContain(keyArn);
  }
});

test('an imported index is granted by its ARN, without a key on the index alone', () => {
  const stack = testStack();
  const imported = S3VectorStore.fromVectorIndex(stack, 'Vectors', index);
  imported.grants.read(grantee(stack));
  expect(imported).toMatchObject({ indexArn: index.indexArn, dimension: 1024 });
  expect(granted(templateOf(stack)).map(({ resources }) => resources)).toEqual([[index.indexArn]]);
});
