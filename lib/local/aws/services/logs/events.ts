import type { JsonObject } from '../../../../constraints/json';
import { isList, scalarText, tryParseJson } from '../../../../constraints/json';
import { ServiceError } from '../../errors';
import type { LogEvent, LogGroup, LogStream } from '../../state/log-store';

/** Events of one page at most. */
const pageLimit = 10_000;

/** FilterLogEvents: events of a group in order of time, filtered by time, stream and pattern, a page at a time. */
export function filterEvents({ streams }: LogGroup, input: JsonObject): JsonObject {
  const names = isList(input['logStreamNames']) ? new Set(input['logStreamNames']) : undefined;
  const prefix = scalarText(input['logStreamNamePrefix']) ?? '';
  const matches = pattern(scalarText(input['filterPattern']) ?? '');
  const found = [...streams.values()]
    .filter(({ name }) => (names === undefined || names.has(name)) && name.startsWith(prefix))
    .flatMap(({ name, events }) => events.filter(within(input)).map((event) => ({ ...event, stream: name })))
    .filter(({ message }) => matches(message))
    .sort((left, right) => left.timestamp - right.timestamp || (left.id < right.id ? -1 : 1));
  const { page, next } = pageOf(found, input);
  return {
    events: page.map(({ id, timestamp, message, stream }) => ({
      eventId: id,
      logStreamName: stream,
      timestamp,
      ingestionTime: timestamp,
      message,
    })),
    searchedLogStreams: [],
    ...(next === undefined ? {} : { nextToken: next }),
  };
}

/** GetLogEvents: events of a stream, the newest ones unless the start is asked for. */
export function getEvents({ events }: LogStream, input: JsonObject): JsonObject {
  const found = events.filter(within(input));
  const token = scalarText(input['nextToken']);
  const limit = limitOf(input);
  const start =
    token === undefined ? (input['startFromHead'] === true ? 0 : Math.max(0, found.length - limit)) : offsetOf(token);
  const page = found.slice(start, start + limit);
  return {
    events: page.map(({ timestamp, message }) => ({ timestamp, message, ingestionTime: timestamp })),
    nextForwardToken: `f/${start + page.length}`,
    nextBackwardToken: `b/${Math.max(0, start - limit)}`,
  };
}

function within(input: JsonObject): (event: LogEvent) => boolean {
  const start = Number(input['startTime'] ?? Number.NEGATIVE_INFINITY);
  const end = Number(input['endTime'] ?? Number.POSITIVE_INFINITY);
  return ({ timestamp }) => timestamp >= start && timestamp <= end;
}

function limitOf(input: JsonObject, most = pageLimit): number {
  return Math.min(Number(input['limit'] ?? most), most);
}

/** A page of a list, with the token of the next one. @throws ServiceError (InvalidParameterException) */
export function pageOf<T>(
  found: readonly T[],
  input: JsonObject,
  most = pageLimit,
): { page: readonly T[]; next: string | undefined } {
  const token = scalarText(input['nextToken']);
  const start = token === undefined ? 0 : offsetOf(token);
  const end = start + limitOf(input, most);
  return { page: found.slice(start, end), next: end < found.length ? `f/${end}` : undefined };
}

function offsetOf(token: string): number {
  const offset = /^[fb]\/(\d+)$/.exec(token)?.[1];
  if (offset === undefined) throw new ServiceError('InvalidParameterException', 'The specified nextToken is invalid.');
  return Number(offset);
}

/**
 * A filter pattern of terms: each must be in the message, `-term` must not, one of the `?term`s must. Patterns of fields
 * are refused by name rather than taken for terms.
 */
function pattern(text: string): (message: string) => boolean {
  if (/^\s*[{[%]/.test(text)) {
    throw new ServiceError(
      'NotImplemented',
      `The local cloud filters log events by terms; it does not implement the filter pattern ${text}`,
    );
  }
  const terms = [...text.matchAll(/([?-]?)(?:"((?:[^"\\]|\\.)*)"|(\S+))/g)].map(([, sign = '', quoted, plain]) => ({
    sign,
    term: quoted === undefined ? (plain ?? '') : unquoted(quoted),
  }));
  const either = terms.filter(({ sign }) => sign === '?');
  return (message) =>
    terms.every(({ sign, term }) => sign === '?' || message.includes(term) === (sign !== '-')) &&
    (either.length === 0 || either.some(({ term }) => message.includes(term)));
}

function unquoted(text: string): string {
  const parsed = tryParseJson(`"${text}"`);
  return typeof parsed === 'string' ? parsed : text;
}
