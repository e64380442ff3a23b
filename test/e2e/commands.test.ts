import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ResourceNode } from '../../lib/graph';
import type { EnvironmentPlan } from '../../lib/plan';
import type { Issue } from '../../lib/platform';
import { llmops, root } from '../helpers/command';

const folder = mkdtempSync(join(tmpdir(), 'llmops-commands-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const reference = join(root, 'llmops.config.ts');

/** The reference config with some of its text replaced, beside the original so that its imports resolve. */
function brokenConfig(replacements: readonly (readonly [string, string])[]): string {
  const text = replacements.reduce(
    (before, [from, to]) => {
      expect(before).toContain(from);
      return before.replace(from, to);
    },
    readFileSync(reference, 'utf8').replace('./lib/platform', join(root, 'lib/platform')),
  );
  const file = join(folder, `broken-${replacements.length}.config.ts`);
  writeFileSync(file, text);
  return file;
}

test('plan prints JSON and nothing else on standard output, with a reason for every value', async () => {
  const run = await llmops(['plan', '--env', 'dev', '--json']);
  expect(run.code).toBe(0);
  const { environments } = JSON.parse(run.stdout) as { environments: Record<string, EnvironmentPlan> };
  expect(Object.keys(environments)).toEqual(['dev']);
  expect(environments.dev?.aws?.account.because.length).toBeGreaterThan(0);
});

test('plan prints tables a person reads', async () => {
  const run = await llmops(['plan', '--env', 'dev']);
  expect(run.code).toBe(0);
  expect(run.stdout).toContain('support-assistant · dev (development)');
  expect(run.stdout).toMatch(/^endpoint chat +aws +1 × /m);
});

test('graph holds both clouds of all environments, and the same bytes from another folder and time zone', async () => {
  const [here, there] = await Promise.all([
    llmops(['graph'], { env: { TZ: 'UTC' } }),
    llmops(['graph', '--config', reference], { cwd: folder, env: { TZ: 'Pacific/Auckland' } }),
  ]);
  expect(here.stderr).toBe('');
  const nodes = JSON.parse(here.stdout) as readonly ResourceNode[];
  expect(new Set(nodes.map(({ environment, cloud }) => `${environment} ${cloud}`))).toEqual(
    new Set(['dev aws', 'dev azure', 'qa aws', 'qa azure', 'prod aws', 'prod azure']),
  );
  expect(there.stdout).toBe(here.stdout);
});

test('fails with every mistake of a config at once, and writes nothing', async () => {
  const config = brokenConfig([
    ["account: '111111111111'", "account: '1111'"],
    ["model: 'chat',", "model: 'chta',"],
    ["region: 'eu-central-1', cidr: '10.22", "region: 'eu-cental-1', cidr: '10.22"],
    ["      gates: [{ kind: 'soak', hours: 4 }],\n", ''],
    ["embedding: 'embed'", "embeding: 'embed'"],
  ]);
  const out = join(folder, 'never.json');
  const run = await llmops(['graph', '--config', config, '--out', out]);
  expect(run.code).toBe(2);
  expect(run.stdout).toBe('');
  for (const path of [
    'environments.dev.aws.account',
    'endpoints.chat.model',
    'environments.qa.gates',
    'knowledge.handbook',
  ])
    expect(run.stderr).toContain(path);
  expect(run.stderr).toContain('chat');
  expect(run.stderr).toMatch(/got .*"1111"/);
  expect(() => readFileSync(out)).toThrow('ENOENT');
});

test.each([
  [['plan', '--env', 'prd'], 'prod'],
  [['plam'], 'plan'],
  [['plan', '--jsno'], '--json'],
  [['local', 'up', '--memory', '--state', 'x'], '--state <dir>'],
])('fails %j with exit code 2 and suggests %s', async (args, suggestion) => {
  const run = await llmops(args);
  expect(run.code).toBe(2);
  expect(run.stderr).toContain(suggestion);
});

test('check passes on the reference platform and fails a template that lets a role do anything', async () => {
  const clean = await llmops(['check', '--json']);
  expect(JSON.parse(clean.stdout)).toMatchObject({ findings: [], skipped: [] });
  expect(clean.code).toBe(0);
  const file = join(folder, 'wide.template.json');
  writeFileSync(
    file,
    JSON.stringify({
      Resources: {
        Wide: {
          Type: 'AWS::IAM::Policy',
          Properties: { PolicyDocument: { Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] } },
        },
      },
    }),
  );
  const wide = await llmops(['check', file]);
  expect(wide.code).toBe(1);
  expect(wide.stdout).toContain('[IamWildcard]');
});

test('check refuses every file it cannot read in one run and checks the others, with line and column and as JSON too', async () => {
  const files: Readonly<Record<string, string>> = {
    'whole.json': '{"Resources":{"A":{"Type":"AWS::SNS::Topic","Properties":{"Nope":1}}}}',
    'cut.json': '{"Resources":{"A":{"Type":"AWS::SNS::Topic"},',
    'twice.yaml': 'Resources:\n  A: {Type: AWS::SNS::Topic}\n  A: {Type: AWS::SQS::Queue}\n',
    'quote.yaml': 'Resources:\n  A:\n    Type: "AWS::SNS::Topic\n',
    'tag.yaml': 'Resources:\n  A: {Type: AWS::SNS::Topic, Properties: {TopicName: !Nope x}}\n',
    'graph.json': '[{"environment": "dev"}]',
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  const run = await llmops(['check', '--json', ...Object.keys(files), '.'], { cwd: folder });
  expect(run.code).toBe(2);
  for (const line of [
    'error cut.json:1:46: not valid JSON: the text ends too early  [MalformedText]\n  got       "the end of the file"',
    'error twice.yaml:3:3: Resources.A: the key is used twice in the same object  [DuplicateKey]',
    'error quote.yaml:4:1: not valid YAML: missing closing "quote  [MalformedText]',
    'error tag.yaml:2:54: CloudFormation has no such tag  [UnknownTag]\n  got       "!Nope"',
    'error graph.json:1:2: [0].cloud: required field is missing  [InvalidGraphNode]',
    'error .: is a folder without the manifest of a CDK assembly  [FileUnreadable]',
  ])
    expect(run.stderr).toContain(line);
  const { issues, findings, resources } = JSON.parse(run.stdout) as {
    issues: readonly Issue[];
    findings: readonly { message: string }[];
    resources: number;
  };
  // The file that can be read is checked all the same.
  expect(resources).toBe(1);
  expect(findings.map(({ message }) => message)).toEqual([expect.stringContaining('extraneous key [Nope]')]);
  expect(new Set(issues.map(({ path, location }) => location?.file ?? path))).toEqual(
    new Set(['cut.json', 'twice.yaml', 'quote.yaml', 'tag.yaml', 'graph.json', '.']),
  );
});

test('check names what it does not judge: loops over unknown collections, and macros', async () => {
  const file = join(folder, 'loops.json');
  const loop = (made: object): unknown[] => ['Id', { Ref: 'Names' }, made];
  const queue = { Type: 'AWS::SQS::Queue' };
  const template = {
    Transform: 'AWS::LanguageExtensions',
    Parameters: { Names: { Type: 'CommaDelimitedList' } },
    Resources: {
      'Fn::ForEach::Queues': loop({ 'Queue${Id}': queue }),
      Tagged: { Type: 'AWS::SSM::Parameter', Properties: { 'Fn::ForEach::Values': loop({ '${Id}': 'x' }) } },
      Queue: queue,
    },
  };
  writeFileSync(file, JSON.stringify(template));
  const run = await llmops(['check', file]);
  expect(run.code).toBe(0);
  for (const reason of [
    'for 1 resource that a macro or loop makes something else of',
    'for what loops/Resources/Fn::ForEach::Queues makes: it is not known before the deployment',
    'for what loops/Resources/Tagged/Properties/Fn::ForEach::Values makes',
    'for the template loops as a whole: a macro or loop may still change it',
  ])
    expect(run.stderr).toContain(`ConstraintViolation was skipped: ${reason}`);
});

test('check finds what a YAML template says in short tags', async () => {
  const file = join(folder, 'short.yaml');
  writeFileSync(
    file,
    [
      'Resources:',
      '  Wide:',
      '    Type: AWS::IAM::Policy',
      '    Properties:',
      '      Roles: [!Ref Role]',
      '      PolicyDocument: {Statement: [{Effect: Allow, Action: "*", Resource: !GetAtt Role.Arn}]}',
    ].join('\n'),
  );
  const run = await llmops(['check', file]);
  expect(run.code).toBe(1);
  expect(run.stdout).toContain('[IamWildcard]');
});

test('lint finds a hand edit of a generated stack file', async () => {
  expect((await llmops(['lint'])).code).toBe(0);
});
