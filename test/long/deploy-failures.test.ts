import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openLocalClouds } from '../../bin/deploy/local-clouds';
import type { DeployPorts, Journal } from '../../lib/deploy';
import { deploy, emptyJournal, plannedStacks, unitsOf, unitsOn } from '../../lib/deploy';
import type { LocalAws } from '../../lib/local/aws';
import { startLocalAws } from '../../lib/local/aws';
import type { SettledPlan } from '../../lib/plan';
import { llmops, root } from '../helpers/command';
import { bringTestWeights, devPlan } from '../helpers/test-weights';

/* Every step of a deployment fails once, and the next run continues there. */
const folder = mkdtempSync(join(tmpdir(), 'llmops-failures-'));
const state = join(folder, 'cloud');
const stacks = ['foundation', 'integration', 'knowledge', 'deployment', 'tuning', 'observability'];
const only = stacks.map((name) => `aws/${name}`);
let cloud: LocalAws;
let plan: SettledPlan;

beforeAll(async () => {
  plan = await devPlan();
  cloud = await startLocalAws({ state, onAsked: () => undefined, earlyValidation: true });
});
afterAll(async () => {
  await cloud.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Report {
  readonly units: readonly {
    readonly id: string;
    readonly outcome: {
      readonly kind: string;
      readonly events?: readonly { readonly resource: string; readonly type?: string; readonly reason: string }[];
      readonly cause?: { readonly code: string };
    };
  }[];
}

async function run(verb: string, ...more: readonly string[]) {
  const ended = await llmops([verb, '--env', 'dev', '--local', '--state', state, '--json', ...more]);
  const { units } = JSON.parse(ended.stdout) as Report;
  return { code: ended.code, units, failed: units.filter(({ outcome }) => outcome.kind === 'failed') };
}

const name = (stack: string): string => `support-assistant-dev-${stack}`;
const place = (id: string): number => ['aws/bootstrap', ...only].indexOf(id);

test('each stack of AWS fails once: its events are shown, what was done is not repeated, the next run continues', async () => {
  cloud.faults.add({ kind: 'fail', stack: 'CDKToolkit', step: 'create', times: 1, reason: 'Made to fail: CDKToolkit' });
  for (const stack of stacks) {
    if (stack !== 'deployment')
      cloud.faults.add({
        kind: 'fail',
        stack: name(stack),
        step: 'create',
        times: 1,
        reason: `Made to fail: ${stack}`,
      });
  }
  cloud.faults.add({ kind: 'capacity', stack: name('deployment'), times: 1 });
  for (const id of ['aws/bootstrap', ...only]) {
    const { code, units, failed } = await run('deploy', '--only', ...only);
    expect({ id, code, failed: failed.map((unit) => unit.id) }).toEqual({ id, code: 1, failed: [id] });
    const outcome = failed[0]?.outcome;
    if (id === 'aws/deployment') expect(outcome).toMatchObject({ cause: { code: 'NoCapacity' } });
    else if (id !== 'aws/bootstrap') expect(outcome?.events?.[0]?.reason).toContain('Made to fail');
    if (id !== 'aws/bootstrap') expect(outcome?.events?.[0]?.type).toMatch(/^AWS::/);
    for (const unit of units.filter((one) => place(one.id) >= 0 && place(one.id) < place(id) - 1))
      expect(`${unit.id} ${unit.outcome.kind}`).toBe(`${unit.id} unchanged`);
    // Its bucket is there once the run after its failure has created it.
    if (id === 'aws/knowledge') await bringTestWeights(cloud, plan);
  }
  const last = await run('deploy', '--only', ...only);
  expect(last).toMatchObject({ code: 0, failed: [] });
});

test('a deletion that fails is continued', async () => {
  for (const stack of ['deployment', 'foundation'])
    cloud.faults.add({ kind: 'fail', stack: name(stack), step: 'delete', times: 1, reason: `Made to fail: ${stack}` });
  for (const id of ['aws/deployment', 'aws/foundation']) {
    const { code, failed } = await run('destroy', '--yes', 'dev');
    expect({ code, failed: failed.map((unit) => unit.id) }).toEqual({ code: 1, failed: [id] });
    expect(failed[0]?.outcome.events?.[0]?.reason).toContain('Made to fail');
  }
  const last = await run('destroy', '--yes', 'dev');
  expect(last).toMatchObject({ code: 0, failed: [] });
});

test('each stage of Azure fails once, and the next run continues', async () => {
  const units = unitsOn(unitsOf(plan, { assembly: 'unused', stacks: plannedStacks(plan), gated: new Set() }), 'azure');
  let journal: Journal = emptyJournal({ platform: plan.platform, environment: 'dev', target: 'local' });
  const done: string[] = [];
  for (const fault of [...units, undefined]) {
    const signal = new AbortController().signal;
    const surroundings = { root, environment: 'dev', signal, onLine: () => undefined };
    const clouds = await openLocalClouds({
      ...surroundings,
      plan: { ...plan, aws: undefined } as unknown as SettledPlan,
      state: join(folder, 'azure-only'),
      work: folder,
      assembly: 'unused',
      configFile: 'llmops.config.ts',
      config: undefined,
      bootstrap: { command: 'unused', make: () => ({ ok: false, issues: [] }) },
      fault: (at) => (at.stack === fault?.cloudName ? `Made to fail: ${at.stack}` : undefined),
    });
    const { azure } = clouds;
    if (azure === undefined) throw new Error('no azure');
    const ran: string[] = [];
    const ports: DeployPorts = {
      state: (unit) => azure.state(unit),
      run: (unit) => {
        ran.push(unit.id);
        return azure.run(unit);
      },
      assets: () => Promise.resolve({ lacking: [], unverified: [] }),
      save: (changed) => {
        journal = changed;
      },
      interrupted: () => false,
      now: () => '2026-11-30T00:00:00Z',
      pause: () => Promise.resolve(),
      tell: () => undefined,
    };
    const outcomes = await deploy({ units, journal, plan: 'p' }, ports);
    await clouds.close();
    const failed = outcomes.filter(({ outcome }) => outcome.kind === 'failed');
    expect(failed.map(({ unit }) => unit.id)).toEqual(fault === undefined ? [] : [fault.id]);
    expect(ran.filter((id) => done.includes(id))).toEqual([]);
    for (const { outcome } of failed)
      expect(outcome.kind === 'failed' && outcome.events.every(({ reason }) => reason.startsWith('Made to fail'))).toBe(
        true,
      );
    done.push(...outcomes.filter(({ outcome }) => outcome.kind === 'done').map(({ unit }) => unit.id));
  }
  expect(done).toEqual(units.map(({ id }) => id));
});
