import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { PlainClient, Refused } from './plain-client';
import type { Counterexample, Proof } from './proof';
import { counted, tally } from './proof';
import { randomNumbers } from './random-numbers';

/** The latest moment of a kill, in milliseconds after the first acknowledged operation on a stack. */
const latestKill = 300;
const stackNames = ['One', 'Two', 'Three'];
const keys = ['a', 'b', 'c', 'd'];

/** What one thing was set to: what was acknowledged, and what was sent after that without an answer. */
interface Known<T> {
  acknowledged: T;
  open: T[];
}

/** What a client knows of a cloud. */
interface Knowledge {
  readonly parameters: Map<string, Known<number>>;
  readonly objects: Map<string, Known<number>>;
  /** The version of a stack's template; 0 when it does not exist. */
  readonly stacks: Map<string, Known<number>>;
  /** Versions go on after a deletion, so that none comes twice: 1, 2, 3, deleted, 5, 6, 7, deleted. */
  readonly lastVersions: Map<string, number>;
  /** Names of the stacks whose operation has not been seen to end. */
  readonly running: Set<string>;
  /** Events that were seen, by the id of their stack. */
  readonly events: Map<string, Set<string>>;
}

interface Server {
  readonly child: ChildProcess;
  readonly client: PlainClient;
}

/**
 * A server is killed at a random moment while clients deploy, update and delete stacks and write parameters and objects.
 * The next one must hold everything that was acknowledged, go on with what was running, and answer without a failure.
 */
export const kills: Proof = {
  claim:
    'Killed with SIGKILL at a random moment, the local cloud loses nothing that it acknowledged, and the next start goes on.',
  count: 100,
  smallCount: 3,
  run: async ({ seed, count }) => {
    const folder = mkdtempSync(join(tmpdir(), 'llmops-kills-'));
    const counts = new Map<string, number>();
    const counterexamples: Counterexample[] = [];
    const random = randomNumbers(seed);
    const known: Knowledge = {
      parameters: new Map(),
      objects: new Map(),
      stacks: new Map(),
      lastVersions: new Map(),
      running: new Set(),
      events: new Map(),
    };
    let server = await start(folder);
    try {
      await prepare(server.client, known);
      for (let kill = 0; kill < count; kill += 1) {
        await workUntilKilled(server, known, random, counts);
        server = await start(folder);
        const problems = await check(server.client, known);
        counterexamples.push(...problems.map((problem) => ({ case: `kill ${kill} of seed ${seed}`, problem })));
      }
    } finally {
      server.child.kill('SIGKILL');
      rmSync(folder, { recursive: true, force: true });
    }
    return { counts: counted(counts), counterexamples };
  },
};

function start(folder: string): Promise<Server> {
  const args = ['--require', './bin/typescript.js', join(__dirname, 'kills-server.ts'), join(folder, 'state')];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  return new Promise((resolve, reject) => {
    let problem = '';
    child.stderr.on('data', (chunk: Buffer) => (problem += chunk.toString()));
    child.stdout.once('data', (chunk: Buffer) => {
      resolve({ child, client: new PlainClient(chunk.toString().trim()) });
    });
    child.once('exit', () => {
      reject(new Error(`the server did not start: ${problem}`));
    });
  });
}

const bucketTemplate = JSON.stringify({
  Resources: { Data: { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'kept-data' } } },
});

/** A template whose version shows in a parameter, a name and an output. */
function template(stack: string, version: number): string {
  const topics = Object.fromEntries(
    Array.from({ length: 12 + (version % 5) }, (_unused, index) => [
      `Topic${index}`,
      { Type: 'AWS::SNS::Topic', Properties: { DisplayName: `version ${version}` } },
    ]),
  );
  const Properties = { Name: `/stack/${stack}`, Type: 'String', Value: String(version) };
  return JSON.stringify({
    Resources: { ...topics, Version: { Type: 'AWS::SSM::Parameter', Properties } },
    Outputs: { Version: { Value: String(version) } },
  });
}

async function prepare(client: PlainClient, known: Knowledge): Promise<void> {
  await client.cloudFormation('CreateStack', { StackName: 'Data', TemplateBody: bucketTemplate });
  await untilDone(client, 'Data', known);
  for (const name of stackNames) known.stacks.set(name, { acknowledged: 0, open: [] });
}

async function workUntilKilled(
  { client, child }: Server,
  known: Knowledge,
  random: () => number,
  counts: Map<string, number>,
): Promise<void> {
  const ended = new Promise((resolve) => child.once('exit', resolve));
  let begin: () => void = () => undefined;
  const begun = new Promise<void>((resolve) => (begin = resolve));
  const count = (what: string): void => {
    tally(counts, `acknowledged: ${what}`);
    if (what !== 'write') begin();
  };
  const flows = [
    ...stackNames.map((name) => untilGone(() => moveStack(client, name, known, count))),
    ...keys.map((key) =>
      untilGone(() => write(known.parameters, key, (value) => putParameter(client, key, value), count)),
    ),
    ...keys.map((key) => untilGone(() => write(known.objects, key, (value) => putObject(client, key, value), count))),
  ];
  await begun;
  await wait(random() * latestKill);
  child.kill('SIGKILL');
  await ended;
  await Promise.all(flows);
  for (const name of known.running) {
    tally(counts, 'operations on stacks that a kill interrupted');
    known.running.delete(name);
  }
}

/** Repeats work until the server does not answer any more. @throws Refused when the server refuses */
async function untilGone(work: () => Promise<void>): Promise<void> {
  for (;;) {
    try {
      await work();
    } catch (error) {
      if (error instanceof Refused) throw error;
      return;
    }
  }
}

async function write(
  store: Map<string, Known<number>>,
  key: string,
  put: (value: number) => Promise<unknown>,
  count: (what: string) => void,
): Promise<void> {
  const entry = store.get(key) ?? { acknowledged: 0, open: [] };
  store.set(key, entry);
  await tried(entry, Math.max(entry.acknowledged, ...entry.open) + 1, put);
  count('write');
}

/** Sends a change; until the answer comes, both the old and the new value may be there. */
async function tried(entry: Known<number>, value: number, send: (value: number) => Promise<unknown>): Promise<void> {
  entry.open.push(value);
  await send(value);
  entry.acknowledged = value;
  entry.open = [];
}

function putParameter(client: PlainClient, key: string, value: number): Promise<unknown> {
  return client.ssm('PutParameter', { Name: `/kept/${key}`, Type: 'String', Value: String(value), Overwrite: true });
}

/** Longer than what is kept beside its record, and another one each time. */
const bodyOf = (value: number): string => `${value},`.repeat(2_000);

function putObject(client: PlainClient, key: string, value: number): Promise<unknown> {
  return client.s3('PUT', `/kept-data/${key}`, bodyOf(value));
}

/** Creates, updates twice, deletes. */
async function moveStack(
  client: PlainClient,
  name: string,
  known: Knowledge,
  count: (what: string) => void,
): Promise<void> {
  const entry = known.stacks.get(name);
  if (entry === undefined) return;
  const { acknowledged: version } = entry;
  const action = version === 0 ? 'CreateStack' : version % 4 === 3 ? 'DeleteStack' : 'UpdateStack';
  if (action === 'DeleteStack') await tried(entry, 0, () => client.cloudFormation(action, { StackName: name }));
  else {
    const next = version === 0 ? (known.lastVersions.get(name) ?? -3) + 4 : version + 1;
    if (version === 0) known.lastVersions.set(name, next);
    const TemplateBody = template(name, next);
    await tried(entry, next, () => client.cloudFormation(action, { StackName: name, TemplateBody }));
  }
  count(action);
  known.running.add(name);
  await untilDone(client, name, known);
  known.running.delete(name);
}

/** Polls a stack until no operation runs, and notes the events that it saw. @returns its status, undefined when it is gone */
async function untilDone(client: PlainClient, name: string, known: Knowledge): Promise<string | undefined> {
  for (;;) {
    let text: string;
    try {
      text = await client.cloudFormation('DescribeStackEvents', { StackName: name });
    } catch (error) {
      if (error instanceof Refused && error.message.includes('does not exist')) return undefined;
      throw error;
    }
    noteEvents(text, known);
    const status = /<ResourceType>AWS::CloudFormation::Stack<\/ResourceType>.*?<ResourceStatus>(\w+)</s.exec(text)?.[1];
    if (status !== undefined && !status.endsWith('_IN_PROGRESS')) return status;
    await wait(2);
  }
}

function noteEvents(text: string, known: Knowledge): void {
  for (const [, stack = '', event = ''] of text.matchAll(/<StackId>([^<]+)<\/StackId><EventId>([^<]+)<\/EventId>/g)) {
    const seen = known.events.get(stack) ?? new Set<string>();
    known.events.set(stack, seen.add(event));
  }
}

/** What the next server does not hold. */
async function check(client: PlainClient, known: Knowledge): Promise<readonly string[]> {
  const problems: string[] = [];
  for (const [key, entry] of known.parameters) {
    const { Parameter } = await client
      .ssm('GetParameter', { Name: `/kept/${key}` })
      .catch(() => ({ Parameter: { Value: '0' } }));
    problems.push(...settled(`parameter ${key}`, entry, Number((Parameter as { readonly Value: string }).Value)));
  }
  for (const [key, entry] of known.objects) {
    const body = await client.s3('GET', `/kept-data/${key}`).catch(() => '0');
    const value = Number(body.split(',')[0]);
    if (value > 0 && body !== bodyOf(value)) problems.push(`object ${key} is not what was written`);
    problems.push(...settled(`object ${key}`, entry, value));
  }
  for (const name of stackNames) problems.push(...(await checkStack(client, name, known)));
  problems.push(...(await checkEvents(client, known)));
  return problems;
}

/** The value must be what was acknowledged, or what was sent after that. From here on it is what is known. */
function settled(what: string, entry: Known<number>, value: number): readonly string[] {
  const { acknowledged, open } = entry;
  entry.acknowledged = value;
  entry.open = [];
  return value === acknowledged || open.includes(value)
    ? []
    : [`${what} is ${value}; ${acknowledged} was acknowledged, then [${open.join(', ')}] sent`];
}

async function checkStack(client: PlainClient, name: string, known: Knowledge): Promise<readonly string[]> {
  const entry = known.stacks.get(name);
  if (entry === undefined) return [];
  const status = await untilDone(client, name, known);
  if (status === undefined || status === 'DELETE_COMPLETE') return settled(`stack ${name}`, entry, 0);
  const problems =
    status.endsWith('_COMPLETE') && !status.includes('ROLLBACK') ? [] : [`stack ${name} ended as ${status}`];
  const text = await client.cloudFormation('DescribeStacks', { StackName: name });
  const version = Number(/<OutputKey>Version<\/OutputKey><OutputValue>(\d+)</.exec(text)?.[1]);
  const { Parameter } = await client.ssm('GetParameter', { Name: `/stack/${name}` });
  if ((Parameter as { readonly Value: string }).Value !== String(version))
    problems.push(`stack ${name} is half updated`);
  const resources = await client.cloudFormation('DescribeStackResources', { StackName: name });
  const count = [...resources.matchAll(/<LogicalResourceId>/g)].length;
  if (count !== 13 + (version % 5)) problems.push(`stack ${name} of version ${version} has ${count} resources`);
  return [...problems, ...settled(`stack ${name}`, entry, version)];
}

/** Stacks that are deleted for long are forgotten with their events; of the others every event that was seen is there. */
async function checkEvents(client: PlainClient, known: Knowledge): Promise<readonly string[]> {
  const problems: string[] = [];
  for (const [stack, seen] of known.events) {
    const found: Knowledge = { ...known, events: new Map() };
    try {
      for (let token: string | undefined = ''; token !== undefined;) {
        const parameters = { StackName: stack, ...(token === '' ? {} : { NextToken: token }) };
        const text = await client.cloudFormation('DescribeStackEvents', parameters);
        noteEvents(text, found);
        token = /<NextToken>(.*?)<\/NextToken>/.exec(text)?.[1];
      }
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      const live = [...known.stacks].some(
        ([name, { acknowledged }]) => acknowledged > 0 && stack.includes(`/${name}/`),
      );
      if (!live) known.events.delete(stack);
      continue;
    }
    const there = found.events.get(stack) ?? new Set<string>();
    const lost = [...seen].filter((event) => !there.has(event));
    if (lost.length > 0) problems.push(`${stack} lost ${lost.length} events, first ${lost[0] ?? ''}`);
  }
  return problems;
}
