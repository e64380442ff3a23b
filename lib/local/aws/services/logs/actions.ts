import type { JsonObject } from '../../../../constraints/json';
import { isList, isObject, scalarText } from '../../../../constraints/json';
import { ServiceError } from '../../errors';
import type { LogGroup, LogStore, LogStream } from '../../state/log-store';
import type { CallContext } from '../call';
import type { JsonAction } from '../service';
import { filterEvents, getEvents, pageOf } from './events';

/** Groups or streams of a page. Source: CloudWatch Logs API reference, DescribeLogGroups, limit (read 2026-11-30). */
const pageSize = 50;

/** The CloudWatch Logs actions of the local cloud. */
export const logsActions: Readonly<Record<string, JsonAction>> = {
  CreateLogGroup: createGroup,
  CreateLogStream: createStream,
  DeleteLogGroup: (input, context) => {
    storeOf(context).groups.delete(requireGroup(input, context).name);
    return {};
  },
  DeleteRetentionPolicy: (input, context) => {
    requireGroup(input, context).retentionInDays = undefined;
    return {};
  },
  DescribeLogGroups: describeGroups,
  DescribeLogStreams: describeStreams,
  FilterLogEvents: (input, context) => filterEvents(requireGroup(input, context), input),
  GetLogEvents: (input, context) => getEvents(requireStream(input, context), input),
  PutLogEvents: putEvents,
  PutRetentionPolicy: (input, context) => {
    requireGroup(input, context).retentionInDays = Number(input['retentionInDays']);
    return {};
  },
};

function storeOf({ cloud, account, region }: CallContext): LogStore {
  return cloud.logs(account, region);
}

function nameOf(input: JsonObject, key: string): string {
  const name = scalarText(input[key]);
  if (name === undefined || name === '')
    throw new ServiceError(
      'InvalidParameterException',
      `1 validation error detected: Value at '${key}' must not be null`,
    );
  return name;
}

function groupName(input: JsonObject): string {
  const identifier = scalarText(input['logGroupIdentifier']);
  return identifier?.split(':log-group:').at(-1)?.replace(/:\*$/, '') ?? nameOf(input, 'logGroupName');
}

function requireGroup(input: JsonObject, context: CallContext): LogGroup {
  const group = storeOf(context).groups.get(groupName(input));
  if (group === undefined)
    throw new ServiceError('ResourceNotFoundException', 'The specified log group does not exist.');
  return group;
}

function requireStream(input: JsonObject, context: CallContext): LogStream {
  const stream = requireGroup(input, context).streams.get(nameOf(input, 'logStreamName'));
  if (stream === undefined)
    throw new ServiceError('ResourceNotFoundException', 'The specified log stream does not exist.');
  return stream;
}

function createGroup(input: JsonObject, context: CallContext): JsonObject {
  const name = nameOf(input, 'logGroupName');
  if (!/^[\w./#-]{1,512}$/.test(name))
    throw new ServiceError('InvalidParameterException', `Log group name ${name} does not match [\\.\\-_/#A-Za-z0-9]+`);
  const store = storeOf(context);
  if (store.groups.has(name))
    throw new ServiceError('ResourceAlreadyExistsException', 'The specified log group already exists');
  store.group(name, context.cloud.now().getTime());
  return {};
}

function createStream(input: JsonObject, context: CallContext): JsonObject {
  const group = requireGroup(input, context);
  const name = nameOf(input, 'logStreamName');
  if (group.streams.has(name))
    throw new ServiceError('ResourceAlreadyExistsException', 'The specified log stream already exists');
  storeOf(context).stream(group, name, context.cloud.now().getTime());
  return {};
}

function putEvents(input: JsonObject, context: CallContext): JsonObject {
  const stream = requireStream(input, context);
  const events = isList(input['logEvents']) ? input['logEvents'].filter(isObject) : [];
  const read = events.map(({ timestamp, message }) => ({
    timestamp: Number(timestamp),
    message: scalarText(message) ?? '',
  }));
  storeOf(context).append(stream, read);
  return { nextSequenceToken: context.requestId };
}

function describeGroups(input: JsonObject, context: CallContext): JsonObject {
  const prefix = scalarText(input['logGroupNamePrefix']) ?? '';
  const pattern = scalarText(input['logGroupNamePattern']) ?? '';
  const { account, region } = context;
  const groups = [...storeOf(context).groups.values()]
    .filter(({ name }) => name.startsWith(prefix) && name.includes(pattern))
    .sort((left, right) => (left.name < right.name ? -1 : 1));
  const { page, next } = pageOf(groups, input, pageSize);
  return {
    ...(next === undefined ? {} : { nextToken: next }),
    logGroups: page.map(({ name, createdAt, retentionInDays, streams }) => {
      const arn = `arn:aws:logs:${region}:${account}:log-group:${name}`;
      const storedBytes = [...streams.values()]
        .flatMap(({ events }) => events)
        .reduce((sum, { message }) => sum + message.length, 0);
      return {
        logGroupName: name,
        creationTime: createdAt,
        arn: `${arn}:*`,
        logGroupArn: arn,
        metricFilterCount: 0,
        storedBytes,
        ...(retentionInDays === undefined ? {} : { retentionInDays }),
      };
    }),
  };
}

function describeStreams(input: JsonObject, context: CallContext): JsonObject {
  const prefix = scalarText(input['logStreamNamePrefix']) ?? '';
  const streams = [...requireGroup(input, context).streams.values()].filter(({ name }) => name.startsWith(prefix));
  const last = ({ events, createdAt }: LogStream): number => events.at(-1)?.timestamp ?? createdAt;
  const byTime = input['orderBy'] === 'LastEventTime';
  streams.sort((left, right) => (byTime ? last(left) - last(right) : left.name < right.name ? -1 : 1));
  if (input['descending'] === true) streams.reverse();
  const { page, next } = pageOf(streams, input, pageSize);
  return {
    ...(next === undefined ? {} : { nextToken: next }),
    logStreams: page.map((stream) => ({
      logStreamName: stream.name,
      creationTime: stream.createdAt,
      ...(stream.events.length === 0
        ? {}
        : { firstEventTimestamp: stream.events[0]?.timestamp ?? 0, lastEventTimestamp: last(stream) }),
    })),
  };
}
