import type { Json, JsonObject } from '../../../../constraints/json';
import { isList, isObject, scalarText, tryParseJson } from '../../../../constraints/json';
import { listAt, textAt } from '../../../../constraints/value';
import { ServiceError } from '../../errors';
import type { AccessRequest } from '../../iam/context';
import type { CallContext } from '../call';
import type { JsonAction } from '../service';
import type { Understood } from '../understood';
import { deliverEvent } from './deliver';

/** Entries and bytes of a request. Source: Amazon EventBridge API reference, PutEvents (as botocore has it, read 2026-12-01). */
const most = { entries: 10, bytes: 1_048_576 };

/** The EventBridge actions of the local cloud: CloudFormation makes buses and rules. */
export const eventsActions: Readonly<Record<string, JsonAction>> = { PutEvents: putEvents };

/** What each action understands. Source: API model of EventBridge in botocore 1.44.8 (2026-11). */
export const eventsMembers: Understood = { PutEvents: ['Entries'] };

/** What a caller must be allowed to do: to put events on each bus that the request names. */
export function eventsAccess(action: string, input: JsonObject, context: CallContext): readonly AccessRequest[] {
  return listAt(input, 'Entries')
    .filter(isObject)
    .map((entry) => ({
      action: `events:${action}`,
      resource: `arn:aws:events:${context.region}:${context.account}:event-bus/${busName(entry)}`,
      context: { 'events:source': textAt(entry, 'Source'), 'events:detail-type': textAt(entry, 'DetailType') },
    }));
}

function busName(entry: JsonObject): string {
  return (textAt(entry, 'EventBusName') ?? 'default').split('/').at(-1) ?? 'default';
}

/** PutEvents: an entry that is refused is counted, and the others are delivered. */
function putEvents(input: JsonObject, context: CallContext): JsonObject {
  const { Entries: given } = input;
  if (!isList(given) || given.length < 1 || given.length > most.entries)
    throw new ServiceError(
      'ValidationException',
      `1 validation error detected: Value at 'entries' failed to satisfy constraint: Member must have length between 1 and ${most.entries}`,
    );
  const bytes = Buffer.byteLength(JSON.stringify(given));
  if (bytes > most.bytes)
    throw new ServiceError(
      'ValidationException',
      `Total size of the entries in the request is over the limit: ${bytes} bytes`,
    );
  const results = given.map((entry) => putEntry(entry, context));
  return { FailedEntryCount: results.filter((result) => 'ErrorCode' in result).length, Entries: results };
}

function putEntry(entry: Json, context: CallContext): JsonObject {
  if (!isObject(entry)) return failedEntry('InvalidArgument', 'An entry is an object');
  const missing = ['Source', 'DetailType', 'Detail'].find((name) => (scalarText(entry[name]) ?? '') === '');
  if (missing !== undefined)
    return failedEntry(
      'InvalidArgument',
      `Parameter ${missing} is not valid. Reason: ${missing} is a required argument.`,
    );
  const source = textAt(entry, 'Source') ?? '';
  if (source.startsWith('aws.'))
    return failedEntry('NotAuthorizedForSourceException', 'Not authorized for the source.');
  const detail = tryParseJson(textAt(entry, 'Detail') ?? '');
  if (!isObject(detail)) return failedEntry('MalformedDetail', 'Detail is malformed.');
  const { cloud, account, region } = context;
  const bus = busName(entry);
  const known = cloud.registry.list('AWS::Events::EventBus', account, region).map(({ physicalId }) => physicalId);
  if (bus !== 'default' && !known.includes(bus))
    return failedEntry('InvalidArgument', `Event bus ${bus} does not exist.`);
  const id = cloud.ids.fresh('event');
  const time = entry['Time'];
  const at = typeof time === 'number' ? new Date(time * 1000) : cloud.now();
  const event: JsonObject = {
    ...{ version: '0', id, 'detail-type': textAt(entry, 'DetailType') ?? '', source, account },
    time: `${at.toISOString().slice(0, 19)}Z`,
    ...{ region, resources: listAt(entry, 'Resources'), detail },
  };
  deliverEvent(bus, event, context);
  return { EventId: id };
}

function failedEntry(code: string, message: string): JsonObject {
  return { ErrorCode: code, ErrorMessage: message };
}
