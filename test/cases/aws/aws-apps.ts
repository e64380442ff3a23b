import { App, Stack } from 'aws-cdk-lib';
import { Vpc } from 'aws-cdk-lib/aws-ec2';
import { Repository } from 'aws-cdk-lib/aws-ecr';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import {
  BedrockKnowledgeBase,
  documentsIn,
  FineTuningPipeline,
  GpuInferenceEndpoint,
  weightsIn,
} from '../../../constructs/aws';
import { templateOf } from '../../helpers/aws-app';
import { digest } from '../../helpers/platform';
import type { Case } from '../case';

/** Three small apps of a platform team with the packed package. */
export const awsApps: Case = {
  id: 'aws-apps',
  fault: 'constructs take ids and required names, and cannot be imported',
  expected: 'fromXxx imports, IVpc and IBucket, defaults for placement, metrics and events',
  check: () => {
    const stack = new Stack(new App(), 'Team', { env: { account: '111111111111', region: 'eu-central-1' } });
    const vpc = Vpc.fromVpcAttributes(stack, 'Vpc', {
      vpcId: 'vpc-1',
      availabilityZones: ['eu-central-1a'],
      privateSubnetIds: ['subnet-a'],
      privateSubnetRouteTableIds: ['rtb-a'],
    });
    const bucket = new Bucket(stack, 'Bucket');
    const imageUri = new Repository(stack, 'Images').repositoryUriForDigest(digest('a'));
    const weights = weightsIn(bucket, 'models/chat/');
    const instanceType = 'ml.g6e.2xlarge';
    const chat = new GpuInferenceEndpoint(stack, 'Chat', {
      placement: { instanceType, imageUri, ...weights },
      network: { vpc },
    });
    const base = new BedrockKnowledgeBase(stack, 'Base', {
      embeddingModelId: 'amazon.titan-embed-text-v2:0',
      documents: documentsIn(bucket),
    });
    const tuning = new FineTuningPipeline(stack, 'Lora', {
      job: { instanceType, imageUri, baseModelUri: weights.modelDataUri },
      artifactBucketName: bucket.bucketName,
    });
    for (const given of [chat.endpointArn, chat.role, chat.metrics, chat.connections, base.role, tuning.trainingRole])
      expect(given).toBeDefined();
    expect(GpuInferenceEndpoint.fromEndpointName(stack, 'Other', 'chat').endpointName).toBe('chat');
    expect(BedrockKnowledgeBase.fromKnowledgeBaseId(stack, 'OtherBase', 'KB12345678').knowledgeBaseId).toBe(
      'KB12345678',
    );
    expect(Object.keys(templateOf(stack).Resources).length).toBeGreaterThan(20);
  },
};
