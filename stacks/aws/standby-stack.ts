import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Key } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import {
  ArtifactStore,
  EncryptionKey,
  ImageRepository,
  PrivateBucket,
  withServiceStatements,
} from '../../constructs/aws';
import type { AwsStandbyStackPlan, Settled } from '../../lib/plan';
import type { PlatformStackProps } from './platform-stack';
import { PlatformStack } from './platform-stack';

/**
 * What copies arrive in, in the second region: a key, a bucket of artifacts, a bucket of documents and a repository, as far as
 * the company gives none. Nothing serves here.
 *
 * @throws CodedError `MissingTarget` when the plan has no stack in a second region; `InvalidProps`
 */
export class StandbyStack extends PlatformStack {
  constructor(scope: Construct, props: PlatformStackProps) {
    super(scope, 'standby', props, 'copies in the second region');
    const { dataRetention, standby } = props.aws;
    const { stack, keyArn } = standby ?? {};
    if (stack === undefined || keyArn === undefined) return;
    const kept = { encryptionKey: this.copiesKey(stack, keyArn, dataRetention), dataRetention };
    if (stack.artifactBucketName !== undefined) {
      const artifacts = new ArtifactStore(this, 'Artifacts', { artifactBucketName: stack.artifactBucketName, ...kept });
      this.parameters.publish('standby/artifact-bucket-arn', artifacts.resource.bucketArn);
    }
    if (stack.documentsBucketName !== undefined) {
      const documents = new PrivateBucket(this, 'Documents', { bucketName: stack.documentsBucketName, ...kept });
      this.parameters.publish('standby/documents-bucket-arn', documents.resource.bucketArn);
    }
    if (stack.repository !== undefined) {
      const images = new ImageRepository(this, 'Images', { ...stack.repository, ...kept });
      this.parameters.publish('standby/repository-uri', images.resource.repositoryUri);
    }
  }

  private copiesKey(
    { key }: Settled<AwsStandbyStackPlan>,
    keyArn: string,
    dataRetention: PlatformStackProps['aws']['dataRetention'],
  ): IKey {
    if (key === undefined) return withServiceStatements(Key.fromKeyArn(this, 'Key', keyArn));
    const { resource } = new EncryptionKey(this, 'Key', { ...key, dataRetention });
    this.parameters.publish('standby/key-arn', resource.keyArn);
    return resource;
  }
}
