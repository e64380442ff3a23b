import type { PropertyValue, ResourceNode } from '../../../../../lib/graph';
import { check } from '../../../../../lib/review/check';
import { decryptDenied } from '../../../../../lib/review/rules/iam/decrypt-denied';
import { resourceNode } from '../../../../helpers/resource-node';

const arn = (name: string) => ({ 'Fn::GetAtt': [name, 'Arn'] });
const key = (...statements: readonly PropertyValue[]): ResourceNode =>
  resourceNode({
    type: 'AWS::KMS::Key',
    address: 'foundation/Key',
    properties: { KeyPolicy: { Statement: statements } },
  });
const bucket = resourceNode({
  type: 'AWS::S3::Bucket',
  address: 'foundation/Documents',
  properties: {
    BucketEncryption: {
      ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { KMSMasterKeyID: arn('Key') } }],
    },
  },
});
const role = (...statements: readonly PropertyValue[]): ResourceNode =>
  resourceNode({
    type: 'AWS::IAM::Role',
    address: 'foundation/Role',
    properties: { Policies: [{ PolicyDocument: { Statement: statements } }] },
  });
const read = { Effect: 'Allow', Action: 's3:GetObject*', Resource: { 'Fn::Join': ['', [arn('Documents'), '/*']] } };
const decrypt = { Effect: 'Allow', Action: 'kms:Decrypt', Resource: arn('Key') };
const count = (...graph: readonly ResourceNode[]): number => check(graph, [decryptDenied]).findings.length;

test('a role that reads a bucket may use its key', () => {
  expect(count(key(), bucket, role(read))).toBe(1);
  expect(count(key(), bucket, role(read, decrypt))).toBe(0);
  expect(count(key(), bucket, role(read, { ...decrypt, Resource: arn('Other') }))).toBe(0);
  expect(
    count(
      key(),
      resourceNode({ type: 'AWS::KMS::Key', address: 'foundation/Other' }),
      bucket,
      role(read, { ...decrypt, Resource: arn('Other') }),
    ),
  ).toBe(1);
  expect(count(key({ ...decrypt, Principal: { AWS: arn('Role') }, Resource: '*' }), bucket, role(read))).toBe(0);
});

test('says nothing where the graph does not tell', () => {
  const managed = role(read);
  expect(count(key(), bucket, { ...managed, properties: { ...managed.properties, ManagedPolicyArns: ['x'] } })).toBe(0);
  expect(count(key(), bucket, role({ ...read, Resource: 'arn:aws:s3:::documents/*' }))).toBe(0);
  expect(count(key(), bucket, role(read, { ...decrypt, Resource: { Ref: 'KeyArn' } }))).toBe(0);
});
