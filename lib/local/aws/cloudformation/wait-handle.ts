import { isObject, scalarText, tryParseJson } from '../../../constraints/json';
import { accountKey } from '../credentials';
import { ServiceError } from '../errors';
import type { Ids } from '../ids';
import type { Cloud } from '../state/cloud';

/** The bucket of the URLs of handles in a region; its name is that of the real service. */
export const waitBucket = 'cloudformation-waitcondition-';

/** The URL that a handle refers to: signed, on loopback. */
export function handleUrl(
  place: { readonly account: string; readonly region: string; readonly stackId: string; readonly logicalId: string },
  endpoint: string,
  ids: Ids,
): string {
  const path = `/${waitBucket}${place.region}/${encodeURIComponent(`${place.stackId}/${place.logicalId}`)}`;
  const query = new URLSearchParams({
    'X-Amz-Algorithm': 'AWS4-HMAC-SHA256',
    'X-Amz-Expires': '86399',
    'X-Amz-SignedHeaders': 'host',
    'X-Amz-Credential': `${accountKey(place.account)}/20261130/${place.region}/s3/aws4_request`,
    'X-Amz-Signature': signatureOf(path, ids),
  });
  return `${endpoint}${path}?${query.toString()}`;
}

function signatureOf(path: string, ids: Ids): string {
  return ids.hex(`wait handle|${path}`, 64);
}

/**
 * Takes a signal that was put to the URL of a handle.
 * Source of its fields: CloudFormation User Guide, "Create wait conditions in a CloudFormation template".
 * @throws ServiceError for a URL that is not signed, or a signal that is none
 */
export function takeHandleSignal(path: string, signature: string | null, body: string, cloud: Cloud): void {
  if (signature !== signatureOf(path, cloud.ids)) throw new ServiceError('SignatureDoesNotMatch', 'Access Denied', 403);
  const fields = tryParseJson(body);
  const status = isObject(fields) ? scalarText(fields['Status']) : undefined;
  const uniqueId = isObject(fields) ? scalarText(fields['UniqueId']) : undefined;
  if (!isObject(fields) || (status !== 'SUCCESS' && status !== 'FAILURE') || uniqueId === undefined) {
    throw new ServiceError(
      'InvalidRequest',
      `A signal is JSON with Status SUCCESS or FAILURE, UniqueId, Data and Reason, got ${body.slice(0, 200)}`,
    );
  }
  const [reason, data] = [scalarText(fields['Reason']), scalarText(fields['Data'])];
  cloud.signals.send(path, { status, uniqueId, reason, data });
}
