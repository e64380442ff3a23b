import { ServedModel } from '../../../../constructs/aws/endpoint/served-model';
import { network, onlyResource, resourcesOf, templateOf, testKey, testStack } from '../../../helpers/aws-app';
import { statementsOf } from '../../../helpers/aws-policies';

const imageUri = '763104351884.dkr.ecr.eu-central-1.amazonaws.com/vllm@sha256:a1';
const stack = testStack();
new ServedModel(stack, 'Model', {
  imageUri,
  environment: { SM_VLLM_MODEL: '/opt/ml/model' },
  modelDataUri: 's3://artifacts/models/chat/',
  network,
  encryptionKey: testKey(stack),
  logGroupName: '/aws/sagemaker/Endpoints/chat',
});
const template = templateOf(stack);
const model = onlyResource(template, 'AWS::SageMaker::Model');

test('the container has no network access, and its interfaces are in the private network', () => {
  expect(model.Properties).toMatchObject({
    EnableNetworkIsolation: true,
    VpcConfig: { Subnets: ['subnet-a', 'subnet-b'], SecurityGroupIds: ['sg-1'] },
  });
});

test('loads uncompressed weights with the image and the environment of its props', () => {
  expect(model.Properties.PrimaryContainer).toEqual({
    Image: imageUri,
    Environment: { SM_VLLM_MODEL: '/opt/ml/model' },
    ModelDataSource: {
      S3DataSource: { S3Uri: 's3://artifacts/models/chat/', S3DataType: 'S3Prefix', CompressionType: 'None' },
    },
  });
});

test('has a generated name, so that a replacement does not collide', () => {
  expect(model.Properties).not.toHaveProperty('ModelName');
});

test('is created once its role may read image and weights', () => {
  expect(model.DependsOn).toEqual(resourcesOf(template, 'AWS::IAM::Policy').map(([id]) => id));
});

test('its role reads the weights and writes nothing', () => {
  const statements = statementsOf(template);
  const reads = statements.filter(({ actions }) => actions.includes('s3:GetObject'));
  expect(reads.flatMap(({ resources }) => resources)).toEqual(['arn:aws:s3:::artifacts/models/chat/*']);
  expect(statements.flatMap(({ actions }) => actions)).not.toContain('s3:PutObject');
});
