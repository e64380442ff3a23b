import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { planConfig } from '../../bin/project/planned';
import { rehearsed } from '../../bin/rehearse/rehearsed-environment';
import type { AskedPermission } from '../../lib/local/aws';
import { startLocalAws } from '../../lib/local/aws';
import { AwsRehearsal } from '../../lib/local/rehearsal/aws-rehearsal';
import type { StepOutcome } from '../../lib/local/rehearsal/progress';
import { llmops, root } from '../helpers/command';

const folder = mkdtempSync(join(tmpdir(), 'llmops-e2e-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const config = join(root, 'llmops.config.ts');
const silent = (): void => undefined;

/** What the real CDK CLI does with an environment whose bootstrap stack is the generated one, and what was not allowed. */
async function life(name: string, steps: (aws: AwsRehearsal) => readonly (() => Promise<StepOutcome>)[]) {
  const planned = await planConfig(config, root, name);
  const [plan] = planned.ok ? planned.value.plans : [];
  if (!planned.ok || plan === undefined) throw new Error(JSON.stringify(planned.issues));
  const { platform } = planned.value;
  const { aws } = rehearsed({ platform, plan, config, workFolder: folder, allChanges: false });
  if (aws === undefined) throw new Error(`${name} is not on aws`);
  const asked: AskedPermission[] = [];
  const cloud = await startLocalAws({ onAsked: (one) => asked.push(one) });
  const rehearsal = new AwsRehearsal({
    root,
    configFile: config,
    environment: name,
    target: aws,
    cloud,
    workFolder: folder,
    signal: new AbortController().signal,
  });
  const failures: string[] = [];
  for (const step of steps(rehearsal)) failures.push(...(await step()).failures);
  await cloud.close();
  const denied = asked
    .filter(({ outcome }) => outcome !== 'allowed')
    .map(({ action, resource, step }) => ({ action, resource, step }));
  return { failures, denied, asked: asked.length };
}

test('dev is rehearsed by the CDK CLI with the generated rights, from nothing to nothing', async () => {
  const { asked, ...end } = await life('dev', (aws) => [
    () => aws.synthesize(silent),
    () => aws.bootstrap(silent),
    () => aws.failOnce(silent),
    () => aws.retry(silent),
    () => aws.redeploy(silent),
    () => aws.destroy(silent),
  ]);
  expect(end).toEqual({ failures: [], denied: [] });
  expect(asked).toBeGreaterThan(500);
});

test('prod is rehearsed by the CDK CLI with the generated rights', async () => {
  const { asked, ...end } = await life('prod', (aws) => [
    () => aws.bootstrap(silent),
    () => aws.failOnce(silent),
    () => aws.retry(silent),
    () => aws.redeploy(silent),
  ]);
  expect(end).toEqual({ failures: [], denied: [] });
  expect(asked).toBeGreaterThan(500);
});

test('no file has an administrator policy, and --json prints what the files have', async () => {
  const { stdout, code } = await llmops(['bootstrap', '--env', 'prod', '--out', folder, '--json']);
  expect(code).toBe(0);
  const written = join(folder, 'prod');
  const read = (file: string): unknown => JSON.parse(readFileSync(join(written, file), 'utf8'));
  const expected = ['aws-bootstrap.json', 'aws-commands.txt', 'aws-execution-policy-1.json', 'aws-rights.json'];
  expect(readdirSync(written)).toEqual(expect.arrayContaining([...expected, 'azure-commands.txt', 'azure-role.json']));
  for (const file of readdirSync(written))
    expect(readFileSync(join(written, file), 'utf8')).not.toMatch(
      /AdministratorAccess|policy\/ReadOnlyAccess|PowerUser|"(?:Owner|Contributor)"/,
    );
  const { aws, azure } = JSON.parse(stdout) as {
    aws: { template: unknown; rightsTemplate: unknown; rights: { policies: readonly unknown[] } };
    azure: { role: { Actions: readonly string[] } };
  };
  expect(aws.template).toEqual(read('aws-bootstrap.json'));
  expect(aws.rightsTemplate).toEqual(read('aws-rights.json'));
  expect(aws.rights.policies[0]).toEqual(read('aws-execution-policy-1.json'));
  expect(azure.role).toEqual(read('azure-role.json'));
  expect(azure.role.Actions.length).toBeGreaterThan(100);
  expect(azure.role.Actions.filter((action) => action.includes('*'))).toEqual([]);
});

test('every problem of the command line is reported in one run', async () => {
  const { code, stderr } = await llmops(['bootstrap', '--env', 'nowhere', '--cloud', 'gcp']);
  expect(code).toBe(2);
  expect(stderr).toMatch(/UnknownEnvironment[\s\S]*WrongUsage/);
});
