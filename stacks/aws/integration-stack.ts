import { Repository } from 'aws-cdk-lib/aws-ecr';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import {
  ArtifactStore,
  BucketReplication,
  ImageRepository,
  ModelImport,
  ModelPackageGroup,
  PullThroughCache,
  RegistryReplication,
  ReleaseTable,
} from '../../constructs/aws';
import type { SettledAwsPlan } from '../../lib/plan';
import type { PlatformStackProps } from './platform-stack';
import { PlatformStack } from './platform-stack';

/** Where versions are stored and sealed: artifacts, images, model registry and releases. */
export class IntegrationStack extends PlatformStack {
  constructor(scope: Construct, props: PlatformStackProps) {
    super(scope, 'integration', props, 'artifacts, images, model registry and releases');
    const { dataRetention, integration } = props.aws;
    const kept = { encryptionKey: this.encryptionKey(), dataRetention };
    const { consumerAccounts, sharedPrefixes } = integration;
    const artifacts = new ArtifactStore(this, 'Artifacts', {
      artifactBucketName: integration.artifactBucketName,
      consumerAccounts,
      sharedPrefixes,
      ...kept,
    });
    const copies = this.replication(props.aws.standby, artifacts, kept.encryptionKey);
    for (const [key, planned] of Object.entries(integration.imports ?? {})) {
      new ModelImport(this, `Import-${key}`, { ...planned, ...kept, bucket: artifacts.resource });
    }
    for (const [key, cache] of Object.entries(integration.imageCaches ?? {})) {
      new PullThroughCache(this, `ImageCache-${key}`, { ...cache, encryptionKey: kept.encryptionKey });
    }
    const images =
      integration.existingRepository === undefined
        ? new ImageRepository(this, 'Images', {
            repositoryName: integration.repositoryName,
            untaggedImageDays: integration.untaggedImageDays,
            consumerAccounts,
            ...kept,
          }).resource
        : Repository.fromRepositoryName(this, 'Images', integration.repositoryName);
    const groups = Object.entries(integration.modelPackageGroups).map(([key, group]) => {
      const registry = new ModelPackageGroup(this, `ModelPackages-${key}`, { ...group, dataRetention });
      this.parameters.publish(`integration/model-package-group-arn/${key}`, registry.arn);
      return registry;
    });
    const releases = new ReleaseTable(this, 'Releases', { releaseTableName: integration.releaseTableName, ...kept });
    // Last: a table with deletion protection cannot be deleted when a first deployment is rolled back.
    releases.node.addDependency(artifacts, images, ...groups, ...copies);

    this.parameters.publish('integration/artifact-bucket-arn', artifacts.resource.bucketArn);
    this.parameters.publish('integration/repository-uri', images.repositoryUri);
    this.parameters.publish('integration/release-table-name', releases.resource.tableName);
  }
  /** Copies of artifacts, and of images where the replication of the registry is the environment's. */
  private replication(
    standby: SettledAwsPlan['standby'],
    artifacts: ArtifactStore,
    encryptionKey: IKey,
  ): readonly Construct[] {
    if (standby === undefined) return [];
    const { region, bucketArn, keyArn, images } = standby;
    return [
      new BucketReplication(this, 'Standby', {
        bucket: artifacts.resource,
        encryptionKey,
        destination: { region, bucketArn, keyArn },
      }),
      ...(images.replication === 'ours'
        ? [new RegistryReplication(this, 'ImageReplication', { rules: [images.rule] })]
        : []),
    ];
  }
}
