import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { llmops } from '../helpers/command';

const folder = mkdtempSync(join(tmpdir(), 'llmops-plan-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

test('--html writes one page with a plot per endpoint that refers to nothing outside, and the same bytes again', async () => {
  const files = ['one.html', 'two.html'].map((name) => join(folder, 'pages', name));
  const runs = await Promise.all(files.map((file) => llmops(['plan', '--html', file])));
  expect(runs.map(({ code }) => code)).toEqual([0, 0]);
  const [page = '', again = ''] = files.map((file) => readFileSync(file, 'utf8'));
  expect(again).toBe(page);
  // Three environments, one endpoint on two clouds.
  expect(page.match(/<svg/g)).toHaveLength(6);
  expect(page.match(/<path class="chosen"/g)).toHaveLength(6);
  expect(page).not.toMatch(/<script|<link|\ssrc=|url\(|@import|href="[^#]/);
  expect(page).not.toMatch(/NaN|undefined|\[object/);
});

test('the note keeps to the columns it is given and stays plain behind a pipe', async () => {
  const run = await llmops(['plan'], { env: { COLUMNS: '80', NO_COLOR: '' } });
  expect(run.code).toBe(0);
  expect(run.stdout).not.toContain('\u001b');
  const lines = run.stdout.split('\n');
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(80);
  for (const environment of ['dev (development)', 'qa (staging)', 'prod (production)'])
    expect(lines).toContain(`support-assistant · ${environment}`);
  expect(lines.filter((line) => line.startsWith('endpoint chat'))).toHaveLength(6);
  expect(run.stdout).toContain('with their alternatives: llmops plan --env prod');
});

test('--json says on which day the ages of the prices were counted, and every price whether it is stale', async () => {
  const run = await llmops(['plan', '--env', 'prod', '--json']);
  expect(run.code).toBe(0);
  const { environments } = JSON.parse(run.stdout) as { environments: { prod: { prices: unknown } } };
  expect(environments.prod.prices).toMatchObject({ today: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/) as unknown });
  const prices = run.stdout.match(/"basis": "/g)?.length;
  expect(prices).toBeGreaterThan(10);
  expect(run.stdout.match(/"stale": (true|false)/g)).toHaveLength(prices ?? 0);
});

test('--explain with a path prints the decisions under it alone', async () => {
  const run = await llmops(['plan', '--env', 'dev', '--explain', 'aws.deployment.endpoints.chat.instanceType']);
  expect(run.code).toBe(0);
  expect(run.stdout.match(/^aws\..*$/gm)).toEqual(['aws.deployment.endpoints.chat.instanceType']);
  expect(run.stdout).toMatch(/^ {2}because {2}.*\n[^]*^ {2}(or|not) {2,}.*\$[\d,]+ a month/m);
});

test('--explain refuses a path that does not exist, and says what does', async () => {
  const run = await llmops(['plan', '--env', 'dev', '--explain', 'aws.deployment.endpoint.chat']);
  expect(run.code).toBe(2);
  expect(run.stdout).toBe('');
  expect(run.stderr).toContain('did you mean aws.deployment.endpoints.chat?');
});
