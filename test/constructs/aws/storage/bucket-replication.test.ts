import { ArtifactStore, BucketReplication } from '../../../../constructs/aws';
import type { TemplateJson } from '../../../helpers/aws-app';
import { at, onlyResource, templateOf, testKey, testStack } from '../../../helpers/aws-app';
import { statementsOf } from '../../../helpers/aws-policies';
import { codedErrorOf } from '../../../helpers/coded-error';

const destination = {
  region: 'eu-west-1',
  bucketArn: 'arn:aws:s3:::artifacts-standby',
  keyArn: 'arn:aws:kms:eu-west-1:111111111111:key/00000000-0000-4000-8000-000000000002',
};

function synthesize(bucketArn = destination.bucketArn): TemplateJson {
  const stack = testStack();
  const encryptionKey = testKey(stack);
  const { resource: bucket } = new ArtifactStore(stack, 'Artifacts', { encryptionKey, dataRetention: 'destroy' });
  new BucketReplication(stack, 'Standby', { bucket, encryptionKey, destination: { ...destination, bucketArn } });
  return templateOf(stack);
}

test('new objects that are encrypted with a key are replicated under the key of the other region', () => {
  const { Properties } = onlyResource(synthesize(), 'AWS::S3::Bucket');
  expect(at(Properties, 'ReplicationConfiguration', 'Rules')).toEqual([
    {
      Id: 'standby',
      Priority: 1,
      Status: 'Enabled',
      Filter: { Prefix: '' },
      DeleteMarkerReplication: { Status: 'Disabled' },
      SourceSelectionCriteria: { SseKmsEncryptedObjects: { Status: 'Enabled' } },
      Destination: {
        Bucket: destination.bucketArn,
        EncryptionConfiguration: { ReplicaKmsKeyID: destination.keyArn },
      },
    },
  ]);
});

test('the role reads this bucket, writes the other one, and uses each key by way of S3 of its region', () => {
  const found = statementsOf(synthesize()).filter(({ where }) => where.startsWith('StandbyPolicy'));
  const actions = found.flatMap((statement) => statement.actions);
  expect(actions).toContain('s3:ReplicateObject');
  expect(actions.filter((action) => /Delete|\*/.test(action))).toEqual([]);
  const keys = found.filter((statement) => statement.actions.some((action) => action.startsWith('kms:')));
  expect(keys.map((statement) => [statement.actions, statement.condition])).toEqual([
    [['kms:Decrypt'], { StringEquals: { 'kms:ViaService': 's3.eu-central-1.amazonaws.com' } }],
    [['kms:Encrypt'], { StringEquals: { 'kms:ViaService': 's3.eu-west-1.amazonaws.com' } }],
  ]);
  const copies = found.find((statement) => statement.actions.includes('s3:ReplicateObject'));
  expect(copies?.resources).toEqual([`${destination.bucketArn}/*`]);
});

test('refuses what is no bucket', async () => {
  expect(await codedErrorOf(() => synthesize('artifacts-standby'))).toMatchObject({
    code: 'InvalidProps',
    place: 'test/Standby: destination.bucketArn',
  });
});
