import type { Breach, Constraint, DeclaredResource, Surroundings } from '../constraint';
import { textAt } from '../value';

/** The properties of types that name a KMS key, by key ID, ARN or alias. Source: the registry's schemas of the types. */
const rows: Readonly<Record<string, string>> = {
  'AWS::KMS::Alias': 'TargetKeyId',
  'AWS::SNS::Topic': 'KmsMasterKeyId',
  'AWS::SQS::Queue': 'KmsMasterKeyId',
  'AWS::SecretsManager::Secret': 'KmsKeyId',
  'AWS::Logs::LogGroup': 'KmsKeyId',
  'AWS::Lambda::Function': 'KmsKeyArn',
  'AWS::DynamoDB::Table': 'SSESpecification/KMSMasterKeyId',
  'AWS::ECR::Repository': 'EncryptionConfiguration/KmsKey',
  'AWS::EFS::FileSystem': 'KmsKeyId',
  'AWS::RDS::DBInstance': 'KmsKeyId',
  'AWS::RDS::DBCluster': 'KmsKeyId',
  'AWS::CodeBuild::Project': 'EncryptionKey',
  'AWS::CloudTrail::Trail': 'KMSKeyId',
  'AWS::SageMaker::EndpointConfig': 'KmsKeyId',
  'AWS::Bedrock::Guardrail': 'KmsKeyArn',
  'AWS::Bedrock::Agent': 'CustomerEncryptionKeyArn',
};

const keyTypes = ['AWS::KMS::Key', 'AWS::KMS::ReplicaKey'];

/** Why a key ID, ARN or alias names nothing; undefined where it names something or that is not known. */
function missing(text: string, { named, list, region, account }: Surroundings): string | undefined {
  const alias = /(?:^|:)(alias\/.+)$/.exec(text)?.[1];
  if (alias === undefined) return named(keyTypes, text) === 'absent' ? `Key '${text}' does not exist` : undefined;
  if (alias.startsWith('alias/aws/')) return undefined;
  if (text.startsWith('arn:') && !text.includes(`:kms:${region ?? ''}:${account ?? ''}:`)) return undefined;
  if (named(['AWS::KMS::Alias'], alias) !== 'absent') return undefined;
  return list('AWS::KMS::Alias').some(({ properties }) => properties['AliasName'] === alias)
    ? undefined
    : `Alias ${alias} is not found`;
}

function judge({ type, properties }: DeclaredResource, surroundings: Surroundings): readonly Breach[] {
  const path = (rows[type] ?? '').split('/');
  const value = textAt(properties, ...path);
  if (value === undefined || value === '') return [];
  const problem = missing(value, surroundings);
  if (problem === undefined) return [];
  return [
    {
      pointer: `#/${path.join('/')}`,
      problem: `${problem}. Expected a key or alias of the account and region`,
      fix: 'Create the key first, or name one that exists.',
    },
  ];
}

/** A KMS key that a resource names must exist, and so must the key of an alias. */
export const kmsKeyExists: Constraint = {
  id: 'kms-key-exists',
  types: Object.keys(rows),
  source: { url: 'https://docs.aws.amazon.com/kms/latest/APIReference/API_CreateAlias.html', asOf: '2026-11-30' },
  check: judge,
};
