import { setTimeout as wait } from 'node:timers/promises';
import type { RequestRecord } from '../../lib/local/aws';
import { refuse } from '../terminal/issues';
import { writeJson } from '../terminal/options';
import type { Terminal } from '../terminal/terminal';
import type { Asked } from './ask';
import { askState } from './ask';
import type { StateOptions } from './options';
import { refusing } from './refused';

/** Options of `local logs`. */
export interface LogsOptions extends StateOptions {
  readonly last: string;
  readonly follow: boolean;
}

/** Milliseconds between two looks at a log that is followed. */
const interval = 500;

/** `llmops local logs`: the request log. With `--json` one object, or a line for each request that follows. */
export async function showLogs(options: LogsOptions, terminal: Terminal): Promise<void> {
  const last = Number(options.last);
  if (!/^\d{1,6}$/.test(options.last) || last < 1) {
    const issue = {
      code: 'NumberOutOfRange',
      path: '--last',
      message: 'not a number of requests',
      got: options.last,
    } as const;
    refuse(
      [{ ...issue, expected: 'a whole number from 1 to 999999', fix: 'use a number such as 100' }],
      options,
      terminal,
    );
    return;
  }
  await refusing(options, terminal, async () => {
    const asked = await askState(options.state);
    try {
      const { requests, next } = await readAll(asked, -last);
      if (options.json && !options.follow) writeJson(terminal, { requests });
      else print(requests, options, terminal);
      if (options.follow && asked.running !== undefined) await follow(asked, next, options, terminal);
    } finally {
      await asked.close();
    }
  });
}

async function readAll(
  asked: Asked,
  from: number,
): Promise<{ readonly requests: readonly RequestRecord[]; readonly next: number }> {
  const requests: RequestRecord[] = [];
  let next = from;
  for (;;) {
    const page = await asked.requests(next);
    if (page !== undefined) next = page.next;
    if (page === undefined || page.requests.length === 0) return { requests, next };
    requests.push(...page.requests);
  }
}

/** Ends with the cloud, or when the command is interrupted. */
async function follow(asked: Asked, from: number, options: LogsOptions, terminal: Terminal): Promise<void> {
  let next = from;
  for (;;) {
    await wait(interval);
    const page = await asked.requests(next);
    if (page === undefined) return;
    print(page.requests, options, terminal);
    next = page.next;
  }
}

function print(requests: readonly RequestRecord[], { json }: LogsOptions, terminal: Terminal): void {
  for (const request of requests) terminal.out(json ? JSON.stringify(request) : lineOf(request));
}

function lineOf(request: RequestRecord): string {
  const { time, account, region, role, service, action, resource, status, errorCode } = request;
  const who = `${account ?? 'nobody'}${role === undefined ? '' : `/${role}`}`;
  const outcome = errorCode === undefined ? String(status) : `${status} ${errorCode}`;
  return [new Date(time).toISOString(), who, region ?? '-', `${service}:${action}`, resource ?? '-', outcome].join(
    '  ',
  );
}
