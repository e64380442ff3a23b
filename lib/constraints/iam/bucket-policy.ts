import type { Breach, Constraint } from '../constraint';
import { scalarText } from '../json';
import { at } from '../value';
import { judgePolicies } from './documents';
import type { Located, Statement } from './policy';

/** Why a resource is not of the bucket. */
function foreign({ text, pointer }: Located, bucket: string): readonly Breach[] {
  const [, name = ''] = /^arn:[a-z*-]+:s3:[^:]*:[^:]*:(.*)$/.exec(text) ?? [];
  const own = name.split('/')[0] ?? '';
  const pattern = own
    .replaceAll(/[^A-Za-z0-9*?]/g, String.raw`\$&`)
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  if (own !== '' && (own.includes('${') || new RegExp(`^${pattern}$`).test(bucket))) return [];
  return [
    {
      pointer,
      problem: `Policy has invalid resource. The resource is '${text}', expected the bucket arn:aws:s3:::${bucket} or objects in it`,
      fix: `Write arn:aws:s3:::${bucket} or arn:aws:s3:::${bucket}/*.`,
    },
  ];
}

function otherService({ text, pointer }: Located): readonly Breach[] {
  return text === '*' || /^(?:s3|s3express|\*):/i.test(text) || !text.includes(':')
    ? []
    : [
        {
          pointer,
          problem: `Policy has invalid action. The action is '${text}', expected an action of s3`,
          fix: 'Write actions of s3 only.',
        },
      ];
}

/**
 * Actions on objects alone and on buckets alone that policies often name.
 * Source: https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazons3.html, 2026-09-26.
 */
const objectActions = new Set(
  `AbortMultipartUpload BypassGovernanceRetention DeleteObject DeleteObjectTagging DeleteObjectVersion GetObject GetObjectAcl
GetObjectAttributes GetObjectLegalHold GetObjectRetention GetObjectTagging GetObjectVersion GetObjectVersionAcl
GetObjectVersionForReplication GetObjectVersionTagging ListMultipartUploadParts ObjectOwnerOverrideToBucketOwner PutObject
PutObjectAcl PutObjectLegalHold PutObjectRetention PutObjectTagging ReplicateDelete ReplicateObject ReplicateTags
RestoreObject`.split(/\s+/),
);
const bucketActions = new Set(
  `GetBucketAcl GetBucketLocation GetBucketPolicy GetBucketTagging GetBucketVersioning GetEncryptionConfiguration ListBucket
ListBucketMultipartUploads ListBucketVersions PutBucketAcl PutBucketPolicy PutBucketTagging PutBucketVersioning
PutEncryptionConfiguration PutLifecycleConfiguration`.split(/\s+/),
);

/** An action on objects needs an object among the resources, and one on the bucket the bucket. */
function withoutTarget({ resource, action }: Statement): readonly Breach[] {
  if (resource?.complete !== true || resource.known.some(({ text }) => text === '*')) return [];
  const resources = resource.known.map(({ text }) => text.split(':').slice(5).join(':'));
  const objects = resources.some((one) => /[/*?]/.test(one));
  const buckets = resources.some((one) => !one.includes('/') || /^[^/]*\*/.test(one));
  return (action?.known ?? []).flatMap(({ text, pointer }) => {
    const name = text.replace(/^s3:/i, '');
    const missing =
      objectActions.has(name) && !objects ? 'object' : bucketActions.has(name) && !buckets ? 'bucket' : '';
    if (missing === '') return [];
    return [
      {
        pointer,
        problem: `Action does not apply to any resource(s) in statement. ${text} is about the ${missing}, and the resources are ${resource.known.map((one) => one.text).join(', ')}`,
        fix:
          missing === 'object'
            ? 'Add the objects: the ARN of the bucket with /*.'
            : 'Add the ARN of the bucket without /*.',
      },
    ];
  });
}

function judge(statement: Statement, bucket: string | undefined): readonly Breach[] {
  const { resource, notResource, action, notAction } = statement;
  return [
    ...(bucket === undefined
      ? []
      : [...(resource?.known ?? []), ...(notResource?.known ?? [])].flatMap((one) => foreign(one, bucket))),
    ...[...(action?.known ?? []), ...(notAction?.known ?? [])].flatMap(otherService),
    ...withoutTarget(statement),
  ];
}

/**
 * A bucket policy speaks about its own bucket, its objects, and actions of S3. The words are those of S3, measured in
 * noobaa/noobaa-core#10058 (`*` is refused) and versity/versitygw#645 (an action without a resource of its kind).
 */
export const bucketPolicy: Constraint = {
  id: 'bucket-policy',
  types: ['AWS::S3::BucketPolicy'],
  source: {
    url: 'https://github.com/noobaa/noobaa-core/issues/10058',
    asOf: '2026-09-22',
  },
  check: (resource) => {
    const bucket = scalarText(at(resource.properties, 'Bucket'));
    return judgePolicies(resource, ({ policy }) => policy.statements.flatMap((statement) => judge(statement, bucket)));
  },
};
