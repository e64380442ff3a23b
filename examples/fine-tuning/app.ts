import { App, Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import { ArtifactStore, EncryptionKey, FineTuningPipeline, ImageRepository } from '../../constructs/aws';

/*
 * A fine-tuning job with an image of your own, in a CDK app of any project. Run
 * `npx cdk synth --app 'node --require ./bin/typescript.js examples/fine-tuning/app.ts'`.
 */
const account = '111111111111';
/** Fictitious: the digest of the image that was tested. */
const digest = 'sha256:00000000000000000000000000000000000000000000000000000000000000c3';

export const app = new App();
const stack = new Stack(app, 'Tuning', { env: { account, region: 'eu-central-1' } });
// One key for bucket, images and job: the job reads what the bucket encrypts.
const encryptionKey = new EncryptionKey(stack, 'Key').resource;
const artifacts = new ArtifactStore(stack, 'Artifacts', { encryptionKey }).resource;
const images = new ImageRepository(stack, 'Images', { encryptionKey }).resource;
const pipeline = new FineTuningPipeline(stack, 'Lora', {
  job: {
    instanceType: 'ml.g6e.12xlarge',
    imageUri: images.repositoryUriForDigest(digest),
    baseModelUri: artifacts.s3UrlForObject('models/chat/'),
  },
  artifactBucketName: artifacts.bucketName,
  encryptionKey,
});
pipeline.grants.start(new iam.Role(stack, 'Trainer', { assumedBy: new iam.AccountPrincipal(account) }));
