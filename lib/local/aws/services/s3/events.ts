import type { JsonObject } from '../../../../constraints/json';
import { stackNameOf } from '../../cloudformation/nested';
import { callerArn } from '../../credentials';
import { ServiceError } from '../../errors';
import { findFunction } from '../../functions/find-function';
import { notRunnable } from '../../functions/function-host';
import { depthOf, mostInvocations } from '../../functions/lineage';
import { decide } from '../../iam/authorize';
import type { Bucket, StoredObject } from '../../state/objects';
import type { CallContext } from '../call';
import type { S3Request } from './message';
import type { Notification } from './notifications';
import { concerns, notificationsOf } from './notifications';

/** What happened to an object. */
export interface ObjectEvent {
  /** Without the prefix `s3:`, for example `ObjectCreated:Put`. */
  readonly name: string;
  readonly key: string;
  /** What was created. @default - something was removed */
  readonly object?: StoredObject | undefined;
  /** Version of what was removed, or of the marker. @default - there is none */
  readonly versionId?: string | undefined;
}

/** The request that changed the object, as far as events need it. */
type Cause = Pick<S3Request, 'headers'>;

/**
 * Tells of a change of a bucket whom its notifications name: functions of this cloud run, and what is not run is reported as
 * simulated. Nobody waits for them.
 */
export function notify(bucket: Bucket, event: ObjectEvent, { headers }: Cause, context: CallContext): void {
  const depth = depthOf(headers['x-amzn-trace-id']);
  for (const notification of notificationsOf(bucket, context.cloud)) {
    if (!concerns(notification, `s3:${event.name}`, event.key)) continue;
    const why = deliver({ notification, bucket, event, depth }, context);
    if (why !== undefined) report(notification, why, context);
  }
}

/** The event of a deletion that names no version. @param marker the version of the marker that it left */
export function removal(key: string, marker: string | undefined): ObjectEvent {
  return marker === undefined
    ? { name: 'ObjectRemoved:Delete', key }
    : { name: 'ObjectRemoved:DeleteMarkerCreated', key, versionId: marker };
}

/** An event on its way. */
interface Delivery {
  readonly notification: Notification;
  readonly bucket: Bucket;
  readonly event: ObjectEvent;
  /** How many invocations led to it. */
  readonly depth: number;
}

/** @returns why the event is not delivered */
function deliver({ notification, bucket, event, depth }: Delivery, context: CallContext): string | undefined {
  const { target, arn } = notification;
  const { cloud } = context;
  if (target !== 'function') return `events are not delivered to ${target === 'event bus' ? arn : `${target} ${arn}`}`;
  try {
    const [, , , region = bucket.region, account = bucket.account] = arn.split(':');
    const lambda = findFunction(cloud.registry, { account, region }, arn);
    const source = { 'aws:SourceArn': `arn:aws:s3:::${bucket.name}`, 'aws:SourceAccount': bucket.account };
    const caller = { account: bucket.account, service: 's3.amazonaws.com' };
    const asked = { action: 'lambda:InvokeFunction', resource: arn, context: source };
    if (decide(asked, { caller, region, cloud }).outcome === 'denied')
      return `events are not delivered to ${arn}: no permission lets s3.amazonaws.com invoke it for this bucket`;
    const refused = notRunnable(lambda);
    if (refused !== undefined) return `events are not delivered to ${arn}: ${refused}`;
    const message = JSON.stringify({ Records: [recordOf(notification, bucket, event, context)] });
    if (depth >= mostInvocations)
      return `events are no longer delivered to ${arn}: ${depth} invocations followed one from the other, which Lambda ends as a loop`;
    void cloud.functions.invoke(lambda, message, depth).catch((error: unknown) => {
      const line = `The local cloud failed: ${String(error)}`;
      cloud.logs(lambda.account, lambda.region).write(lambda.logGroup, 'local', cloud.now().getTime(), [line]);
    });
    return undefined;
  } catch (error) {
    if (error instanceof ServiceError) return `events are not delivered to ${arn}: ${error.message}`;
    throw error;
  }
}

function report({ declaredBy }: Notification, what: string, { cloud }: CallContext): void {
  const { account, region, logicalId, type, stackId } = declaredBy;
  cloud.emit({ kind: 'simulated', account, region, stack: stackNameOf(stackId), logicalId, type, what });
}

/** Source: Amazon S3 User Guide, "Event message structure", version 2.1 (read 2026-11-30). */
function recordOf({ id }: Notification, bucket: Bucket, event: ObjectEvent, context: CallContext): JsonObject {
  const { cloud, caller, requestId } = context;
  const now = cloud.now();
  return {
    eventVersion: '2.1',
    eventSource: 'aws:s3',
    awsRegion: bucket.region,
    eventTime: now.toISOString(),
    eventName: event.name,
    userIdentity: { principalId: `AWS:${callerArn(caller)}` },
    requestParameters: { sourceIPAddress: '127.0.0.1' },
    responseElements: { 'x-amz-request-id': requestId, 'x-amz-id-2': requestId },
    s3: {
      s3SchemaVersion: '1.0',
      configurationId: id,
      bucket: { name: bucket.name, ownerIdentity: { principalId: bucket.account }, arn: `arn:aws:s3:::${bucket.name}` },
      object: objectOf(event, now),
    },
  };
}

function objectOf({ key, object, versionId = object?.versionId }: ObjectEvent, now: Date): JsonObject {
  return {
    // Keys are encoded as in a form: a space is a plus sign.
    key: encodeURIComponent(key).replaceAll('%2F', '/').replaceAll('%20', '+'),
    ...(object === undefined ? {} : { size: object.body.length, eTag: object.etag.replaceAll('"', '') }),
    ...(versionId === undefined || versionId === 'null' ? {} : { versionId }),
    sequencer: now.getTime().toString(16).toUpperCase().padStart(18, '0'),
  };
}
