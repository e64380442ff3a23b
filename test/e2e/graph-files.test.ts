import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ResourceNode } from '../../lib/graph';
import { llmops } from '../helpers/command';

const folder = mkdtempSync(join(tmpdir(), 'llmops-graph-files-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function file(name: string, content: object): string {
  const path = join(folder, name);
  writeFileSync(path, JSON.stringify(content));
  return path;
}

const schema = 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#';
const arm = file('main.json', {
  $schema: schema,
  resources: [
    { type: 'Microsoft.Search/searchServices', name: 'find', properties: { publicNetworkAccess: 'enabled' } },
  ],
});
const plan = file('network.tfplan.json', {
  format_version: '1.2',
  planned_values: {
    root_module: { resources: [{ address: 'aws_s3_bucket.logs', mode: 'managed', type: 'aws_s3_bucket' }] },
  },
});

test('graph prints the resources of files of several formats as one graph, without a config', async () => {
  const run = await llmops(['graph', plan, arm], { cwd: folder });
  expect(run).toMatchObject({ code: 0, stderr: '' });
  const nodes = JSON.parse(run.stdout) as readonly ResourceNode[];
  expect(nodes.map(({ address, type }) => `${address} ${type}`)).toEqual([
    'main/Microsoft.Search/searchServices/find azure-native:search:Service',
    'network/aws_s3_bucket.logs aws_s3_bucket',
  ]);
});

test('check runs the rules for Azure on an ARM template', async () => {
  const run = await llmops(['check', arm, '--json'], { cwd: folder });
  const { findings } = JSON.parse(run.stdout) as { readonly findings: readonly { readonly rule: string }[] };
  expect(findings.map(({ rule }) => rule)).toContain('PublicNetworkAccess');
});

test('a file that cannot be read is an issue, the others are printed, and the exit code is 2', async () => {
  const run = await llmops(['graph', plan, file('state.json', { terraform_version: '1.9.0', lineage: 'x' })]);
  expect(run.code).toBe(2);
  expect(run.stdout).toContain('network/aws_s3_bucket.logs');
  expect(run.stderr).toContain('[InvalidDocument]');
  expect(run.stderr).toContain('terraform show -json > state.json');
});
