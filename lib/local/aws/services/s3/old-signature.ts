import { ServiceError } from '../../errors';
import type { Cloud } from '../../state/cloud';
import type { CredentialScope } from '../../wire/signature';
import type { S3Request } from './message';

/**
 * Regions where S3 takes Signature Version 2; boto3 signs addresses with it there unless it is told otherwise.
 * Source: endpoints.json of botocore 1.44.8, `signatureVersions` of S3 (2026-11).
 */
const regions: ReadonlySet<string> = new Set([
  'ap-northeast-1',
  'ap-southeast-1',
  'ap-southeast-2',
  'eu-west-1',
  'sa-east-1',
  'us-east-1',
  'us-gov-east-1',
  'us-gov-west-1',
  'us-west-1',
  'us-west-2',
]);

/** Who signed an address with Version 2. It names no region: it is that of the bucket. */
export function oldSignatureScope({ pathname, searchParams }: URL, cloud: Cloud): CredentialScope | undefined {
  const accessKeyId = searchParams.get('AWSAccessKeyId');
  if (accessKeyId === null || !searchParams.has('Signature') || !searchParams.has('Expires')) return undefined;
  const [, bucket = ''] = pathname.split('/');
  return { accessKeyId, region: cloud.buckets.get(bucket)?.region ?? 'us-east-1', service: 's3' };
}

/** @throws ServiceError (InvalidRequest) for an address that is signed with Version 2 where the region takes only Version 4 */
export function checkSignatureVersion({ query }: S3Request, region: string): void {
  if (!query.has('AWSAccessKeyId') || regions.has(region)) return;
  throw new ServiceError(
    'InvalidRequest',
    'The authorization mechanism you have provided is not supported. Please use AWS4-HMAC-SHA256.',
  );
}
