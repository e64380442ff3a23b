import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RehearsalReport } from '../../lib/local/rehearsal';
import { cdk, ended, line, llmops, root, start } from '../helpers/command';

const folder = mkdtempSync(join(tmpdir(), 'llmops-e2e-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const stacks = ['foundation', 'integration', 'knowledge', 'deployment', 'tuning', 'observability'];
const stages = ['initialization', 'experimentation', 'evaluation', 'deployment'];

test('rehearses the dev environment from nothing to nothing on both clouds', async () => {
  const run = await llmops(['rehearse', '--env', 'dev', '--out', folder]);
  expect({ code: run.code, stderr: run.stderr }).toMatchObject({ code: 0 });
  const report = JSON.parse(readFileSync(join(folder, 'rehearsal.json'), 'utf8')) as RehearsalReport;
  expect(report.failures).toEqual([]);
  expect(report.stacks.filter(({ cloud }) => cloud === 'azure').map(({ name }) => name)).toEqual(
    stages.map((stage) => `dev-${stage}`),
  );
  expect(new Set(report.stacks.filter(({ cloud }) => cloud === 'aws').map(({ name }) => name))).toEqual(
    new Set(stacks.map((stack) => `dev/${stack}`)),
  );
  for (const stack of report.stacks) {
    expect(['CREATE_COMPLETE', 'created']).toContain(stack.status);
    expect(stack.resources.length).toBeGreaterThan(0);
  }
  expect(report.secondDeploy).toEqual({ aws: [], azure: [], empty: true });
  expect(report.steps.map(({ name }) => name)).toEqual(expect.arrayContaining(['aws destroy', 'azure destroy']));
  expect(report.answers.filter(({ citations }) => citations.length > 0)).toHaveLength(6);
  expect(report.answers.filter(({ citations }) => citations.length === 0).map(({ cloud }) => cloud)).toEqual([
    'aws',
    'azure',
  ]);
  const seen = Object.fromEntries(report.steps.map((step) => [step.name, step.seen]));
  expect(seen['aws deploy fails']).toBe('support-assistant-dev-deployment ROLLBACK_COMPLETE');
  expect(seen['azure up fails']).toMatch(/^dev-deployment\/endpoint-chat-endpoint failed after \d+ create$/);
  expect(seen['change: prompt']).toBe('not applicable: a platform declares no prompts');
  expect(seen['aws up again']).toMatch(/ROLLBACK_FAILED, retry DELETE_FAILED until .* empty; then 6 stacks/);
  for (const change of ['revision', 'digest', 'chunking', 'dimension', 'count', 'tier'])
    expect(seen[`aws change back: ${change}`]).toMatch(/replaced|updated/);
});

test('an interrupt ends every process of the rehearsal and ends with 130', async () => {
  const child = start([join(root, 'bin/llmops.js'), 'rehearse', '--env', 'dev', '--out', folder]);
  const end = ended(child);
  await line(child, /aws bootstrap/);
  child.kill('SIGINT');
  const { code, stderr } = await end;
  expect(code).toBe(130);
  expect(stderr).toContain('interrupted: ');
});

test('cdk ls lists every environment with its six stacks', async () => {
  const listed = await cdk(['ls', '--output', join(folder, 'cdk.out')], { env: { CDK_VALIDATION: 'false' } });
  const ids = listed.stdout.split('\n').map((text) => text.split(' ')[0]);
  for (const environment of ['dev', 'qa', 'prod'])
    for (const stack of stacks) expect(ids).toContain(`${environment}/${stack}`);
});
