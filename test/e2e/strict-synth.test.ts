import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { CfnEndpointConfig } from 'aws-cdk-lib/aws-sagemaker';
import landingZone from '../../examples/landing-zone/llmops.config';
import { catalog } from '../../lib/catalog';
import type { SettledPlan } from '../../lib/plan';
import { plan, settle } from '../../lib/plan';
import { resolve } from '../../lib/platform';
import { PlatformStage } from '../../stacks/aws';
import { addStrictChecks } from '../../stacks/aws/strict';
import { keyArn } from '../helpers/aws-app';
import { settledPlan, warmEndpointSlice } from '../helpers/aws-plan-fixture';
import { root } from '../helpers/command';

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

interface Findings {
  /** Rule ids of everything found, warnings such as W3030 (unknown enum value) included. */
  readonly rules: readonly string[];
  /** What a person reads: warnings are printed, errors end the synthesis. */
  readonly shown: string;
}

function findings(name: string, plans: readonly SettledPlan[], edit: (app: App) => void = () => undefined): Findings {
  const app = new App({ context, outdir: join(folder, name) });
  for (const plan of plans) new PlatformStage(app, plan.environment, { plan });
  edit(app);
  addStrictChecks(app);
  const printed = jest.spyOn(console, 'error').mockImplementation();
  const shown: unknown[] = [];
  try {
    app.synth();
  } catch (error) {
    if (!String(error).includes('validation-report.json')) throw error;
    shown.push(error);
  } finally {
    for (const line of printed.mock.calls) shown.push(line);
    printed.mockRestore();
  }
  const report = JSON.parse(readFileSync(join(folder, name, 'validation-report.json'), 'utf8')) as Report;
  const rules = report.pluginReports.flatMap(({ violations }) => violations.map(({ ruleName }) => ruleName));
  return { rules, shown: shown.map(String).join('\n') };
}

test('all three environments pass the built-in rules, our own and cdk-nag without a finding', () => {
  expect(findings('clean', [settledPlan('dev'), settledPlan('qa'), settledPlan('prod')])).toEqual({
    rules: [],
    shown: '',
  });
});

test('so does an environment in the landing zone of a company', () => {
  const resolved = resolve(landingZone);
  if (!resolved.ok) throw new Error(JSON.stringify(resolved.issues));
  const planned = plan(resolved.value, 'dev', catalog);
  if (!planned.ok) throw new Error(JSON.stringify(planned.issues));
  expect(findings('landing-zone', [settle(planned.value)])).toEqual({ rules: [], shown: '' });
});

test('fails on what the rules are there for: a key on local disks, an instance type that does not exist', () => {
  const flawed = (overrides: Parameters<typeof warmEndpointSlice>[0]): SettledPlan =>
    settledPlan('prod', { deployment: { endpoints: { chat: warmEndpointSlice(overrides) } } });
  // The construct refuses such a key, so it is written beside it, as an edit of a template would be.
  const nvme = findings('nvme', [flawed({ instanceType: 'ml.g7e.2xlarge' })], (app) => {
    for (const node of app.node.findAll()) if (node instanceof CfnEndpointConfig) node.kmsKeyId = keyArn;
  });
  expect(nvme.rules).toEqual(['no_kms_on_nvme']);
  expect(nvme.shown).toContain('prod/deployment/Endpoint-chat/Config');
  const type = findings('type', [flawed({ instanceType: 'ml.g99.huge' })]);
  expect(type.rules).toEqual(['W3030']);
  expect(type.shown).toContain("'ml.g99.huge' is not one of");
});
