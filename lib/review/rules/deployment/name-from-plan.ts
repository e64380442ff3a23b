import type { Violation } from '../../finding';
import type { Rule } from '../../rule';

/** Property with the physical name of a resource, by type. */
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

/** Every physical name is in the plan: another name can collide with a second deployment or block a replacement. */
export const nameFromPlan: Rule = {
  code: 'UnplannedName',
  family: 'deployment',
  pack: 'baseline',
  safeguard: 'correctness',
  rationale: 'Another name collides with a second deployment or blocks a replacement.',
  source: {
    url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-name.html',
    asOf: '2026-11-30',
  },
  types: Object.keys(nameProperties),
  skipReason: ({ plannedNames }) => (plannedNames === undefined ? 'no plan was given' : undefined),
  check(node, { plannedNames }): readonly Violation[] {
    const property = nameProperties[node.type];
    const name = property === undefined ? undefined : node.properties[property];
    if (property === undefined || typeof name !== 'string' || plannedNames === undefined) return [];
    if (plannedNames.has(name) || plannedNames.has(plannedPart(node.type, name))) return [];
    return [
      {
        path: property,
        message: `the name ${name} is not in the plan`,
        fix: 'use the name from the plan, or let the provider choose it',
      },
    ];
  },
};

/** AWS requires `/aws/<service>/…/<name>` for the log group of a named resource: the plan has the name at the end. */
function plannedPart(type: string, name: string): string {
  return type === 'AWS::Logs::LogGroup' && name.startsWith('/aws/') ? (name.split('/').at(-1) ?? name) : name;
}
