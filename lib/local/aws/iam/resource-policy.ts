import type { Json, JsonObject } from '../../../constraints/json';
import { listAt, textAt } from '../../../constraints/value';
import type { Cloud } from '../state/cloud';
import type { ExistingResource } from '../state/registry';
import type { AccessRequest } from './context';
import type { Policy } from './policy';
import { policyOf } from './policy';

/** A resource as its own policy sees it. */
export interface ResourceSubject {
  readonly account: string;
  /** @default - it has none */
  readonly policy: Policy | undefined;
  /** By key; empty where they are not known. */
  readonly tags: Readonly<Record<string, string>>;
}

/** Types with an ARN of their own that IAM conditions by tag, and where their policy is written. */
const policyProperties: Readonly<Record<string, { readonly type: string; readonly property?: string }>> = {
  ecr: { type: 'AWS::ECR::Repository', property: 'RepositoryPolicyText' },
  iam: { type: 'AWS::IAM::Role', property: 'AssumeRolePolicyDocument' },
  kms: { type: 'AWS::KMS::Key', property: 'KeyPolicy' },
  lambda: { type: 'AWS::Lambda::Function' },
  secretsmanager: { type: 'AWS::SecretsManager::Secret' },
  sns: { type: 'AWS::SNS::Topic' },
  sqs: { type: 'AWS::SQS::Queue' },
};

/** The account, policy and tags of the resource of a request; of the caller's account where no such resource is known. */
export function resourceSubject(
  { action, resource: arn }: AccessRequest,
  callerAccount: string,
  cloud: Cloud,
): ResourceSubject {
  const [, partition, service = '', , account = '', resource = ''] = splitArn(arn);
  if (service === 's3') return bucketSubject(resource.split('/')[0] ?? '', callerAccount, cloud);
  const owner = /^\d{12}$/.test(account) ? account : callerAccount;
  // A trust policy is about who assumes the role, not about who passes or changes it.
  const known = Object.hasOwn(policyProperties, service) && (service !== 'iam' || action.startsWith('sts:'));
  const row = known ? policyProperties[service] : undefined;
  const found = row && cloud.registry.list(row.type, owner).find((candidate) => candidate.arn === arn);
  if (row === undefined || found === undefined) return { account: owner, policy: undefined, tags: {} };
  return { account: owner, policy: ownPolicy(found, row.property, partition ?? 'aws', cloud), tags: tagsOf(found) };
}

function ownPolicy(
  found: ExistingResource,
  property: string | undefined,
  partition: string,
  cloud: Cloud,
): Policy | undefined {
  const { type, account, properties } = found;
  const written = property === undefined ? undefined : properties[property];
  if (written !== undefined) return policyOf(written);
  if (type === 'AWS::KMS::Key') return defaultKeyPolicy(account, partition);
  const statements = attachedPolicies(found, cloud);
  return statements.length === 0 ? undefined : { statements: statements.flatMap((policy) => policy.statements) };
}

/** Policies that resources of their own attach. */
function attachedPolicies(
  { type, account, physicalId, arn }: ExistingResource,
  { registry }: Cloud,
): readonly Policy[] {
  const naming = (policyType: string, property: string): readonly Policy[] =>
    registry
      .list(policyType, account)
      .filter(({ properties }) =>
        [textAt(properties, property), ...listAt(properties, property)].some(
          (name) => name === physicalId || name === arn,
        ),
      )
      .map(({ properties }) => policyOf(properties['PolicyDocument'] ?? properties['ResourcePolicy']));
  switch (type) {
    case 'AWS::SQS::Queue':
      return naming('AWS::SQS::QueuePolicy', 'Queues');
    case 'AWS::SNS::Topic':
      return naming('AWS::SNS::TopicPolicy', 'Topics');
    case 'AWS::SecretsManager::Secret':
      return naming('AWS::SecretsManager::ResourcePolicy', 'SecretId');
    case 'AWS::Lambda::Function':
      return registry
        .list('AWS::Lambda::Permission', account)
        .filter(({ properties }) => [physicalId, arn].includes(textAt(properties, 'FunctionName') ?? ''))
        .map((permission) => policyOf(permissionDocument(permission.properties, arn)));
    default:
      return [];
  }
}

const permissionDocuments = new WeakMap<JsonObject, JsonObject>();

/** The statement that AddPermission writes. Source: AWS Lambda API reference, AddPermission (read 2026-11-30). */
function permissionDocument(properties: JsonObject, arn: string): JsonObject {
  const known = permissionDocuments.get(properties);
  if (known !== undefined) return known;
  const principal = textAt(properties, 'Principal') ?? '';
  const [source, account] = [textAt(properties, 'SourceArn'), textAt(properties, 'SourceAccount')];
  const document: JsonObject = {
    Version: '2012-10-17',
    Statement: {
      Effect: 'Allow',
      Action: textAt(properties, 'Action') ?? '',
      Resource: arn,
      Principal: principal === '*' ? '*' : { [principal.includes('.') ? 'Service' : 'AWS']: principal },
      Condition: {
        ...(source === undefined ? {} : { ArnLike: { 'AWS:SourceArn': source } }),
        ...(account === undefined ? {} : { StringEquals: { 'AWS:SourceAccount': account } }),
      },
    },
  };
  permissionDocuments.set(properties, document);
  return document;
}

function bucketSubject(name: string, callerAccount: string, cloud: Cloud): ResourceSubject {
  const bucket = cloud.buckets.get(name);
  if (bucket === undefined) return { account: callerAccount, policy: undefined, tags: {} };
  const documents = cloud.registry
    .list('AWS::S3::BucketPolicy', bucket.account)
    .filter(({ properties }) => textAt(properties, 'Bucket') === name)
    .map(({ properties }) => policyOf(properties['PolicyDocument']));
  return { account: bucket.account, policy: documents[0], tags: {} };
}

const keyPolicies = new Map<string, Policy>();

/** The policy of a key without one. Source: AWS KMS Developer Guide, "Default key policy" (read 2026-11-30). */
function defaultKeyPolicy(account: string, partition: string): Policy {
  const known = keyPolicies.get(`${partition}${account}`);
  if (known !== undefined) return known;
  const root = `arn:${partition}:iam::${account}:root`;
  const statement = { Effect: 'Allow', Principal: { AWS: root }, Action: 'kms:*', Resource: '*' };
  const policy = policyOf({ Version: '2012-10-17', Statement: [statement] });
  keyPolicies.set(`${partition}${account}`, policy);
  return policy;
}

function tagsOf({ properties }: ExistingResource): Readonly<Record<string, string>> {
  return tagMap(properties['Tags']);
}

/** Tags by key, from a list of `Key` and `Value` or from an object. */
export function tagMap(tags: Json | undefined): Readonly<Record<string, string>> {
  if (typeof tags === 'object' && tags !== null && !Array.isArray(tags)) {
    return Object.fromEntries(
      Object.entries(tags).flatMap(([key, value]) => (typeof value === 'string' ? [[key, value]] : [])),
    );
  }
  return Object.fromEntries(
    listAt(tags).flatMap((tag) => {
      const [key, value] = [textAt(tag, 'Key'), textAt(tag, 'Value')];
      return key === undefined ? [] : [[key, value ?? '']];
    }),
  );
}

function splitArn(arn: string): readonly string[] {
  const parts = arn.split(':');
  return parts.length <= 6 ? parts : [...parts.slice(0, 5), parts.slice(5).join(':')];
}
