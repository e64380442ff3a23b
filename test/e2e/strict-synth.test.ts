import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import type { SettledPlan } from '../../lib/plan';
import { PlatformStage } from '../../stacks/aws';
import { addStrictChecks } from '../../stacks/aws/strict';
import { root } from '../helpers/command';
import { settledPlan, warmEndpointSlice } from '../helpers/aws-plan-fixture';

const folder = mkdtempSync(join(tmpdir(), 'llmops-strict-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const { context } = JSON.parse(readFileSync(join(root, 'cdk.json'), 'utf8')) as { context: Record<string, unknown> };

interface Report {
  readonly pluginReports: readonly {
    readonly pluginName: string;
    readonly violations: readonly { ruleName: string }[];
  }[];
}

/** Rule ids of everything found in the environments, warnings such as W3030 (unknown enum value) included. */
function findings(name: string, plans: readonly SettledPlan[]): readonly string[] {
  const app = new App({ context, outdir: join(folder, name) });
  for (const plan of plans) new PlatformStage(app, plan.environment, { plan });
  addStrictChecks(app);
  try {
    app.synth();
  } catch (error) {
    if (!String(error).includes('validation-report.json')) throw error;
  }
  const report = JSON.parse(readFileSync(join(folder, name, 'validation-report.json'), 'utf8')) as Report;
  return report.pluginReports.flatMap(({ violations }) => violations.map(({ ruleName }) => ruleName));
}

test('all three environments pass the built-in rules, our own and cdk-nag without a finding', () => {
  expect(findings('clean', [settledPlan('dev'), settledPlan('qa'), settledPlan('prod')])).toEqual([]);
}, 120_000);

test('fails on what the rules are there for: a key on local disks, an instance type that does not exist', () => {
  const flawed = (overrides: Parameters<typeof warmEndpointSlice>[0]): SettledPlan =>
    settledPlan('prod', { deployment: { endpoints: { chat: warmEndpointSlice(overrides) } } });
  expect(findings('nvme', [flawed({ volumeEncryption: 'customer-key' })])).toEqual(['no_kms_on_nvme']);
  expect(findings('type', [flawed({ instanceType: 'ml.g99.huge' })])).toEqual(['W3030']);
}, 120_000);
