import type { ChildProcess } from 'node:child_process';
import { fork } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { machine } from '../measure';
import { PlainClient } from '../prove/plain-client';

/*
 * `node --require ./bin/typescript.js bench/local/deploys.ts <folder of version 0.1> [rounds]`: processor time of the local
 * cloud for warm deployments of one and of 500 changed resources, beside version 0.1, contenders in turn.
 */
const [, , base = '/nowhere', roundText = '15'] = process.argv;
const rounds = Number(roundText);
const here = resolve(__dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'llmops-deploys-'));
const sizes = { one: { resources: 1, deployments: 100 }, many: { resources: 500, deployments: 2 } };

interface Contender {
  readonly name: string;
  readonly child: ChildProcess;
  readonly client: PlainClient;
  version: number;
}

async function start(name: string, root: string, state: readonly string[]): Promise<Contender> {
  const child = fork(join(__dirname, 'serve.js'), [root, ...state], {
    cwd: root,
    execArgv: ['--require', join(root, 'bin/typescript.js')],
  });
  const { url } = (await message(child)) as { readonly url: string };
  return { name, child, client: new PlainClient(url), version: 0 };
}

function message(child: ChildProcess): Promise<unknown> {
  return new Promise((done) => child.once('message', done));
}

/** Microseconds of processor time so far, all threads. */
async function processorTime({ child }: Contender): Promise<number> {
  const answer = message(child);
  child.send('cpu');
  const { cpu } = (await answer) as { readonly cpu: NodeJS.CpuUsage };
  return cpu.user + cpu.system;
}

async function deploy(contender: Contender, stack: string, resources: number): Promise<void> {
  const { client } = contender;
  contender.version += 1;
  const topics = Array.from({ length: resources }, (_unused, index): [string, object] => [
    `T${index}`,
    { Type: 'AWS::SNS::Topic', Properties: { DisplayName: `version ${contender.version} of ${index}` } },
  ]);
  const TemplateBody = JSON.stringify({ Resources: Object.fromEntries(topics) });
  const parameters = { StackName: stack, TemplateBody };
  const exists = await client.cloudFormation('DescribeStacks', { StackName: stack }).catch(() => undefined);
  await client.cloudFormation(exists === undefined ? 'CreateStack' : 'UpdateStack', parameters);
  for (;;) {
    // Clients poll every few seconds: most deployments of this size are over at the first look.
    await new Promise((done) => setTimeout(done, 10 + resources / 2));
    const text = await client.cloudFormation('DescribeStacks', { StackName: stack });
    if (/<StackStatus>\w+_COMPLETE</.test(text)) return;
    if (!text.includes('_IN_PROGRESS</StackStatus>')) throw new Error(`${contender.name}: ${text}`);
  }
}

type Size = keyof typeof sizes;

/** Milliseconds of processor time for one deployment. */
async function measure(contender: Contender, size: Size): Promise<number> {
  const { resources, deployments } = sizes[size];
  const before = await processorTime(contender);
  for (let count = 0; count < deployments; count += 1) await deploy(contender, size, resources);
  return ((await processorTime(contender)) - before) / 1_000 / deployments;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

async function main(): Promise<void> {
  const contenders = [
    await start('version 0.1', base, []),
    await start('in memory', here, []),
    await start('on disk', here, [join(folder, 'state')]),
  ];
  const results: object[] = [];
  for (const size of ['one', 'many'] as const) {
    const times = new Map<string, number[]>(contenders.map(({ name }) => [name, []]));
    for (let round = 0; round <= rounds; round += 1) {
      // The first round warms the caches and the compiler.
      for (const contender of contenders) {
        const time = await measure(contender, size);
        if (round > 0) times.get(contender.name)?.push(time);
      }
    }
    const first = times.get('version 0.1') ?? [];
    for (const [name, list] of times) {
      const ratio = median(list.map((time, round) => time / (first[round] ?? Number.NaN)));
      results.push({
        ...sizes[size],
        name,
        milliseconds: round2(median(list)),
        ratio: round2(ratio),
        rounds: list.map(round2),
      });
    }
  }
  for (const { child } of contenders) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
  const file = join(__dirname, 'results.json');
  const report = { date: new Date().toISOString().slice(0, 10), machine: machine(), results };
  writeFileSync(file, await format(JSON.stringify(report), { ...(await resolveConfig(file)), filepath: file }));
  console.table(results, ['resources', 'name', 'milliseconds', 'ratio']);
}

function round2(value: number): number {
  return Math.round(value * 100) / 100;
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
