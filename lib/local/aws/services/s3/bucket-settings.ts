import { isObject, scalarText } from '../../../../constraints/json';
import { listAt, objectAt, textAt } from '../../../../constraints/value';
import { ServiceError } from '../../errors';
import type { Bucket } from '../../state/objects';
import type { ExistingResource } from '../../state/registry';
import type { CallContext, WireAnswer } from '../call';
import { s3Xml } from './message';
import { versioningOf } from './versioning';

/** GetBucketLocation. */
export function bucketLocation(bucket: Bucket): WireAnswer {
  // The only answer of S3 whose root is the value; for us-east-1 it is empty.
  return s3Xml('LocationConstraint', bucket.region === 'us-east-1' ? '' : bucket.region);
}

/** GetBucketVersioning. */
export function bucketVersioning(bucket: Bucket, { cloud }: CallContext): WireAnswer {
  const status = versioningOf(bucket, cloud);
  return s3Xml('VersioningConfiguration', { Status: status === 'unset' ? undefined : status });
}

/** GetBucketEncryption. Without a rule of its own a bucket encrypts with a key of S3. */
export function bucketEncryption(bucket: Bucket, context: CallContext): WireAnswer {
  const [rule] = listAt(
    resourceOf(bucket, context)?.properties,
    'BucketEncryption',
    'ServerSideEncryptionConfiguration',
  );
  return s3Xml('ServerSideEncryptionConfiguration', {
    Rule: {
      ApplyServerSideEncryptionByDefault: {
        SSEAlgorithm: textAt(rule, 'ServerSideEncryptionByDefault', 'SSEAlgorithm') ?? 'AES256',
        KMSMasterKeyID: textAt(rule, 'ServerSideEncryptionByDefault', 'KMSMasterKeyID'),
      },
      BucketKeyEnabled: textAt(rule, 'BucketKeyEnabled') === 'true',
    },
  });
}

/** GetBucketPolicy. @throws ServiceError (NoSuchBucketPolicy) */
export function bucketPolicy(bucket: Bucket, { cloud }: CallContext): WireAnswer {
  const resource = cloud.registry
    .list('AWS::S3::BucketPolicy', bucket.account, bucket.region)
    .find(({ properties }) => scalarText(properties['Bucket']) === bucket.name);
  const document = resource?.properties['PolicyDocument'];
  if (document === undefined) throw new ServiceError('NoSuchBucketPolicy', 'The bucket policy does not exist', 404);
  const body = isObject(document) ? JSON.stringify(document) : (scalarText(document) ?? '');
  return { status: 200, headers: { 'content-type': 'application/json' }, body };
}

/** GetBucketTagging. @throws ServiceError (NoSuchTagSet) */
export function bucketTagging(bucket: Bucket, context: CallContext): WireAnswer {
  const tags = listAt(resourceOf(bucket, context)?.properties, 'Tags');
  if (tags.length === 0) throw new ServiceError('NoSuchTagSet', 'The TagSet does not exist', 404);
  return s3Xml('Tagging', {
    TagSet: { Tag: tags.map((tag) => ({ Key: textAt(tag, 'Key'), Value: textAt(tag, 'Value') })) },
  });
}

/** GetPublicAccessBlock. Since April 2023 a new bucket blocks all public access unless its template says otherwise. */
export function publicAccessBlock(bucket: Bucket, context: CallContext): WireAnswer {
  const stated = objectAt(resourceOf(bucket, context)?.properties, 'PublicAccessBlockConfiguration');
  const blocks = (name: string): boolean => (stated === undefined ? true : textAt(stated, name) === 'true');
  return s3Xml('PublicAccessBlockConfiguration', {
    BlockPublicAcls: blocks('BlockPublicAcls'),
    IgnorePublicAcls: blocks('IgnorePublicAcls'),
    BlockPublicPolicy: blocks('BlockPublicPolicy'),
    RestrictPublicBuckets: blocks('RestrictPublicBuckets'),
  });
}

function resourceOf(bucket: Bucket, { cloud }: CallContext): ExistingResource | undefined {
  return cloud.registry.list('AWS::S3::Bucket', bucket.account).find(({ physicalId }) => physicalId === bucket.name);
}
