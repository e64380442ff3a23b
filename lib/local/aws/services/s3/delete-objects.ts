import { ServiceError } from '../../errors';
import type { Bucket } from '../../state/objects';
import type { CallContext, WireAnswer } from '../call';
import { verifiedBody } from './body';
import { notify, removal } from './events';
import type { S3Request } from './message';
import { header, s3Xml } from './message';
import { deleteCurrent, deleteVersion } from './versioning';
import { malformed, xmlBody } from './xml-body';

/** Source: Amazon S3 API Reference, DeleteObjects (read 2026-11-30). */
const mostKeys = 1000;

/** One object of a request. */
interface NamedObject {
  readonly key: string;
  readonly versionId: string | undefined;
}

/** The objects that a DeleteObjects request names. @throws ServiceError (MalformedXML, NotImplemented) */
function namedObjects(body: Buffer): readonly NamedObject[] {
  const objects = xmlBody(body, 'Delete').children('Object');
  if (objects.length === 0 || objects.length > mostKeys) throw malformed();
  return objects.map((object) => {
    const key = object.text('Key');
    if (key === undefined || key === '') throw malformed();
    for (const condition of ['ETag', 'LastModifiedTime', 'Size']) {
      if (object.text(condition) !== undefined)
        throw new ServiceError(
          'NotImplemented',
          `The local cloud does not implement s3:DeleteObjects with ${condition}`,
          501,
        );
    }
    return { key, versionId: object.text('VersionId') };
  });
}

/** DeleteObjects. The request must carry a checksum, as the service demands. */
export function deleteObjects(request: S3Request, bucket: Bucket, context: CallContext): WireAnswer {
  const { cloud } = context;
  const { body, checksum } = verifiedBody(request);
  if (checksum === undefined && header(request, 'content-md5') === undefined) {
    throw new ServiceError(
      'InvalidRequest',
      'Missing required header for this request: Content-MD5 OR x-amz-checksum-*',
    );
  }
  const deleted = namedObjects(body).map(({ key, versionId }) => {
    if (versionId === undefined) {
      const existed = bucket.objects.has(key);
      const marker = deleteCurrent(bucket, key, cloud);
      if (existed || marker !== undefined) notify(bucket, removal(key, marker), request, context);
      return { Key: key, ...(marker === undefined ? {} : { DeleteMarker: true, DeleteMarkerVersionId: marker }) };
    }
    const version = deleteVersion(bucket, key, versionId);
    if (version !== undefined) notify(bucket, { name: 'ObjectRemoved:Delete', key, versionId }, request, context);
    const wasMarker = version !== undefined && version.object === undefined;
    return {
      Key: key,
      VersionId: versionId,
      ...(wasMarker ? { DeleteMarker: true, DeleteMarkerVersionId: versionId } : {}),
    };
  });
  const quiet = xmlBody(body, 'Delete').text('Quiet') === 'true';
  return s3Xml('DeleteResult', { Deleted: quiet ? [] : deleted });
}
