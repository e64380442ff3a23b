import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { LocalPulumi, PulumiEvent, PulumiProgram, UpdateResult } from '../../../../lib/local/pulumi';
import { createLocalPulumi } from '../../../../lib/local/pulumi';
import { subscription, tenant, textLike } from './builders';

// Each run starts the stock Node runtime of Pulumi as a process, so the steps of one stack's life share their runs.

const root = path.resolve(__dirname, '../../../..');
const unknownMarker = '04da6b54-80e4-46f7-96ec-b56ff0331ba9';

function program(fixture: string, config: Record<string, string> = {}, project = 'support'): PulumiProgram {
  return {
    root,
    main: 'test/lib/local/pulumi/fixtures/start.js',
    env: { FIXTURE: fixture },
    project,
    stack: 'dev',
    config: { 'azure-native:subscriptionId': subscription, 'azure-native:tenantId': tenant, ...config },
  };
}

function steps(result: UpdateResult): readonly string[] {
  return result.steps.filter((step) => step.op !== 'same').map((step) => `${step.op} ${step.name}`);
}

describe('the life of a stack', () => {
  const directory = mkdtempSync(path.join(tmpdir(), 'local-pulumi-'));
  const events: PulumiEvent[] = [];
  let engine: LocalPulumi;

  beforeAll(() => {
    engine = createLocalPulumi({ stateDirectory: directory, onEvent: (event) => events.push(event) });
  });
  afterAll(async () => {
    await engine.close();
    rmSync(directory, { recursive: true });
  });

  test('a preview shows creations and unknown outputs and leaves no state', async () => {
    const result = await engine.preview(program('foundry'));
    expect(result).toMatchObject({ ok: true, exitCode: 0, problems: [] });
    expect(result.outputs).toMatchObject({ endpoint: unknownMarker, stack: 'dev' });
    expect(result.steps.every((step) => step.op === 'create')).toBe(true);
    expect(() => engine.state('dev')).toThrow(/^dev: no stack has this name, .*\[UnknownStack\]$/);
  });

  test('an update creates each resource after those it waits for and knows its outputs', async () => {
    const result = await engine.up(program('foundry'));
    expect(result.problems).toEqual([]);
    expect(result.outputs).toMatchObject({
      endpoint: 'https://aoai-support-dev.cognitiveservices.azure.com/',
      vaultUri: 'https://kv-support-dev.vault.azure.net/',
      token: '[secret]',
    });
    const order = result.steps.map((step) => step.name);
    expect(order.indexOf('account')).toBeLessThan(order.indexOf('chat'));
    expect(order.indexOf('chat')).toBeLessThan(order.indexOf('embed'));
  });

  test('another stack reads its outputs and its resources', async () => {
    const result = await engine.up(program('consumer', { platform: 'dev', subscription: subscription }, 'consumer'));
    expect(result.problems).toEqual([]);
    expect(result.outputs).toMatchObject({
      endpoint: 'https://aoai-support-dev.cognitiveservices.azure.com/',
      token: '[secret]',
      assignment: textLike(
        /accounts\/aoai-support-dev\/providers\/Microsoft.Authorization\/roleAssignments\/[0-9a-f-]{36}$/,
      ),
    });
  });

  test('fails to read a secret that only a state file has, and a key that no resource issued', async () => {
    const later = createLocalPulumi({ stateDirectory: directory });
    const config = { platform: 'dev', subscription: subscription, keys: 'yes' };
    const result = await later.preview(program('consumer', config, 'consumer'));
    expect(result.ok).toBe(false);
    const text = result.log.map((line) => line.message).join('\n');
    expect(text).toContain('secret outputs token are not kept in state files');
    expect(text).toContain('the local engine has no answer to this function');
  });

  test('a second update, by an engine that only has the files, says same for every resource', async () => {
    const result = await createLocalPulumi({ stateDirectory: directory }).up(program('foundry'));
    expect(steps(result)).toEqual([]);
    expect(result.steps).toHaveLength(8);
  });

  test('a change updates, replaces and deletes, and a changed secret shows without its value', async () => {
    const changed = { capacity: '20', token: 'second-token-value', embed: 'none' };
    // What something outside of the stack changed is refreshed and put back, because the program does not ignore it.
    const { urn = '' } = engine.state('support/dev').resources.find(({ name }) => name === 'group') ?? {};
    engine.moveOutside('support/dev', urn, 'tags.owner', 'somebody');
    expect(() => {
      engine.moveOutside('support/dev', 'urn:none', 'tags', {});
    }).toThrow(/UnregisteredOutputs/);
    const result = await engine.up(program('foundry', changed));
    expect(steps(result).toSorted()).toEqual(['delete embed', 'update chat', 'update group', 'update token']);
    expect(result.steps.find((step) => step.name === 'group')?.diff).toEqual(['tags']);
    expect(result.steps.find((step) => step.name === 'token')?.diff).toEqual(['properties.value']);
  });

  test('no secret is in a file or an event', () => {
    const written = readFileSync(path.join(directory, 'support.dev.stack.json'), 'utf8') + JSON.stringify(events);
    expect(written).toContain('aoai-support-dev');
    for (const text of ['first-token-value', 'second-token-value', 'output-token-value'])
      expect(written).not.toContain(text);
  });

  test('a destroy deletes dependents first and leaves nothing', async () => {
    await engine.destroy(program('consumer', {}, 'consumer'));
    const result = await engine.destroy(program('foundry'));
    const order = steps(result);
    expect(order.indexOf('delete chat')).toBeLessThan(order.indexOf('delete account'));
    expect(order.at(-1)).toBe('delete support-dev');
    expect(engine.state('support/dev').resources).toEqual([]);
  });
});

test('fails a preview with every mistake of the program at once', async () => {
  const engine = createLocalPulumi();
  const result = await engine.preview(program('broken'));
  await engine.close();
  expect(result).toMatchObject({ ok: false, exitCode: 32 });
  expect(result.problems.map((problem) => problem.code).toSorted()).toEqual([
    'ConcurrentAccountWrite',
    'DuplicateUrn',
    'InvalidResourceName',
    'UnknownProperty',
    'UnorderedParent',
    'UnsupportedModule',
  ]);
  expect(result.problems.find((problem) => problem.code === 'UnknownProperty')).toMatchObject({
    path: 'properties.disableLocalAuht',
    fix: 'did you mean disableLocalAuth?',
  });
});

test('closing the engine ends a program that would not end', async () => {
  let pid = 0;
  const started = new Promise<void>((resolve) => {
    const engine = createLocalPulumi({
      onEvent: (event) => {
        const found = event.kind === 'log' ? /^pid (\d+)$/.exec(event.line.message) : null;
        if (found === null) return;
        pid = Number(found[1]);
        void engine.close();
      },
    });
    void engine.up(program('waiting', {}, 'waiting')).then((result) => {
      expect(result).toMatchObject({ ok: false, exitCode: 1 });
      resolve();
    });
  });
  await started;
  expect(() => process.kill(pid, 0)).toThrow('ESRCH');
});

test.each(['SIGINT', 'SIGKILL'] as const)('a program ends with a parent that gets %s', async (signal) => {
  const parent = spawn(
    process.execPath,
    ['--require', './bin/typescript.js', path.join(__dirname, 'fixtures/parent.ts')],
    {
      cwd: root,
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  const pid = await new Promise<number>((resolve) => {
    parent.stdout.on('data', (chunk: Buffer) => {
      const found = /^pid (\d+)$/m.exec(chunk.toString());
      if (found !== null) resolve(Number(found[1]));
    });
  });
  parent.kill(signal);
  await new Promise((resolve) => parent.once('exit', resolve));
  while (isRunning(pid)) await new Promise((resolve) => setTimeout(resolve, 50));
  expect(isRunning(pid)).toBe(false);
});

test('fails a program whose runtime cannot be resolved', async () => {
  const engine = createLocalPulumi();
  const elsewhere = { ...program('foundry'), main: 'foundry.ts', root: tmpdir() };
  await expect(engine.up(elsewhere)).rejects.toMatchObject({
    code: 'ProgramDependencyMissing',
    place: tmpdir(),
    message: textLike(/cannot resolve tsx\/cjs; install tsx in/),
  });
});

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
