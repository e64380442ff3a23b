import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { llmops, root } from '../helpers/command';
import type { Answer, PriceListServer } from '../helpers/price-lists';
import { azurePath, ec2Path, priceListServer, wholeLists } from '../helpers/price-lists';

/** A folder with the fixture platform and rows of its own. */
function folderWith(catalog: unknown): string {
  const folder = mkdtempSync(join(tmpdir(), 'llmops-catalog-'));
  const platform = join(root, 'test/helpers/platform');
  const rows = catalog === 'refreshed' ? '{ prices }' : JSON.stringify(catalog);
  writeFileSync(
    join(folder, 'llmops.config.ts'),
    [
      `import { platform } from ${JSON.stringify(platform)};`,
      ...(catalog === 'refreshed' ? [`import prices from './llmops.prices.json';`] : []),
      `export default platform({ catalog: ${rows} });`,
    ].join('\n'),
  );
  return folder;
}

let server: PriceListServer | undefined;

afterEach(async () => {
  await server?.close();
  server = undefined;
});

/** Runs `catalog refresh` against lists that answer as said. */
async function refresh(answers: Readonly<Record<string, readonly Answer[]>>, args: readonly string[], cwd: string) {
  server = await priceListServer({ ...wholeLists(), ...answers });
  return llmops(['catalog', 'refresh', '--aws-endpoint', server.url, '--azure-endpoint', server.url, ...args], { cwd });
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

test('catalog refresh shows what changed and writes rows that the config takes', async () => {
  const folder = folderWith({});
  const out = join(folder, 'llmops.prices.json');
  const run = await refresh(
    { [ec2Path]: [{ status: 429, retryAfter: '0' }, ...(wholeLists()[ec2Path] ?? [])] },
    ['--out', out],
    folder,
  );
  expect(run.code).toBe(0);
  expect(run.stdout).toContain(
    'sagemaker ml.g6e.12xlarge eu-central-1  16.4066 (estimated, 2026-03-01) → 15.5  -5.5 %',
  );
  expect(run.stdout).toContain('azure-vm Standard_NC128ads_B300_v9 swedencentral  21.5');
  expect(readdirSync(folder).toSorted()).toEqual(['llmops.config.ts', 'llmops.prices.json']);

  writeFileSync(join(folder, 'llmops.config.ts'), readFileSync(join(folderWith('refreshed'), 'llmops.config.ts')));
  const shown = await llmops(['catalog', 'show', '--kind', 'instances', 'ml.g6e.12xlarge', 'eu-central-1'], {
    cwd: folder,
  });
  expect(shown.stderr).toBe('');
  expect(shown.stdout).toContain('$15.5 an hour, published');
});

test('a list that cannot be read leaves the file as it was, is named, and makes the answer inconclusive', async () => {
  const folder = folderWith({});
  const out = join(folder, 'llmops.prices.json');
  writeFileSync(out, '[]\n');
  const broken = {
    [ec2Path]: [{ status: 403 }],
    [azurePath]: [{ cutAt: 100, body: '{"BillingCurrency":"USD","Items":[' }],
  };
  const run = await refresh(broken, ['--out', out], folder);
  expect(run.code).toBe(3);
  expect(run.stderr).toContain(
    '2 of 3 lists could not be read: AmazonEC2 eu-central-1, Azure Retail Prices swedencentral',
  );
  expect(run.stdout).toContain('changed');
  expect(readFileSync(out, 'utf8')).toBe('[]\n');
  expect(readdirSync(folder)).toHaveLength(2);
});
