import type { Json, JsonObject } from '../../../constraints/json';
import { isList, isObject } from '../../../constraints/json';
import { accountKey } from '../credentials';
import type { Ids } from '../ids';
import type { ExistingResource } from '../state/registry';

/** What CloudFormation asks of a custom resource. */
export interface CustomResourceRequest {
  readonly type: 'Create' | 'Update' | 'Delete';
  readonly resource: ExistingResource;
  /** @default - a creation, whose function decides it */
  readonly physicalId?: string;
  /** Properties before an update. */
  readonly before?: JsonObject;
}

/** The request as the function gets it, with where its answer is awaited. */
export interface SentRequest {
  readonly event: JsonObject;
  readonly requestId: string;
  /** Path of the response URL. */
  readonly responseKey: string;
  readonly signature: string;
}

/** The bucket that takes the answers of a region; its name is that of the real service. */
export const responseBucket = 'cloudformation-custom-resource-response-';

/**
 * The event of a request (CloudFormation User Guide, "Custom resource request objects", 2026-11-30). The response URL is
 * on loopback and signed for this request alone.
 */
export function sentRequest(
  { type, resource, physicalId, before }: CustomResourceRequest,
  endpoint: string,
  ids: Ids,
): SentRequest {
  const { account, region, stackId, logicalId, properties } = resource;
  const requestId = ids.fresh('custom-resource');
  const key = encodeURIComponent(`${stackId}|${logicalId}|${requestId}`);
  const responseKey = `/${responseBucket}${region.replaceAll('-', '')}/${key}`;
  const signature = ids.hex(`response|${requestId}`, 64);
  const query = new URLSearchParams({
    'X-Amz-Algorithm': 'AWS4-HMAC-SHA256',
    'X-Amz-Expires': '7200',
    'X-Amz-SignedHeaders': 'host',
    'X-Amz-Credential': `${accountKey(account)}/20261130/${region}/s3/aws4_request`,
    'X-Amz-Signature': signature,
  });
  const event: JsonObject = {
    RequestType: type,
    ServiceToken: properties['ServiceToken'] ?? '',
    ResponseURL: `${endpoint}${responseKey}?${query.toString()}`,
    StackId: stackId,
    RequestId: requestId,
    LogicalResourceId: logicalId,
    ...(physicalId === undefined ? {} : { PhysicalResourceId: physicalId }),
    ResourceType: resource.type,
    ResourceProperties: asStrings(properties),
    ...(before === undefined ? {} : { OldResourceProperties: asStrings(before) }),
  };
  return { event, requestId, responseKey, signature };
}

/** CloudFormation sends every number and boolean of the properties as a string. */
function asStrings(value: Json): Json {
  if (isList(value)) return value.map(asStrings);
  if (isObject(value)) return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, asStrings(inner)]));
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : value;
}
