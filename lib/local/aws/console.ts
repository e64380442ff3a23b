import { isObject, tryParseJson } from '../../constraints/json';
import type { Faults } from './faults/faults';
import { readFault } from './faults/read-fault';
import type { StackView } from './local-aws';
import type { RequestRecord } from './request-log';
import type { WireAnswer } from './services/call';
import { stackViews } from './stack-views';
import { standingWarnings } from './stacks-of';
import type { Cloud, SkippedWork, Warning } from './state/cloud';
import type { History } from './state/history';
import type { AnyRequest } from './wire/both-protocols';

/** Where a command asks the cloud about itself; no bucket has such a name. */
export const consolePath = '/_llmops/';

/** Requests in one answer. */
const pageSize = 1_000;

/** What the local cloud holds. */
export interface CloudStatus {
  readonly stacks: readonly StackView[];
  /** What was not really done, and what was not checked, in the stacks that exist. */
  readonly simulated: readonly SkippedWork[];
  readonly unverified: readonly SkippedWork[];
  /** What another checker warns of in the templates of the stacks that exist. */
  readonly warned: readonly Warning[];
  readonly buckets: readonly {
    readonly account: string;
    readonly region: string;
    readonly name: string;
    readonly objects: number;
  }[];
  readonly requests: { readonly kept: number; readonly soFar: number };
}

/** Requests of the log from an index on. */
export interface RequestPage {
  readonly requests: readonly RequestRecord[];
  /** Index of the request after them. */
  readonly next: number;
}

/** What a cloud holds, for `llmops local status`. */
export function statusOf(cloud: Cloud, records: History<RequestRecord>): CloudStatus {
  const skipped = cloud.skipped();
  return {
    stacks: stackViews(cloud),
    simulated: skipped.filter(({ kind }) => kind === 'simulated'),
    unverified: skipped.filter(({ kind }) => kind === 'unverified'),
    warned: standingWarnings(cloud),
    buckets: cloud.buckets
      .values()
      .map(({ account, region, name, objects }) => ({ account, region, name, objects: objects.size })),
    requests: { kept: records.length - records.first, soFar: records.length },
  };
}

/**
 * A part of the request log.
 * @param from index of the first; a negative one counts from the end
 */
export function requestPage(records: History<RequestRecord>, from: number): RequestPage {
  const start = Math.max(from < 0 ? records.length + from : from, records.first);
  const end = Math.min(start + pageSize, records.length);
  return { requests: records.slice(start, end), next: Math.max(start, end) };
}

/** Answers a command that asks about the cloud; undefined for a request that is none. A page of a browser is no command. */
export function consoleAnswer(
  { method, url = '', headers }: Pick<AnyRequest, 'method' | 'url' | 'headers'>,
  endpoint: string,
  cloud: Cloud,
  records: History<RequestRecord>,
): WireAnswer | undefined {
  if (!url.startsWith(consolePath)) return undefined;
  const { pathname, searchParams } = new URL(url, endpoint);
  // A name that a page resolved to this address is in the header; so is the page that asks.
  const foreign = headers.host !== new URL(endpoint).host || headers.origin !== undefined;
  if (foreign) return json(403, { error: 'only a command of this machine is answered' });
  const question = pathname.slice(consolePath.length);
  if (question === 'faults') return faultAnswer(method, searchParams, cloud.faults);
  if (method !== 'GET') return json(405, { error: 'only faults are changed' });
  switch (question) {
    case 'status':
      return json(200, statusOf(cloud, records));
    case 'requests': {
      const from = Number(searchParams.get('from') ?? 0);
      return Number.isInteger(from)
        ? json(200, requestPage(records, from))
        : json(400, { error: 'from must be a whole number' });
    }
    default:
      return json(404, { error: 'no such question' });
  }
}

function json(status: number, body: object): WireAnswer {
  return { status, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
}

/** Lists faults on demand, adds the one that a query describes, or clears one by its id, or all. */
function faultAnswer(method: string | undefined, query: URLSearchParams, faults: Faults): WireAnswer {
  switch (method) {
    case 'GET':
      return json(200, { faults: faults.list() });
    case 'POST': {
      const described = tryParseJson(query.get('fault') ?? '');
      const read = readFault(isObject(described) ? described : {});
      return 'fault' in read ? json(200, { id: faults.add(read.fault) }) : json(400, read);
    }
    case 'DELETE':
      return json(200, { cleared: faults.clear(query.get('id') ?? undefined) });
    default:
      return json(405, { error: 'faults are listed, added and cleared' });
  }
}
