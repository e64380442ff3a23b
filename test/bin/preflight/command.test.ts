import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { register } from '../../../bin/preflight/command';
import { preflightText } from '../../../bin/preflight/text';
import { configOf } from '../../cases/preflight/recorded';
import { nothing, reportOf } from '../../cases/preflight/report';
import type { Ran } from '../../helpers/terminal';
import { ranWith, terminal } from '../../helpers/terminal';

const folder = mkdtempSync(join(tmpdir(), 'preflight-'));
const written = (name: string, content: unknown): string => {
  const file = join(folder, name);
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
};
const config = (name: string, change: Readonly<Record<string, unknown>> = {}, cloud: 'aws' | 'azure' = 'aws'): string =>
  written(
    `${name}.cjs`,
    `module.exports = ${JSON.stringify(configOf({ cloud, input: { ...nothing, config: change } }))};`,
  );

const run = (...args: readonly string[]): Promise<Ran> => ranWith([register], ['preflight', ...args]);

const deny = {
  Policy: {
    PolicySummary: { Name: 'regions' },
    Content: JSON.stringify({
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Deny',
          Action: '*',
          Resource: '*',
          Condition: { StringNotEquals: { 'aws:RequestedRegion': 'us-east-1' } },
        },
      ],
    }),
  },
};

test('offline, only unverified questions are left: exit 3, and a report with its schema', async () => {
  const { code, out } = await run('--config', config('plain'), '--env', 'dev', '--offline', '--json');
  expect(code).toBe(3);
  expect(JSON.parse(out)).toMatchObject({
    schema: 'llmops-kit/preflight/v1',
    environment: 'dev',
    verdict: 'unverified',
  });
});

test('a policy of the organisation that denies the region is a finding: exit 1', async () => {
  const { code, out } = await run(
    '--config',
    config('denied'),
    '--env',
    'dev',
    '--offline',
    '--policies',
    written('deny.json', deny),
  );
  expect(code).toBe(1);
  expect(out.split('\n')[0]).toContain('dev: a deployment would fail');
  expect(out).toContain('cause     policy-forbids');
});

test('what the plan refuses because of the region is a finding, and what is no config is bad input', async () => {
  const retired = {
    models: { compare: { kind: 'bedrock', id: 'anthropic.claude-sonnet-4-20250514-v1:0' } },
    endpoints: { chat: { compareWith: ['compare'] } },
  };
  const finding = await run('--config', config('retired', retired), '--env', 'dev', '--offline');
  expect([finding.code, finding.out.includes('cause     lifecycle')]).toEqual([1, true]);
  const wrong = await run(
    '--config',
    config('wrong', { name: 7 }),
    '--env',
    'dev',
    '--offline',
    '--policies',
    join(folder, 'none.json'),
    written('no-policy.json', {}),
  );
  expect(wrong.code).toBe(2);
  expect([...wrong.err.matchAll(/\[(\w+)\]/g)].map(([, code]) => code)).toEqual([
    'PolicyFileUnread',
    'PolicyFileUnread',
    'WrongType',
  ]);
});

test('the text has the verdict first, every finding with cause, place, got, expected and fix, and what is not known', async () => {
  const answers = [
    { ask: 'bedrock:GetFoundationModelAvailability', error: { name: 'AccessDeniedException', status: 403 } },
    { ask: 'ec2:DescribeInstanceTypeOfferings', answer: { InstanceTypeOfferings: [] } },
  ];
  const report = await reportOf({ cloud: 'aws', input: { ...nothing, answers } });
  expect(preflightText(report, terminal(160))).toMatchSnapshot();
});
