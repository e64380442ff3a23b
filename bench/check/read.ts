import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { visit } from 'jsonc-parser';
import { format, resolveConfig } from 'prettier';
import { parse, stringify } from 'yaml';
import type { ResourceNode } from '../../lib/graph';
import { readGraphText } from '../../lib/graph/text/graph-text';
import { readTemplate } from '../../lib/graph/text/template-text';
import { machine, median, round3 } from '../measure';

/*
 * `node --require ./bin/typescript.js bench/check/read.ts [rounds]`: processor time to read the files of `llmops check`,
 * as a multiple of `JSON.parse` on the same text. One process, contenders in turn, the first round does not count.
 */
const rounds = Number(process.argv[2] ?? 7);
const results = resolve(__dirname, 'results.json');

interface Contender {
  readonly name: string;
  readonly run: () => unknown;
}

/** A template of IAM policies with `bytes` characters or a little more. */
function template(bytes: number, indent: number): string {
  const one = JSON.stringify({ P: policy(0) }, undefined, indent).length;
  const resources = Array.from({ length: Math.ceil(bytes / one) }, (_, index) => [`Policy${index}`, policy(index)]);
  return JSON.stringify({ Resources: Object.fromEntries(resources) as object }, undefined, indent);
}

function policy(index: number): object {
  const bucket = { 'Fn::GetAtt': [`Bucket${index}`, 'Arn'] };
  const objects = { 'Fn::Join': ['', [bucket, '/*']] };
  const statement = { Effect: 'Allow', Action: ['s3:GetObject', 's3:ListBucket'], Resource: [bucket, objects] };
  return {
    Type: 'AWS::IAM::Policy',
    Properties: {
      PolicyName: `policy-${index}`,
      PolicyDocument: { Version: '2012-10-17', Statement: [statement] },
      Roles: [{ Ref: `Role${index}` }],
    },
    Metadata: { 'aws:cdk:path': `dev/data/Policy${index}/Resource` },
  };
}

function graph(bytes: number): string {
  const node = (index: number): ResourceNode => ({
    environment: 'dev',
    cloud: 'aws',
    stack: 'data',
    address: `data/Policy${index}`,
    type: 'AWS::IAM::Policy',
    properties: { PolicyName: `policy-${index}`, Tags: [{ Key: 'index', Value: index }] },
    dependsOn: [`data/Role${index}`],
    stateful: false,
    retained: false,
  });
  const one = JSON.stringify([node(0)], undefined, 2).length;
  return JSON.stringify(
    Array.from({ length: Math.ceil(bytes / one) }, (_, index) => node(index)),
    undefined,
    2,
  );
}

function withPositions(text: string): void {
  JSON.parse(text);
  const open: Set<string>[] = [];
  visit(text, {
    onObjectBegin: () => void open.push(new Set()),
    onObjectEnd: () => void open.pop(),
    onObjectProperty: (key) => open.at(-1)?.add(key),
  });
}

function processorSeconds(run: () => unknown): number {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

/** The median processor time of each contender, and what multiple of the first contender it is. */
function compare(contenders: readonly Contender[], count = rounds): object {
  const seconds = new Map<string, number[]>(contenders.map(({ name }) => [name, []]));
  for (let round = 0; round <= count; round++) {
    for (const { name, run } of contenders) {
      const taken = processorSeconds(run);
      if (round > 0) seconds.get(name)?.push(taken);
    }
  }
  const base = median(seconds.get(contenders[0]?.name ?? '') ?? []);
  return Object.fromEntries(
    [...seconds].map(([name, list]) => [
      name,
      { processorSeconds: round3(median(list)), ratio: round3(median(list) / base) },
    ]),
  );
}

function read(text: string): boolean {
  if (!readTemplate(text, 'file').ok) throw new Error('the template was refused');
  return true;
}

function json(indent: number): object {
  const text = template(10_000_000, indent);
  return compare([
    { name: 'JSON.parse', run: (): unknown => JSON.parse(text) },
    { name: 'readTemplate', run: () => read(text) },
    {
      name: 'JSON.parse and jsonc-parser for the keys',
      run: () => {
        withPositions(text);
      },
    },
  ]);
}

function problems(): object {
  const text = template(10_000_000, 1);
  const cut = text.slice(0, -10);
  return compare([
    { name: 'JSON.parse of the whole', run: (): unknown => JSON.parse(text) },
    { name: 'readTemplate of a template cut short', run: () => readTemplate(cut, 'file').ok },
  ]);
}

function yaml(): object {
  const sizes = [250_000, 500_000, 1_000_000, 2_000_000];
  const texts = sizes.map((bytes) => stringify(JSON.parse(template(bytes, 0))));
  const [smallest = ''] = texts;
  return compare(
    [
      { name: 'yaml parse, 250 kB of JSON as YAML', run: (): unknown => parse(smallest) },
      ...texts.map((text, index) => ({ name: `readTemplate, ${sizes[index] ?? 0} bytes`, run: () => read(text) })),
    ],
    3,
  );
}

function large(): object {
  const text = graph(199_000_000);
  return {
    megabytes: round3(text.length / 1e6),
    ...compare(
      [
        { name: 'JSON.parse', run: (): unknown => JSON.parse(text) },
        { name: 'readGraphText', run: () => readGraphText(text, 'file').ok },
      ],
      2,
    ),
  };
}

async function main(): Promise<void> {
  const measured = {
    command: 'node --require ./bin/typescript.js bench/check/read.ts',
    rounds,
    machine: machine(),
    jsonOnOneLine: json(0),
    jsonIndentedAsTheCdkDoes: json(1),
    problems: problems(),
    yaml: yaml(),
    graphFile: large(),
  };
  const options = await resolveConfig(results);
  writeFileSync(results, await format(JSON.stringify(measured), { ...options, filepath: join(results) }));
  console.log(JSON.stringify(measured, undefined, 2));
}

void main();
