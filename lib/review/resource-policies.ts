import type { ResourceNode } from '../graph';
import type { JsonMap, PlacedStatement } from './policy';
import { isMap, listOf, statementsIn, textsOf, valueAt } from './policy';
import { documentOf } from './policy-text';

/** Property with the resource policy of a type. */
const pathOfPolicy: Readonly<Record<string, string>> = {
  'AWS::ApiGateway::RestApi': 'Policy',
  'AWS::Bedrock::KnowledgeBasePolicy': 'PolicyDocument',
  'AWS::Bedrock::ResourcePolicy': 'PolicyDocument',
  'AWS::BedrockAgentCore::ResourcePolicy': 'Policy',
  'AWS::DynamoDB::Table': 'ResourcePolicy.PolicyDocument',
  'AWS::ECR::RegistryPolicy': 'PolicyText',
  'AWS::ECR::Repository': 'RepositoryPolicyText',
  'AWS::EFS::FileSystem': 'FileSystemPolicy',
  'AWS::KMS::Key': 'KeyPolicy',
  'AWS::Logs::ResourcePolicy': 'PolicyDocument',
  'AWS::OpenSearchService::Domain': 'AccessPolicies',
  'AWS::S3::BucketPolicy': 'PolicyDocument',
  'AWS::S3Vectors::VectorBucketPolicy': 'Policy',
  'AWS::SNS::TopicPolicy': 'PolicyDocument',
  'AWS::SQS::QueuePolicy': 'PolicyDocument',
  'AWS::SageMaker::ModelPackageGroup': 'ModelPackageGroupPolicy',
  'AWS::SecretsManager::ResourcePolicy': 'ResourcePolicy',
};

/** The types that have a resource policy. */
export const typesWithResourcePolicy: readonly string[] = Object.keys(pathOfPolicy);

/** The statements of the resource policy of a resource. */
export function resourceStatements({ type, properties }: ResourceNode): readonly PlacedStatement[] {
  const path = Object.hasOwn(pathOfPolicy, type) ? pathOfPolicy[type] : undefined;
  if (path === undefined) return [];
  return statementsIn(documentOf(valueAt(properties, ...path.split('.'))), path);
}

/** Whether a statement gives rights to everybody: `*`, or every AWS identity. */
export function isForEverybody({ Effect: effect, Principal: principal }: JsonMap): boolean {
  if (effect !== 'Allow') return false;
  return principal === '*' || textsOf(valueAt(principal, 'AWS')).includes('*');
}

/** Condition keys that say whose request it is. */
const ownerKeys: ReadonlySet<string> = new Set([
  'aws:principalaccount',
  'aws:principalarn',
  'aws:principalorgid',
  'aws:principalorgpaths',
  'aws:sourceaccount',
  'aws:sourcearn',
  'aws:sourceorgid',
  'aws:sourceorgpaths',
  'aws:sourceowner',
  'aws:sourcevpc',
  'aws:sourcevpce',
  'aws:vpcsourceip',
  'aws:resourceaccount',
  'kms:calleraccount',
  's3:dataaccesspointaccount',
]);

/** Whether a condition limits a statement to known callers. A condition that cannot be read may do so. */
export function limitsCallers({ Condition: condition }: JsonMap, others: readonly string[] = []): boolean {
  if (condition === undefined) return false;
  if (!isMap(condition)) return true;
  return Object.entries(condition).some(([operator, keys]) => {
    if (operator === 'Ref' || operator.startsWith('Fn::')) return true;
    if (operator.endsWith('IfExists') || operator.startsWith('ForAllValues:') || operator.includes('Not')) return false;
    return Object.entries(isMap(keys) ? keys : {}).some(
      ([key, value]) =>
        (ownerKeys.has(key.toLowerCase()) || others.includes(key.toLowerCase())) &&
        listOf(value).every((one) => one !== '*'),
    );
  });
}
