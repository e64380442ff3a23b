import type { JsonObject } from '../../../constraints/json';
import { isObject, scalarText, tryParseJson } from '../../../constraints/json';

/** What a function answered. */
export type CustomResourceResponse =
  | { readonly status: 'SUCCESS'; readonly physicalId: string; readonly data: JsonObject; readonly noEcho: boolean }
  | { readonly status: 'FAILED'; readonly physicalId: string | undefined; readonly reason: string };

/** Bytes of the longest answer (CloudFormation User Guide, "Custom resource response objects", 2026-11-30). */
const longestResponse = 4096;
/** Bytes of the longest physical id (same page). */
const longestPhysicalId = 1024;

/**
 * Reads the answer to a request. An answer that CloudFormation does not take is a failure with the reason.
 * @param sent what must come back as it was sent
 */
export function customResourceResponse(
  body: string,
  sent: { readonly stackId: string; readonly requestId: string; readonly logicalId: string },
): CustomResourceResponse {
  const failed = (reason: string): CustomResourceResponse => ({ status: 'FAILED', physicalId: undefined, reason });
  if (Buffer.byteLength(body) > longestResponse) return failed('Response object is too long.');
  const response = tryParseJson(body);
  if (!isObject(response)) return failed('Invalid response object: expected a JSON object');
  const physicalId = scalarText(response['PhysicalResourceId']);
  const { Status: status, Reason: reason, Data: data, NoEcho: noEcho } = response;
  if (status !== 'SUCCESS' && status !== 'FAILED')
    return failed(`Invalid response object: Status must be SUCCESS or FAILED, got ${JSON.stringify(status ?? null)}`);
  const copied = { StackId: sent.stackId, RequestId: sent.requestId, LogicalResourceId: sent.logicalId };
  for (const [name, value] of Object.entries(copied)) {
    if (response[name] !== value)
      return failed(`Invalid response object: ${name} must be that of the request, ${value}`);
  }
  if (status === 'FAILED') {
    const message = scalarText(reason) ?? '';
    if (message === '') return failed('Invalid response object: a failure needs a Reason');
    return {
      status,
      physicalId,
      reason: `Received response status [FAILED] from custom resource. Message returned: ${message} (RequestId: ${sent.requestId})`,
    };
  }
  if (physicalId === undefined || physicalId === '' || Buffer.byteLength(physicalId) > longestPhysicalId)
    return failed('Invalid PhysicalResourceId');
  if (data !== undefined && data !== null && !isObject(data))
    return failed('Invalid response object: Data must be an object');
  return { status, physicalId, data: isObject(data) ? data : {}, noEcho: scalarText(noEcho) === 'true' };
}
