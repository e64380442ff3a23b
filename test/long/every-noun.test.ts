import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { app } from '../../examples/every-noun/app';
import { createLocalPulumi } from '../../lib/local/pulumi';
import { addConstraintChecks } from '../../stacks/aws';
import { addStrictChecks } from '../../stacks/aws/strict';
import { llmops, root } from '../helpers/command';

const folder = mkdtempSync(join(tmpdir(), 'every-noun-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

interface Report {
  readonly pluginReports: readonly { readonly violations: readonly { readonly ruleName: string }[] }[];
}

test('passes the validator of the CDK, cdk-nag and the constraints at synthesis, with errors ending it', async () => {
  addConstraintChecks(app);
  addStrictChecks(app);
  const printed = jest.spyOn(console, 'error').mockImplementation();
  const assembly = app.synth();
  const shown = printed.mock.calls.map(String);
  printed.mockRestore();
  const { pluginReports } = JSON.parse(
    readFileSync(join(assembly.directory, 'validation-report.json'), 'utf8'),
  ) as Report;
  expect(pluginReports.flatMap(({ violations }) => violations.map(({ ruleName }) => ruleName))).toEqual([]);
  expect(shown).toEqual([]);

  const { templateFullPath } = assembly.getStackByName('EveryNoun');
  const checked = await llmops(['check', templateFullPath, '--region', 'eu-central-1', '--json']);
  expect(checked.code).toBe(0);
  // Only a platform has a plan.
  expect(JSON.parse(checked.stdout)).toMatchObject({ findings: [], skipped: [{ rule: 'UnplannedName' }] });
});

test('the program runs under the local engine, changes nothing in a second run, and is held by its guard', async () => {
  const engine = createLocalPulumi();
  const run = {
    root,
    main: 'examples/every-noun/main.ts',
    project: 'every-noun',
    stack: 'prod',
    config: {
      'azure-native:subscriptionId': '00000000-0000-4000-8000-0000000000d1',
      'azure-native:tenantId': '00000000-0000-4000-8000-000000000001',
    },
  };
  try {
    const up = await engine.up(run);
    expect({ ok: up.ok, problems: up.problems }).toEqual({ ok: true, problems: [] });
    const again = await engine.up(run);
    expect(again.steps.filter(({ op }) => op !== 'same').map(({ op, name }) => `${op} ${name}`)).toEqual([]);
    const destroyed = await engine.destroy(run);
    expect(destroyed.ok).toBe(false);
    expect(destroyed.steps.filter(({ op }) => op === 'delete')).toEqual([]);
  } finally {
    await engine.close();
  }
});
