import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { llmops, root } from '../helpers/command';

/** A folder with the fixture platform and rows of its own. */
function folderWith(catalog: unknown): string {
  const folder = mkdtempSync(join(tmpdir(), 'llmops-catalog-'));
  const platform = join(root, 'test/helpers/platform');
  writeFileSync(
    join(folder, 'llmops.config.ts'),
    `import { platform } from ${JSON.stringify(platform)};\nexport default platform({ catalog: ${JSON.stringify(catalog)} });\n`,
  );
  return folder;
}

const fact = { source: 'contract 4711', asOf: '2026-11-01' };
const price = {
  service: 'sagemaker',
  instanceType: 'ml.g6e.12xlarge',
  region: 'eu-central-1',
  usdPerHour: 9.5,
  ...fact,
};

test('catalog show counts the rows of every table and their ages', async () => {
  const run = await llmops(['catalog', 'show', '--json']);
  expect(run.code).toBe(0);
  const { tables } = JSON.parse(run.stdout) as { tables: readonly { kind: string; rows: number }[] };
  expect(tables.map(({ kind }) => kind)).toEqual([
    'accelerators',
    'instances',
    'models',
    'managed-models',
    'regions',
    'carbon',
    'engines',
  ]);
  expect(tables.every(({ rows }) => rows > 0)).toBe(true);
});

test('catalog show lists the rows that contain every word, the ones of the config among them', async () => {
  const folder = folderWith({ prices: [price] });
  const run = await llmops(['catalog', 'show', '--kind', 'instances', 'g6e.12xlarge', 'negotiated'], { cwd: folder });
  expect(run.stdout).toContain('sagemaker ml.g6e.12xlarge eu-central-1  4 x L40S; $9.5 an hour, negotiated');
  expect(run.stdout.trim().split('\n')).toHaveLength(1);
});

test('estimate prices an instance as the config says', async () => {
  const folder = folderWith({ prices: [price] });
  const load = ['--concurrency', '4', '--input-tokens', '1000', '--output-tokens', '200'];
  const where = ['--model', 'Qwen/Qwen3-32B', '--instance', 'ml.g6e.12xlarge', '--region', 'eu-central-1'];
  const run = await llmops(['estimate', ...where, ...load, '--json'], { cwd: folder });
  expect(JSON.parse(run.stdout)).toMatchObject({ usdPerHour: 9.5, priceStatus: 'negotiated', priceAsOf: '2026-11-01' });
});

test('a row that names nothing stops every command and says what was meant', async () => {
  const folder = folderWith({ prices: [{ ...price, instanceType: 'ml.g6e.12xlarg' }] });
  const run = await llmops(['catalog', 'show'], { cwd: folder });
  expect(run.code).toBe(2);
  expect(run.stderr).toContain('catalog.prices[0].instanceType');
  expect(run.stderr).toContain("did you mean 'ml.g6e.12xlarge'?");
});
