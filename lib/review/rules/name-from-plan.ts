import type { Rule, Verdict } from '../finding';

/**
 * Properties that give a resource its physical name, per type. A name written anywhere but in the plan collides on the
 * second deployment or blocks a replacement.
 */
const nameProperties: Readonly<Record<string, string>> = {
  'AWS::CloudWatch::Dashboard': 'DashboardName',
  'AWS::DynamoDB::Table': 'TableName',
  'AWS::ECR::Repository': 'RepositoryName',
  'AWS::IAM::Role': 'RoleName',
  'AWS::Logs::LogGroup': 'LogGroupName',
  'AWS::S3::Bucket': 'BucketName',
  'AWS::S3Vectors::Index': 'IndexName',
  'AWS::S3Vectors::VectorBucket': 'VectorBucketName',
  'AWS::SageMaker::Endpoint': 'EndpointName',
  'AWS::SageMaker::EndpointConfig': 'EndpointConfigName',
  'AWS::SageMaker::Model': 'ModelName',
  'AWS::SageMaker::ModelPackageGroup': 'ModelPackageGroupName',
  'AWS::SageMaker::Pipeline': 'PipelineName',
  'azure-native:cognitiveservices:Account': 'accountName',
  'azure-native:containerregistry:Registry': 'registryName',
  'azure-native:keyvault:Vault': 'vaultName',
  'azure-native:machinelearningservices:OnlineEndpoint': 'endpointName',
  'azure-native:machinelearningservices:Registry': 'registryName',
  'azure-native:machinelearningservices:Workspace': 'workspaceName',
  'azure-native:resources:ResourceGroup': 'resourceGroupName',
  'azure-native:search:Service': 'searchServiceName',
  'azure-native:storage:StorageAccount': 'accountName',
};

export const nameFromPlan: Rule = {
  id: 'name-from-plan',
  severity: 'error',
  holds: 'every physical name was issued by the plan',
  silent: ({ plannedNames }) => (plannedNames === undefined ? 'no plan was given' : undefined),
  check(node, { plannedNames }): readonly Verdict[] {
    const property = nameProperties[node.type];
    const name = property === undefined ? undefined : node.properties[property];
    if (property === undefined || typeof name !== 'string' || plannedNames === undefined) return [];
    if (plannedNames.has(name) || plannedNames.has(prescribed(node.type, name))) return [];
    return [
      {
        path: property,
        message: `the name ${name} was not issued by the plan`,
        fix: 'take the name from lib/plan/naming/name.ts, or leave it to the provider',
      },
    ];
  },
};

/** AWS prescribes `/aws/<service>/…/<name>` for the log group of a named thing: the name at its end is the one to judge. */
function prescribed(type: string, name: string): string {
  return type === 'AWS::Logs::LogGroup' && name.startsWith('/aws/') ? (name.split('/').at(-1) ?? name) : name;
}
