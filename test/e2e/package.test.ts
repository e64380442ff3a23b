import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';
import { createLocalPulumi } from '../../lib/local/pulumi';
import manifest from '../../package.json';
import { azureStages, stackFileName, stackFolder, stackName } from '../../stacks/azure';
import { cdk, node, root } from '../helpers/command';

/*
 * The package as `npm pack` makes it, in a project that has its dependencies and the peers of AWS and nothing else: what
 * an import of an undeclared package or a file left out of the build would break.
 */
const project = mkdtempSync(join(tmpdir(), 'llmops-package-'));
const kit = join(project, 'node_modules/llmops-kit');

beforeAll(() => {
  const packed = execFileSync('npm', ['pack', '--json', '--pack-destination', project], {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [, filename = ''] = /"filename": "([^"]+\.tgz)"/.exec(packed) ?? [];
  mkdirSync(kit, { recursive: true });
  execFileSync('tar', ['-xzf', join(project, filename), '-C', kit, '--strip-components=1']);
  for (const name of [...Object.keys(manifest.dependencies), 'aws-cdk-lib', 'constructs']) {
    const link = join(project, 'node_modules', name);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(join(root, 'node_modules', name), link);
  }
  const rewrite = (file: string): string =>
    readFileSync(join(root, file), 'utf8')
      .replace('../../constructs/aws', 'llmops-kit/aws')
      .replaceAll(/\.\.\/\.\.\/lib\/\w+/g, 'llmops-kit');
  writeFileSync(join(project, 'llmops.config.ts'), rewrite('examples/tiny/llmops.config.ts'));
  writeFileSync(join(project, 'app.ts'), rewrite('examples/gpu-endpoint/app.ts'));
});

afterAll(() => {
  rmSync(project, { recursive: true, force: true });
});

function llmops(...args: readonly string[]) {
  return node([join(kit, manifest.bin.llmops), ...args], { cwd: project });
}

test('every file that the README links is in the package', () => {
  const links = readFileSync(join(kit, 'README.md'), 'utf8').matchAll(/\]\(([^):#]+)[^):]*\)/g);
  const paths = [...links].map(([, path = '']) => path);
  expect(paths.length).toBeGreaterThan(0);
  expect(paths.filter((path) => !existsSync(join(kit, path)))).toEqual([]);
});

test('plans a TypeScript config, and help names the peers that a verb lacks', async () => {
  const planned = await llmops('plan', '--json');
  expect({ code: planned.code, stderr: planned.stderr }).toEqual({ code: 0, stderr: '' });
  expect(JSON.parse(planned.stdout)).toMatchObject({ environments: { dev: { environment: 'dev' } } });
  const help = await llmops('--help');
  expect(help.code).toBe(0);
  expect(help.stdout).toMatch(/rehearse .*needs @pulumi/);
  const graph = await llmops('graph', '--env', 'dev');
  expect(graph.code).toBe(2);
  expect(graph.stderr).toContain('npm install @pulumi/');
});

test('synthesizes the platform and a single construct with the ordinary CDK CLI', async () => {
  const env = { CDK_VALIDATION: 'false' };
  const listed = await cdk(['ls', '--app', `node ${join(kit, 'bin/aws.js')}`], { cwd: project, env });
  expect(listed.stderr).toBe('');
  expect(listed.stdout).toContain('dev/foundation');
  const app = `node --require ${join(kit, 'bin/typescript.js')} app.ts`;
  const single = await cdk(['synth', '--app', app, '--output', join(project, 'single')], { cwd: project, env });
  expect(single.code).toBe(0);
  expect(readFileSync(join(project, 'single/Search.template.json'), 'utf8')).toContain('AWS::SageMaker::Endpoint');
});

test('the first entry loads neither the CDK nor Pulumi', async () => {
  const script = `
    const kit = require('llmops-kit');
    if (typeof kit.planEndpoint !== 'function') throw new Error('no planner');
    process.stdout.write(Object.keys(require.cache).filter((file) => /aws-cdk-lib|@pulumi/.test(file)).join());`;
  expect(await node(['--eval', script], { cwd: project })).toEqual({ code: 0, stdout: '', stderr: '' });
});

test('every stage of the Pulumi program starts from the package, with the config beside Pulumi.yaml', async () => {
  const consumer = join(project, 'consumer');
  const modules = join(consumer, 'node_modules');
  mkdirSync(modules, { recursive: true });
  cpSync(kit, join(modules, 'llmops-kit'), { recursive: true });
  for (const name of [...Object.keys(manifest.dependencies), '@pulumi/pulumi', '@pulumi/azure-native']) {
    mkdirSync(dirname(join(modules, name)), { recursive: true });
    symlinkSync(join(root, 'node_modules', name), join(modules, name));
  }
  const config = readFileSync(join(root, 'llmops.config.ts'), 'utf8').replace('./lib/platform', 'llmops-kit');
  writeFileSync(join(consumer, 'llmops.config.ts'), config);
  const main = 'node_modules/llmops-kit/bin/azure.js';
  writeFileSync(
    join(consumer, 'Pulumi.yaml'),
    readFileSync(join(root, 'Pulumi.yaml'), 'utf8').replace(/^main: .*$/m, `main: ${main}`),
  );
  const written = await node([join(modules, 'llmops-kit', manifest.bin.llmops), 'lint', '--fix'], { cwd: consumer });
  expect(written.code).toBe(0);
  const engine = createLocalPulumi();
  try {
    for (const stage of azureStages) {
      const stack = stackName({ environment: 'dev', stage });
      const file = readFileSync(join(consumer, stackFolder, stackFileName({ environment: 'dev', stage })), 'utf8');
      const settings = (parse(file) as { readonly config: Readonly<Record<string, string>> }).config;
      const result = await engine.up({ root: consumer, main, project: 'llmops-kit', stack, config: settings });
      expect({ stack, ok: result.ok, problems: result.problems }).toEqual({ stack, ok: true, problems: [] });
    }
  } finally {
    await engine.close();
  }
});
