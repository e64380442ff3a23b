import { validationError } from '../errors';
import type { Cloud } from '../state/cloud';

/** The text of an object in a bucket of the account. @throws ServiceError (ValidationError) */
export function objectText(
  url: string,
  { cloud, account }: { readonly cloud: Cloud; readonly account: string },
): string {
  if (!URL.canParse(url)) throw validationError(`TemplateURL must be a supported URL, got ${url}`);
  const { hostname, pathname } = new URL(url);
  // A URL of the virtual-hosted style has the bucket in its host: templates write it with AWS::URLSuffix.
  const [, host] = /^(.+)\.s3[.-][^/]*amazonaws\.com(?:\.cn)?$/.exec(hostname) ?? [];
  const [bucketName = '', ...key] = [...(host === undefined ? [] : [host]), ...pathname.split('/').slice(1)];
  const bucket = cloud.buckets.get(bucketName);
  const name = decoded(key.join('/'));
  const object = bucket?.account === account && name !== undefined ? bucket.objects.get(name) : undefined;
  if (object === undefined) {
    throw validationError(
      `S3 error: The specified key does not exist, or account ${account} may not read it. (TemplateURL ${url})`,
    );
  }
  return object.body.toString('utf8');
}

/** A path without its escapes; undefined for one with a broken escape, which names nothing. */
function decoded(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}
