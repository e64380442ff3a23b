import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { loadAwsServiceSpecSync } from '@aws-cdk/aws-service-spec';
import { dataLossOf, statefulTypes } from '../../../lib/graph';

const types = [...statefulTypes];

test('every type of CloudFormation and of azure-native exists', () => {
  const known = new Set(
    loadAwsServiceSpecSync()
      .all('resource')
      .map(({ cloudFormationType }) => cloudFormationType),
  );
  const sdk = dirname(require.resolve('@pulumi/azure-native/package.json'));
  const exists = (type: string): boolean => {
    const [, module = '', name = ''] = type.split(':');
    return existsSync(join(sdk, module, `${name.charAt(0).toLowerCase()}${name.slice(1)}.js`));
  };
  expect(types.filter((type) => type.startsWith('AWS::') && !known.has(type))).toEqual([]);
  expect(types.filter((type) => type.startsWith('azure-native:') && !exists(type))).toEqual([]);
});

test('says what is lost with each type, and nothing of a type that is not known to hold data', () => {
  for (const type of types) expect([type, dataLossOf(type)]).toEqual([type, expect.stringMatching(/^[^A-Z].*[^.]$/)]);
  expect(dataLossOf('AWS::IAM::Role')).toBeUndefined();
  expect(dataLossOf('constructor')).toBeUndefined();
});

test('holds the stores of an LLM system on both clouds and in Terraform', () => {
  expect(types).toEqual(
    expect.arrayContaining([
      'AWS::BedrockAgentCore::Memory',
      'AWS::EFS::FileSystem',
      'AWS::S3Vectors::Index',
      'AWS::SageMaker::ModelPackage',
      'aws_s3_bucket',
      'azure-native:cosmosdb:DatabaseAccount',
      'azure-native:search:Service',
      'azurerm_search_service',
      'v1/PersistentVolumeClaim',
    ]),
  );
});
