import type { TuningRun } from '../../../../constructs/aws/tuning/pipeline-definition';
import { pipelineDefinition } from '../../../../constructs/aws/tuning/pipeline-definition';
import { network } from '../../../helpers/aws-app';
import { at, listAt } from '../../../helpers/json-path';

const run: TuningRun = {
  instanceType: 'ml.g6e.12xlarge',
  instanceCount: 2,
  volumeGiB: 500,
  maxRuntimeSeconds: 43_200,
  imageUri: 'image',
  hyperparameters: { epochs: '1' },
  dataUri: 's3://artifacts/data/',
  outputUri: 's3://artifacts/output/',
  baseModelUri: 's3://artifacts/models/base/',
  roleArn: 'arn:role',
  encryptionKeyArn: 'arn:key',
  volumeEncryption: 'instance-store-hardware',
  network,
};

test('trains without network access, encrypted, and within the maximum runtime', () => {
  const [train, ...more] = listAt(pipelineDefinition(run), 'Steps');
  expect(more).toEqual([]);
  expect(at(train, 'Arguments')).toEqual({
    AlgorithmSpecification: { TrainingImage: 'image', TrainingInputMode: 'File' },
    RoleArn: 'arn:role',
    HyperParameters: { epochs: '1' },
    InputDataConfig: [
      expect.objectContaining({ ChannelName: 'training' }),
      expect.objectContaining({ ChannelName: 'model' }),
    ],
    OutputDataConfig: { S3OutputPath: 's3://artifacts/output/', KmsKeyId: 'arn:key', CompressionType: 'NONE' },
    ResourceConfig: { InstanceType: 'ml.g6e.12xlarge', InstanceCount: 2, VolumeSizeInGB: 500 },
    StoppingCondition: { MaxRuntimeInSeconds: 43_200 },
    VpcConfig: { Subnets: network.subnetIds, SecurityGroupIds: [network.securityGroupId] },
    EnableNetworkIsolation: true,
    EnableInterContainerTrafficEncryption: true,
  });
});

test('the instances are in the groups of network and job', () => {
  const groups = (memberGroupIds?: readonly string[]) =>
    at(
      pipelineDefinition({ ...run, ...(memberGroupIds === undefined ? {} : { memberGroupIds }) }),
      'Steps',
      0,
      'Arguments',
      'VpcConfig',
      'SecurityGroupIds',
    );
  expect(groups()).toEqual(['sg-1']);
  expect(groups(['sg-members'])).toEqual(['sg-1', 'sg-members']);
});

test('reads training data and base weights as whole prefixes', () => {
  const channels = listAt(pipelineDefinition(run), 'Steps', 0, 'Arguments', 'InputDataConfig');
  expect(channels.map((channel) => at(channel, 'DataSource', 'S3DataSource'))).toEqual(
    ['s3://artifacts/data/', 's3://artifacts/models/base/'].map((S3Uri) => ({
      S3DataType: 'S3Prefix',
      S3Uri,
      S3DataDistributionType: 'FullyReplicated',
    })),
  );
});

test('the training volume has the key only where the instance type accepts one', () => {
  const resources = (volumeEncryption: TuningRun['volumeEncryption']) =>
    at(pipelineDefinition({ ...run, volumeEncryption }), 'Steps', 0, 'Arguments', 'ResourceConfig', 'VolumeKmsKeyId');
  expect([resources('customer-key'), resources('instance-store-hardware')]).toEqual(['arn:key', undefined]);
});

test('registers a candidate that needs a manual approval', () => {
  const register = at(pipelineDefinition({ ...run, modelPackageGroupName: 'chat' }), 'Steps', 1);
  expect(register).toMatchObject({
    Type: 'RegisterModel',
    Arguments: { ModelPackageGroupName: 'chat', ModelApprovalStatus: 'PendingManualApproval' },
  });
  expect(listAt(register, 'Arguments', 'InferenceSpecification', 'Containers')).toEqual([
    {
      Image: 'image',
      ModelDataSource: {
        S3DataSource: {
          S3Uri: {
            'Std:Join': {
              On: '',
              Values: ['s3://artifacts/output/', { Get: 'Steps.Train.TrainingJobName' }, '/output/model/'],
            },
          },
          S3DataType: 'S3Prefix',
          CompressionType: 'None',
        },
      },
    },
  ]);
});
