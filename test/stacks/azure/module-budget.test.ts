import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(__dirname, '../../..');

/** Modules that a fresh process has loaded once it can declare a platform, and after it did. */
function loadedModules(): readonly string[] {
  const script = `
    const { recordEnvironment } = require('./test/helpers/azure-platform');
    const { settledPlan } = require('./test/helpers/azure-plan-fixture');
    recordEnvironment(settledPlan('dev')).then(() => process.stdout.write(JSON.stringify(Object.keys(require.cache))));
  `;
  const output = execFileSync(process.execPath, ['--require', 'tsx/cjs', '--eval', script], {
    cwd: root,
    encoding: 'utf8',
  });
  return JSON.parse(output) as readonly string[];
}

test('the program loads the services it uses, and never the whole of azure-native', () => {
  const azure = loadedModules().flatMap((file) => /@pulumi\/azure-native\/(.*)$/.exec(file)?.[1] ?? []);
  expect(azure).not.toContain('index.js');
  // 15 services and the classes of 34 types; the package root adds 489 files and the machine-learning module 130 classes.
  expect(azure.length).toBeGreaterThan(40);
  expect(azure.length).toBeLessThanOrEqual(80);
});
