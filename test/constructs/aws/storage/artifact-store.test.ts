import type { ArtifactStoreProps } from '../../../../constructs/aws/storage/artifact-store';
import { ArtifactStore } from '../../../../constructs/aws/storage/artifact-store';
import type { TemplateJson } from '../../../helpers/aws-app';
import { onlyResource, templateOf, testKey, testStack } from '../../../helpers/aws-app';
import { statementsOf } from '../../../helpers/aws-policies';
import { codedErrorOf } from '../../../helpers/coded-error';

function synthesize(props: Partial<ArtifactStoreProps>): TemplateJson {
  const stack = testStack();
  new ArtifactStore(stack, 'Artifacts', {
    artifactBucketName: 'artifacts',
    encryptionKey: testKey(stack),
    dataRetention: 'retain',
    ...props,
  });
  return templateOf(stack);
}

function sharedPrefixes(template: TemplateJson): readonly unknown[] {
  return statementsOf(template).flatMap(({ condition }) => condition?.StringLike?.['s3:prefix'] ?? []);
}

test('is a private bucket with the given name and retention', () => {
  expect(onlyResource(synthesize({}), 'AWS::S3::Bucket')).toMatchObject({
    Properties: { BucketName: 'artifacts', VersioningConfiguration: { Status: 'Enabled' } },
    DeletionPolicy: 'RetainExceptOnCreate',
  });
});

test('shares weights with consumers, and no training data', () => {
  expect(sharedPrefixes(synthesize({ consumerAccounts: ['222222222222'] }))).toEqual(['models/*']);
});

test('shares the given prefixes instead', () => {
  const consumerAccounts = ['222222222222'];
  expect(sharedPrefixes(synthesize({ consumerAccounts, sharedPrefixes: ['output/'] }))).toEqual(['output/*']);
});

test('shares nothing without consumers', () => {
  expect(sharedPrefixes(synthesize({}))).toEqual([]);
});

test.each([
  ['governance', 'GOVERNANCE'],
  ['compliance', 'COMPLIANCE'],
] as const)('keeps versions in %s for the days of its prop', (mode, expected) => {
  const bucket = onlyResource(synthesize({ objectLock: { mode, days: 90 } }), 'AWS::S3::Bucket');
  expect(bucket.Properties).toMatchObject({
    ObjectLockEnabled: true,
    ObjectLockConfiguration: { Rule: { DefaultRetention: { Days: 90, Mode: expected } } },
  });
});

test('locks nothing without the prop, and refuses a lock without days', async () => {
  expect(onlyResource(synthesize({}), 'AWS::S3::Bucket').Properties).not.toHaveProperty('ObjectLockEnabled');
  const refused = await codedErrorOf(() => synthesize({ objectLock: { mode: 'governance', days: 0 } }));
  expect(refused).toMatchObject({ code: 'InvalidProps', place: 'test/Artifacts/Bucket: objectLock.days', got: 0 });
});
