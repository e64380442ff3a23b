import { awsTypeBehaviour, folderBytes } from '../../lib/local/aws';
import type { CountedBehaviour } from '../../lib/local/behaviour';
import { behaviourInWords, countBehaviour } from '../../lib/local/behaviour';
import { columns } from '../terminal/layout';
import { writeJson } from '../terminal/options';
import type { Terminal } from '../terminal/terminal';
import type { Asked } from './ask';
import { askState } from './ask';
import type { StateOptions } from './options';
import { refusing } from './refused';

/** `llmops local status`: what the local cloud holds. */
export async function showStatus(options: StateOptions, terminal: Terminal): Promise<void> {
  await refusing(options, terminal, async () => {
    const asked = await askState(options.state);
    await asked.close();
    const bytes = folderBytes(options.state);
    if (options.json) writeJson(terminal, jsonOf(asked, options.state, bytes));
    else for (const line of linesOf(asked, options.state, bytes)) terminal.out(line);
  });
}

function jsonOf({ running, status }: Asked, folder: string, bytes: number): object {
  const { stacks, buckets } = status;
  return {
    running: running !== undefined,
    url: running?.url ?? null,
    pid: running?.pid ?? null,
    state: { folder, bytes },
    accounts: [...new Set([...stacks, ...buckets].map(({ account }) => account))].sort(),
    stacks: stacks.map(({ resources, ...stack }) => ({ ...stack, resources: resources.length })),
    buckets,
    behaviour: behaviourOf(status),
    simulated: status.simulated,
    unverified: status.unverified,
    warned: status.warned,
    requests: status.requests,
  };
}

function linesOf({ running, status }: Asked, folder: string, bytes: number): readonly string[] {
  const where = running === undefined ? 'no local cloud runs' : `local AWS at ${running.url} (pid ${running.pid})`;
  const stacks = status.stacks.map((stack) => [
    stack.account,
    stack.region,
    stack.stack,
    stack.status,
    String(stack.resources.length),
  ]);
  const buckets = status.buckets.map(({ account, region, name, objects }) => [account, region, name, String(objects)]);
  return [
    `${where}; its state is in ${folder} (${sizeText(bytes)}); ${status.requests.soFar} requests so far`,
    ...table(['account', 'region', 'stack', 'status', 'resources'], stacks, 'no stacks'),
    ...table(['account', 'region', 'bucket', 'objects'], buckets, 'no buckets'),
    ...behaviourLines(behaviourOf(status)),
    ...skipped('simulated', status.simulated),
    ...skipped('not verified', status.unverified),
    ...skipped('warned by aws-cdk-lib', status.warned),
  ];
}

function behaviourOf({ stacks }: Asked['status']): readonly CountedBehaviour[] {
  const types = stacks.flatMap(({ resources }) => resources.map(({ type }) => type));
  return countBehaviour('aws', types, awsTypeBehaviour);
}

function behaviourLines(types: readonly CountedBehaviour[]): readonly string[] {
  return types.length === 0 ? [] : ['', `${behaviourInWords(types)}: the list is \`behaviour\` of --json`];
}

function table(head: readonly string[], rows: readonly (readonly string[])[], none: string): readonly string[] {
  return ['', ...(rows.length === 0 ? [none] : columns([head, ...rows]))];
}

function skipped(title: string, works: Asked['status']['simulated'] | Asked['status']['warned']): readonly string[] {
  if (works.length === 0) return [];
  return [
    '',
    `${title}:`,
    ...works.map(({ stack, logicalId, type, what }) => `  ${stack}/${logicalId} (${type}): ${what}`),
  ];
}

/** Bytes with a unit that keeps the number short. */
export function sizeText(bytes: number): string {
  if (bytes < 1_000) return `${bytes} B`;
  return bytes < 1_000_000 ? `${(bytes / 1_000).toFixed(1)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
