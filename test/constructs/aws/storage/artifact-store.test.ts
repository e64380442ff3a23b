import type { ArtifactStoreProps } from '../../../../constructs/aws/storage/artifact-store';
import { ArtifactStore } from '../../../../constructs/aws/storage/artifact-store';
import type { TemplateJson } from '../../../helpers/aws-app';
import { onlyResource, templateOf, testKey, testStack } from '../../../helpers/aws-app';
import { statementsOf } from '../../../helpers/aws-policies';

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
