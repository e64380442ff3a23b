import type { Caller } from '../credentials';
import { callerArn } from '../credentials';
import { validationError } from '../errors';
import { decide } from '../iam/authorize';
import type { Cloud } from '../state/cloud';

/** Who reads an object. */
interface Reader {
  readonly cloud: Cloud;
  readonly account: string;
  readonly region: string;
  /** @default - the administrator of the account */
  readonly caller?: Caller | undefined;
}

/** The text of an object that the caller may read. @throws ServiceError (ValidationError) */
export function objectText(url: string, { cloud, account, region, caller = { account } }: Reader): string {
  if (!URL.canParse(url)) throw validationError(`TemplateURL must be a supported URL, got ${url}`);
  const { hostname, pathname } = new URL(url);
  // A URL of the virtual-hosted style has the bucket in its host: templates write it with AWS::URLSuffix.
  const [, host] = /^(.+)\.s3[.-][^/]*amazonaws\.com(?:\.cn)?$/.exec(hostname) ?? [];
  const [bucketName = '', ...key] = [...(host === undefined ? [] : [host]), ...pathname.split('/').slice(1)];
  const name = decoded(key.join('/'));
  const object = name === undefined ? undefined : cloud.buckets.get(bucketName)?.objects.get(name);
  const read = { action: 's3:GetObject', resource: `arn:aws:s3:::${bucketName}/${name ?? ''}` };
  const reader = { ...caller, via: 'cloudformation.amazonaws.com' };
  if (object === undefined || decide(read, { caller: reader, region, cloud }).outcome === 'denied') {
    throw validationError(
      `S3 error: The specified key does not exist, or ${callerArn(caller)} may not read it. (TemplateURL ${url})`,
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
