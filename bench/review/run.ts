import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { machine, median, round3 } from '../measure';

/*
 * `node --require ./bin/typescript.js bench/review/run.ts MODULES [rounds]`: processor time and memory of a comparison beside
 * the library of `cdk diff`, on the same templates. MODULES is a folder in which @aws-cdk/cloudformation-diff is installed.
 * Contenders run in turn, each in a process of its own, and the first round does not count. Processor time begins when the
 * libraries are loaded; so does the added memory. `megabytes` is the most of the whole process, with Node and all it loaded.
 */
const [modules = '', given = '5'] = process.argv.slice(2);
const rounds = Number(given);
const results = resolve(__dirname, 'results.json');

/** A stack with resources of the field, every 101st of which differs between the sides. */
function template(resources: number, side: 'base' | 'next'): string {
  const entries = Array.from({ length: resources }, (_, i) =>
    resource(i, side === 'next' && i % 101 === 7 ? 'b' : 'a'),
  );
  return JSON.stringify({ Resources: Object.fromEntries(entries) as object });
}

function resource(i: number, variant: string): readonly [string, object] {
  const group = i - (i % 5);
  switch (i % 5) {
    case 0:
      return [
        `Model${i}`,
        {
          Type: 'AWS::SageMaker::Model',
          Properties: { ExecutionRoleArn: 'role', PrimaryContainer: { Image: variant } },
        },
      ];
    case 1:
      return [
        `Config${i}`,
        {
          Type: 'AWS::SageMaker::EndpointConfig',
          Properties: {
            ProductionVariants: [
              {
                VariantName: 'a',
                ModelName: { 'Fn::GetAtt': [`Model${group}`, 'ModelName'] },
                InstanceType: variant,
                InitialInstanceCount: 2,
              },
            ],
          },
        },
      ];
    case 2:
      return [
        `Endpoint${i}`,
        {
          Type: 'AWS::SageMaker::Endpoint',
          Properties: {
            EndpointConfigName: { 'Fn::GetAtt': [`Config${group + 1}`, 'EndpointConfigName'] },
            Tags: [{ Key: 'variant', Value: variant }],
          },
        },
      ];
    case 3:
      return [
        `Policy${i}`,
        {
          Type: 'AWS::IAM::Policy',
          Properties: {
            PolicyName: `policy-${i}`,
            Roles: [{ Ref: `Role${group}` }],
            PolicyDocument: {
              Version: '2012-10-17',
              Statement: [{ Effect: 'Allow', Action: ['s3:GetObject', `s3:${variant}`], Resource: '*' }],
            },
          },
        },
      ];
    default:
      return [
        `Log${i}`,
        { Type: 'AWS::Logs::LogGroup', Properties: { LogGroupName: `/log/${i}`, RetentionInDays: 30 } },
      ];
  }
}

interface Run {
  readonly changes: number;
  readonly seconds: number;
  readonly megabytes: number;
  readonly added: number;
}

function run(name: string, folder: string, stacks: number): Run {
  const program =
    name === 'llmops'
      ? ['--require', './bin/typescript.js', join(__dirname, 'contender.ts')]
      : [join(__dirname, 'cdk-diff.js')];
  const args = [...program, folder, String(stacks), modules];
  return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' })) as Run;
}

function measure(title: string, stacks: number, resources: number): object {
  const folder = mkdtempSync(join(tmpdir(), 'bench-review-'));
  try {
    for (let i = 0; i < stacks; i += 1) {
      for (const side of ['base', 'next'] as const)
        writeFileSync(join(folder, `${side}-${i}.json`), template(resources, side));
    }
    const names = ['llmops', 'cloudformation-diff'] as const;
    const runs = Array.from({ length: rounds + 1 }, () => names.map((name) => run(name, folder, stacks))).slice(1);
    const of = (at: number, key: 'seconds' | 'megabytes' | 'added'): number =>
      median(runs.map((round) => round[at]?.[key] ?? 0));
    return {
      title,
      stacks,
      resources: stacks * resources,
      changes: runs[0]?.map(({ changes }) => changes),
      seconds: names.map((_, at) => round3(of(at, 'seconds'))),
      megabytes: names.map((_, at) => round3(of(at, 'megabytes'))),
      added: names.map((_, at) => round3(of(at, 'added'))),
      timeRatio: round3(of(0, 'seconds') / of(1, 'seconds')),
      addedRatio: round3(of(0, 'added') / of(1, 'added')),
      memoryRatio: round3(of(0, 'megabytes') / of(1, 'megabytes')),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function main(): Promise<void> {
  const measured = [
    measure('one stack of 10,000 resources', 1, 10_000),
    measure('100 stacks of 100 resources', 100, 100),
  ];
  const text = JSON.stringify({
    command: 'bench/review/run.ts MODULES',
    rounds,
    machine: machine(),
    contenders: ['llmops', 'cloudformation-diff 2.187.5'],
    measured,
  });
  writeFileSync(results, await format(text, { ...(await resolveConfig(results)), filepath: results }));
  console.log(JSON.stringify(measured, undefined, 2));
}

void main();
