import { ArtifactStore, PrivateBucket } from '../../../../constructs/aws';
import { templateOf, testKey, testStack } from '../../../helpers/aws-app';
import { granted, grantedActions, grantee } from '../../../helpers/granted';

test('a reader lists and reads one prefix, and decrypts through S3 alone', () => {
  const stack = testStack();
  const bucket = new PrivateBucket(stack, 'Documents', { encryptionKey: testKey(stack) });
  const role = grantee(stack);
  bucket.grants.read(role, 'handbook/');
  const template = templateOf(stack);
  expect(grantedActions(template)).toEqual(['kms:Decrypt', 's3:GetObject', 's3:ListBucket']);
  const [list, objects, key] = granted(template);
  expect(list?.condition).toEqual({ StringLike: { 's3:prefix': ['handbook/*'] } });
  expect(JSON.stringify(objects?.resources)).toContain('/handbook/*');
  expect(key?.condition).toEqual({ StringEquals: { 'kms:ViaService': 's3.eu-central-1.amazonaws.com' } });
  // cdk-nag asks for a reason where a pattern is granted.
  expect(JSON.stringify(role.node.metadata)).toMatch(/IAM5\[Resource::<Documents.*\.Arn>\/handbook\/\*\]/);
});

test('a writer cannot read or delete, and no action has a wildcard', () => {
  const stack = testStack();
  const store = new ArtifactStore(stack, 'Artifacts', { encryptionKey: testKey(stack) });
  store.grants.write(grantee(stack), 'models/');
  expect(grantedActions(templateOf(stack))).toEqual([
    'kms:Decrypt',
    'kms:GenerateDataKey',
    's3:AbortMultipartUpload',
    's3:PutObject',
  ]);
});

test('without a prefix the whole bucket is listed', () => {
  const stack = testStack();
  new PrivateBucket(stack, 'Documents', { encryptionKey: testKey(stack) }).grants.read(grantee(stack));
  expect(granted(templateOf(stack))[0]?.condition).toBeUndefined();
});
