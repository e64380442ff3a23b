import type { Breach, DeclaredResource } from '../constraint';
import type { Json } from '../json';
import { isObject } from '../json';
import { at, listAt } from '../value';
import type { Policy } from './policy';
import { readPolicy } from './policy';

/** What a policy belongs to decides what its statements need. */
export type PolicyKind = 'identity' | 'trust' | 'resource' | 'key';

/** A policy document in the properties of a resource. */
export interface PolicyDocument {
  /** Place in the properties, such as `#/PolicyDocument`. */
  readonly pointer: string;
  readonly kind: PolicyKind;
  /** Whether a statement without `Resource` is refused; a trust policy must not have one. */
  readonly needsResource: boolean;
  readonly policy: Policy;
}

interface DocumentRow {
  /** Path to the document, or to a list of objects with the document in `within`. */
  readonly path: readonly string[];
  readonly within?: string;
  readonly kind: PolicyKind;
  /** @default - as identity and resource policies: needed, and not in a trust policy */
  readonly needsResource?: boolean;
}

const attached: DocumentRow = { path: ['PolicyDocument'], kind: 'identity' };
const embedded: DocumentRow = { path: ['Policies'], within: 'PolicyDocument', kind: 'identity' };
const onResource: DocumentRow = { path: ['PolicyDocument'], kind: 'resource' };

/**
 * The properties that hold a policy.
 * Source: the CloudFormation registry (https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/), 2026-11-30. Whether a statement needs
 * a Resource: the pages of each service on its resource policies; a policy of ECR has none, and one of KMS may leave it out.
 */
const rows: Readonly<Record<string, readonly DocumentRow[]>> = {
  'AWS::IAM::Role': [{ path: ['AssumeRolePolicyDocument'], kind: 'trust', needsResource: false }, embedded],
  'AWS::IAM::User': [embedded],
  'AWS::IAM::Group': [embedded],
  'AWS::IAM::Policy': [attached],
  'AWS::IAM::ManagedPolicy': [attached],
  'AWS::IAM::RolePolicy': [attached],
  'AWS::IAM::UserPolicy': [attached],
  'AWS::IAM::GroupPolicy': [attached],
  'AWS::SSO::PermissionSet': [{ path: ['InlinePolicy'], kind: 'identity' }],
  'AWS::KMS::Key': [{ path: ['KeyPolicy'], kind: 'key', needsResource: false }],
  'AWS::KMS::ReplicaKey': [{ path: ['KeyPolicy'], kind: 'key', needsResource: false }],
  'AWS::S3::BucketPolicy': [onResource],
  'AWS::S3::AccessPoint': [{ path: ['Policy'], kind: 'resource' }],
  'AWS::S3Vectors::VectorBucketPolicy': [{ path: ['Policy'], kind: 'resource' }],
  'AWS::SQS::QueuePolicy': [onResource],
  'AWS::SQS::QueueInlinePolicy': [onResource],
  'AWS::SNS::TopicPolicy': [onResource],
  'AWS::SNS::TopicInlinePolicy': [onResource],
  'AWS::SecretsManager::ResourcePolicy': [{ path: ['ResourcePolicy'], kind: 'resource' }],
  'AWS::ECR::Repository': [{ path: ['RepositoryPolicyText'], kind: 'resource', needsResource: false }],
  'AWS::ECR::RegistryPolicy': [{ path: ['PolicyText'], kind: 'resource' }],
  'AWS::EC2::VPCEndpoint': [onResource],
  'AWS::EFS::FileSystem': [{ path: ['FileSystemPolicy'], kind: 'resource', needsResource: false }],
  'AWS::ApiGateway::RestApi': [{ path: ['Policy'], kind: 'resource' }],
  'AWS::OpenSearchService::Domain': [{ path: ['AccessPolicies'], kind: 'resource' }],
  'AWS::Logs::ResourcePolicy': [onResource],
  'AWS::Backup::BackupVault': [{ path: ['AccessPolicy'], kind: 'resource' }],
  'AWS::Kinesis::ResourcePolicy': [{ path: ['ResourcePolicy'], kind: 'resource' }],
  'AWS::DynamoDB::Table': [{ path: ['ResourcePolicy', 'PolicyDocument'], kind: 'resource' }],
};

/** The types with a policy of some kinds in their properties. */
export function typesWithPolicies(kinds: readonly PolicyKind[]): readonly string[] {
  return Object.entries(rows).flatMap(([type, documents]) =>
    documents.some(({ kind }) => kinds.includes(kind)) ? [type] : [],
  );
}

const known = new WeakMap<DeclaredResource['properties'], readonly PolicyDocument[]>();

/** The policies of a resource, read once for all rules. */
function policiesOf(resource: DeclaredResource): readonly PolicyDocument[] {
  const documents = known.get(resource.properties) ?? readDocuments(resource);
  known.set(resource.properties, documents);
  return documents;
}

function readDocuments({ type, properties }: DeclaredResource): readonly PolicyDocument[] {
  return (rows[type] ?? []).flatMap((row) => {
    const documents: readonly (readonly [string, Json | undefined])[] =
      row.within === undefined
        ? [[`#/${row.path.join('/')}`, at(properties, ...row.path)]]
        : listAt(properties, ...row.path).map((element, index) => [
            `#/${row.path.join('/')}/${index}/${row.within ?? ''}`,
            isObject(element) ? at(element, row.within ?? '') : undefined,
          ]);
    return documents.flatMap(([pointer, document]) =>
      document === undefined
        ? []
        : [{ pointer, kind: row.kind, needsResource: row.needsResource ?? true, policy: readPolicy(document) }],
    );
  });
}

/** The breaches of every policy of a resource, with their place in its properties. */
export function judgePolicies(
  resource: DeclaredResource,
  judge: (document: PolicyDocument) => readonly Breach[],
): readonly Breach[] {
  return policiesOf(resource).flatMap((document) =>
    judge(document).map((breach) => ({ ...breach, pointer: `${document.pointer}${breach.pointer}` })),
  );
}
