import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Ended } from '../helpers/command';
import { llmops, root } from '../helpers/command';
import type { TestRegistry } from '../helpers/registry';
import { startRegistry } from '../helpers/registry';

/* The way in on the local Azure, each command a process of its own: stages, image by digest, weights, documents, deployment. */
const folder = mkdtempSync(join(tmpdir(), 'llmops-azure-assets-'));
const state = join(folder, 'cloud');
const config = join(folder, 'llmops.config.ts');
let registry: TestRegistry;

beforeAll(async () => {
  registry = await startRegistry('an engine');
  const text = readFileSync(join(root, 'llmops.config.ts'), 'utf8')
    .replaceAll(/from '\.\//g, `from '${root}/`)
    .replace(/sha256:0{62}b2/, registry.digest);
  writeFileSync(config, text);
  mkdirSync(join(folder, 'weights', 'shards'), { recursive: true });
  writeFileSync(join(folder, 'weights', 'config.json'), '{"architectures":[]}');
  writeFileSync(join(folder, 'weights', 'shards', 'model-00001.safetensors'), Buffer.alloc(20_000_000, 7));
  mkdirSync(join(folder, 'handbook'));
  writeFileSync(join(folder, 'handbook', 'returns.md'), '# Returns');
});
afterAll(async () => {
  await registry.close();
  rmSync(folder, { recursive: true, force: true });
});

const flags = ['--env', 'dev', '--config', config, '--local', '--state', state];
const assets = (...args: readonly string[]): Promise<Ended> => llmops(['assets', ...args, ...flags]);
const deploy = (...only: readonly string[]): Promise<Ended> =>
  llmops(['deploy', ...flags, '--json', '--only', ...only]);

interface Unit {
  readonly id: string;
  readonly outcome: { readonly kind: string; readonly lacking?: readonly { readonly id: string }[] };
}

function outcome({ stdout }: Ended, id: string): Unit['outcome'] | undefined {
  return (JSON.parse(stdout) as { readonly units: readonly Unit[] }).units.find((unit) => unit.id === id)?.outcome;
}

async function states(): Promise<Readonly<Record<string, string>>> {
  const ids = ['azure/image/chat', 'azure/weights/chat', 'azure/documents/handbook', 'azure/index/handbook'];
  const shown = await assets('plan', '--json', '--only', ...ids);
  const found = JSON.parse(shown.stdout) as readonly {
    readonly id: string;
    readonly state: { readonly kind: string };
  }[];
  return Object.fromEntries(found.map((one) => [one.id, one.state.kind]));
}

const stages = ['azure/initialization', 'azure/experimentation', 'azure/evaluation'];

test('the stages before the deployment create the stores, which are empty', async () => {
  const run = await deploy(...stages);
  expect({ code: run.code, stderr: run.code === 0 ? '' : run.stderr }).toEqual({ code: 0, stderr: '' });
  expect(await states()).toEqual({
    // Whether the registry could import it, a cloud that connects to nothing cannot say.
    'azure/image/chat': 'unverified',
    'azure/weights/chat': 'missing',
    'azure/documents/handbook': 'missing',
    'azure/index/handbook': 'missing',
  });
  const blocked = await deploy(...stages, 'azure/deployment');
  expect(blocked.code).toBe(4);
  expect(outcome(blocked, 'azure/deployment-assets')).toMatchObject({ lacking: [{ id: 'azure/weights/chat' }] });
});

test('an import that the local registry cannot make is no success, and says how the image comes', async () => {
  const pushed = await assets('push', '--only', 'azure/image/chat');
  expect(pushed.code).toBe(1);
  expect(pushed.stderr).toMatch(/AssetOperationFailed/);
  expect(pushed.stderr).toMatch(/--from/);
});

test('image, weights and documents are brought, and a second push brings nothing', async () => {
  const wanted = [
    ['azure/image/chat', registry.address],
    ['azure/weights/chat', join(folder, 'weights')],
    ['azure/documents/handbook', join(folder, 'handbook')],
  ] as const;
  for (const [id, from] of wanted) {
    const pushed = await assets('push', '--only', id, '--from', from);
    expect(pushed).toMatchObject({ code: 0, stdout: `brought   ${id}\n` });
  }
  expect(await states()).toMatchObject({
    'azure/image/chat': 'present',
    'azure/weights/chat': 'present',
    'azure/documents/handbook': 'present',
  });
  const again = await assets('push', '--only', 'azure/weights/chat', '--from', join(folder, 'weights'));
  expect(again.stdout).toBe('present   azure/weights/chat\n');
});

test('the gate passes by digest and by manifest, and the deployment goes on', async () => {
  const run = await deploy(...stages, 'azure/deployment');
  expect({ code: run.code, stderr: run.code === 0 ? '' : run.stderr }).toEqual({ code: 0, stderr: '' });
  expect(outcome(run, 'azure/deployment-assets')).toEqual({ kind: 'unchanged' });
  expect(outcome(run, 'azure/deployment')).toMatchObject({ kind: 'done' });
});
