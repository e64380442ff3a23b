import { check } from '../../../../../lib/review';
import { GraphIndex } from '../../../../../lib/review/graph-index';
import { nameFromPlan } from '../../../../../lib/review/rules/deployment/name-from-plan';
import { resourceNode } from '../../../../helpers/resource-node';

const plannedNames: ReadonlySet<string> = new Set(['planned']);

function found(type: string, properties: Record<string, string | { Ref: string }>): readonly string[] {
  return check([resourceNode({ type, properties })], [nameFromPlan], { plannedNames }).findings.map(({ path }) => path);
}

test.each([
  ['AWS::CloudWatch::Dashboard', 'DashboardName'],
  ['AWS::DynamoDB::Table', 'TableName'],
  ['AWS::ECR::Repository', 'RepositoryName'],
  ['AWS::IAM::Role', 'RoleName'],
  ['AWS::Logs::LogGroup', 'LogGroupName'],
  ['AWS::S3::Bucket', 'BucketName'],
  ['AWS::S3Vectors::Index', 'IndexName'],
  ['AWS::S3Vectors::VectorBucket', 'VectorBucketName'],
  ['AWS::SageMaker::Endpoint', 'EndpointName'],
  ['AWS::SageMaker::EndpointConfig', 'EndpointConfigName'],
  ['AWS::SageMaker::Model', 'ModelName'],
  ['AWS::SageMaker::ModelPackageGroup', 'ModelPackageGroupName'],
  ['AWS::SageMaker::Pipeline', 'PipelineName'],
  ['azure-native:cognitiveservices:Account', 'accountName'],
  ['azure-native:containerregistry:Registry', 'registryName'],
  ['azure-native:keyvault:Vault', 'vaultName'],
  ['azure-native:machinelearningservices:OnlineEndpoint', 'endpointName'],
  ['azure-native:machinelearningservices:Registry', 'registryName'],
  ['azure-native:machinelearningservices:Workspace', 'workspaceName'],
  ['azure-native:resources:ResourceGroup', 'resourceGroupName'],
  ['azure-native:search:Service', 'searchServiceName'],
  ['azure-native:storage:StorageAccount', 'accountName'],
])('fails a name of %s that is not in the plan', (type, property) => {
  expect(found(type, { [property]: 'mine' })).toEqual([property]);
  expect(found(type, { [property]: 'planned' })).toEqual([]);
});

test('passes a resource without a name, with a name that is a reference, and of another type', () => {
  expect(found('AWS::S3::Bucket', {})).toEqual([]);
  expect(found('AWS::S3::Bucket', { BucketName: { Ref: 'Name' } })).toEqual([]);
  expect(found('AWS::SNS::Topic', { TopicName: 'mine' })).toEqual([]);
});

test('the last part of an AWS log group is the planned name', () => {
  expect(found('AWS::Logs::LogGroup', { LogGroupName: '/aws/sagemaker/Endpoints/planned' })).toEqual([]);
  expect(found('AWS::Logs::LogGroup', { LogGroupName: '/aws/sagemaker/Endpoints/mine' })).toEqual(['LogGroupName']);
  expect(found('AWS::Logs::LogGroup', { LogGroupName: '/mine/planned' })).toEqual(['LogGroupName']);
  expect(found('AWS::S3::Bucket', { BucketName: '/aws/planned' })).toEqual(['BucketName']);
});

test('is skipped without a plan', () => {
  const bucket = resourceNode({ type: 'AWS::S3::Bucket', properties: { BucketName: 'mine' } });
  expect(check([bucket], [nameFromPlan])).toEqual({
    findings: [],
    skipped: [{ rule: 'UnplannedName', reason: 'no plan was given' }],
    resources: 1,
    rules: 0,
  });
  expect(nameFromPlan.check(bucket, {}, new GraphIndex([bucket]))).toEqual([]);
});
