import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { createLocalPulumi } from '../../lib/local/pulumi';
import type { Ended } from '../helpers/command';
import { llmops, node, root } from '../helpers/command';
import { platform } from '../helpers/platform';

const folder = mkdtempSync(join(tmpdir(), 'llmops-config-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const stackFile = 'pulumi/Pulumi.dev-initialization.yaml';
const valid = JSON.stringify(platform());

/** Writes a config and names it as a user in its folder does. */
function config(name: string, text: string): string {
  writeFileSync(join(folder, name), text);
  return name;
}

/** A diagnostic, and neither a result nor a stack trace. With `--json`, standard output has the issues and nothing else. */
function expectRefused({ code, stdout, stderr }: Ended, found: string, fix: string, json = false): void {
  expect({ code, isEmpty: stdout === '' }).toEqual({ code: 2, isEmpty: !json });
  if (json) {
    const { issues } = JSON.parse(stdout) as { readonly issues: readonly { readonly severity: string }[] };
    expect(issues.map(({ severity }) => severity)).toContain('error');
  }
  expect(stderr).toContain(`error ${found}`);
  expect(stderr).toContain(fix);
  expect(stderr).not.toMatch(/^ +at /m);
}

test.each([
  ['exits.ts', 'console.log(1);\nprocess.exit(0);', 'exits.ts:2:9: the config ends the process', 'remove process.exit'],
  [
    'exits-later.ts',
    'const later = async () => {\n  await null;\n  process.exit(0);\n};\nexport default later();',
    'exits-later.ts:3:11: the config ends the process',
    'remove process.exit',
  ],
  [
    'never.ts',
    'export default new Promise(() => undefined);',
    'never.ts: the config exports a Promise',
    'call resolve',
  ],
  [
    'rejects.ts',
    'const load = async () => {\n  await null;\n  throw new TypeError("no secret");\n};\nexport default load();',
    'rejects.ts:3:9: the config throws an error while it loads: TypeError: no secret',
    'catch the error',
  ],
  [
    'rejects-aside.ts',
    'void Promise.reject(new Error("aside"));\nexport default {};',
    'rejects-aside.ts:1:21: the config throws an error while it loads: aside',
    'catch the error',
  ],
  [
    'syntax.ts',
    "export default {\n  name: 'x'\n  owner: {},\n};",
    'syntax.ts:3:3: the config does not compile: Expected "}" but found "owner"',
    'correct the syntax',
  ],
  ['syntax.mts', 'export default {', 'syntax.mts:1:17: the config does not compile', 'correct the syntax'],
  [
    'syntax.cjs',
    'module.exports = {\n  a: 1 b };',
    'syntax.cjs:2:8: the config does not compile',
    'correct the syntax',
  ],
  ['await.ts', 'export default await null;', 'await.ts:1:16: the config uses await', 'export a promise'],
  [
    'throws.ts',
    'interface A { a: 1 }\nconst f = (): A => {\n  throw new Error("boom");\n};\nexport default f();',
    'throws.ts:3:9: the config throws an error while it loads: boom',
    'correct what throws',
  ],
  ['parses.ts', "export default JSON.parse('{');", 'parses.ts:1:21: the config throws', 'correct what throws'],
  ['throws-null.ts', 'throw null;', 'throws-null.ts: the config throws an error while it loads: null', 'correct'],
  [
    'package.ts',
    "import x from '@scope/absent/part';\nexport default x;",
    'package.ts: the config imports a package that is not installed',
    'npm install @scope/absent\n',
  ],
  [
    'file.ts',
    "import x from './absent';\nexport default x;",
    'file.ts: the config imports a file that does not exist',
    'correct the path',
  ],
  ['empty.ts', '', 'empty.ts: config file has no default export', 'add `export default`'],
  ['number.ts', 'export default 42;', 'number.ts: a platform must be an object', 'export the result'],
  ['nothing.ts', 'export default undefined;', 'nothing.ts: a platform must be an object', 'export the result'],
  ['function.ts', 'export default () => ({});', 'function.ts: a platform must be an object', 'not a function'],
  [
    'trap.ts',
    'export default new Proxy({}, { get() { throw new Error("trapped"); } });',
    'trap.ts:1:46: the config throws an error while it loads: trapped',
    'correct what throws',
  ],
  [
    'circle.ts',
    'const a: Record<string, unknown> = {};\na.owner = { team: a };\nexport default a;',
    'owner.team: the value contains itself',
    'remove the reference',
  ],
])('a config that gives no platform is refused in the place of its mistake: %s', async (name, text, found, fix) => {
  const run = await llmops(['plan', '--json', '--config', config(name, text)], { cwd: folder });
  expectRefused(run, found, fix, true);
});

test('a mistake in a file that the config imports is reported in that file', async () => {
  config('part.ts', 'export const part = (() => {\n  throw new Error("in a part");\n})();');
  const name = config('whole.ts', "import { part } from './part';\nexport default part;");
  const run = await llmops(['lint', '--config', name], { cwd: folder });
  expectRefused(run, 'part.ts:2:9: whole.ts: the config throws an error while it loads: in a part', 'correct');
});

test('a folder as config is refused with the name of a file in it', async () => {
  mkdirSync(join(folder, 'inner'));
  const run = await llmops(['plan', '--config', 'inner'], { cwd: folder });
  expectRefused(run, 'inner: the config is a folder', '--config inner/llmops.config.ts');
});

test('a catalogue command does not end with a config that ends the process', async () => {
  const name = config('ends.ts', 'process.exit(0);');
  const run = await llmops(['catalog', 'show', '--json', '--config', name], { cwd: folder });
  expectRefused(run, 'ends.ts:1:9: the config ends the process', 'remove process.exit', true);
});

test.each([
  ['promise.ts', `export default (async () => { await null; return ${valid}; })();`],
  ['common.cjs', `module.exports = ${valid};`],
  ['talks.ts', `console.log('talk'); process.stdout.write('more');\nexport default ${valid};`],
])('a config is loaded, and standard output holds the result alone: %s', async (name, text) => {
  const run = await llmops(['plan', '--env', 'dev', '--json', '--config', config(name, text)], { cwd: folder });
  expect(run.code).toBe(0);
  expect(JSON.parse(run.stdout)).toMatchObject({ platform: 'support', environments: { dev: { environment: 'dev' } } });
  expect(run.stderr.includes('talk\nmore')).toBe(name === 'talks.ts');
});

test.each([
  [['plan', '--html', 'taken'], '--html: the output is a folder', 'name a file in it: taken/plan.html'],
  [['graph', '--env', 'dev', '--out', 'taken'], '--out: the output is a folder', 'name a file in it: taken/graph.json'],
  [['graph', '--env', 'dev', '--out', 'plain/graph.json'], '--out: a file is where a folder', 'name another location'],
  [['rehearse', '--env', 'dev', '--out', 'plain'], '--out: a file is where a folder', 'name another location'],
  [['lint', '--fix'], `${stackFile}: the generated stack file cannot be read`, 'remove what has this name'],
])('a place that cannot be written to is refused: %j', async ([verb = '', ...args], found, fix) => {
  mkdirSync(join(folder, 'taken'), { recursive: true });
  mkdirSync(join(folder, stackFile), { recursive: true });
  writeFileSync(join(folder, 'plain'), 'kept');
  const name = config('valid.ts', `export default ${valid};`);
  const run = await llmops([verb, '--config', name, ...args], { cwd: folder });
  expectRefused(run, found, fix);
  expect(readFileSync(join(folder, 'plain'), 'utf8')).toBe('kept');
  expect(readdirSync(folder).filter((file) => file.endsWith('.tmp'))).toEqual([]);
});

test('a rehearsal without the CDK CLI is refused before it starts', async () => {
  const name = config('valid.ts', `export default ${valid};`);
  const run = await llmops(['rehearse', '--config', name], { cwd: folder });
  expectRefused(run, 'aws-cdk: the CDK CLI is not installed', 'npm install --save-dev aws-cdk');
});

describe('the CDK app', () => {
  /** Runs the app as the CDK CLI does. */
  function app(name: string): Promise<Ended> {
    return node([join(root, 'bin/aws.js')], {
      cwd: folder,
      env: {
        CDK_CONTEXT_JSON: JSON.stringify({ config: name }),
        CDK_OUTDIR: join(folder, 'cdk.out'),
        CDK_VALIDATION: 'false',
      },
    });
  }

  test.each([
    ['app-exits.ts', 'process.exit(0);', 'app-exits.ts:1:9: the config ends the process', 'remove process.exit'],
    [
      'app-never.ts',
      'export default new Promise(() => undefined);',
      'app-never.ts: the config exports',
      'call resolve',
    ],
  ])('refuses a config that would end it with nothing synthesized: %s', async (name, text, found, fix) => {
    expectRefused(await app(config(name, text)), found, fix);
  });

  test('takes a config that exports a promise', async () => {
    const run = await app(config('app-promise.ts', `export default Promise.resolve(${valid});`));
    expect({ code: run.code, stdout: run.stdout }).toEqual({ code: 0, stdout: '' });
  });
});

/** A program that ends with 0 and no resources would delete everything the stack has. */
describe('the Pulumi program', () => {
  /** @param config - as LLMOPS_CONFIG names it; relative to the folder of Pulumi.yaml */
  async function preview(config: string) {
    const { config: stackConfig } = parse(readFileSync(join(root, stackFile), 'utf8')) as {
      config: Record<string, string>;
    };
    const engine = createLocalPulumi();
    try {
      return await engine.preview({
        root,
        main: 'bin/azure.js',
        project: 'llmops-kit',
        stack: 'dev-initialization',
        config: stackConfig,
        env: { LLMOPS_CONFIG: config },
      });
    } finally {
      await engine.close();
    }
  }

  test.each([
    ['program-exits.ts', 'process.exit(0);', 'the config ends the process'],
    ['program-never.ts', 'export default new Promise(() => undefined);', 'a Promise that never settles'],
    ['program-empty.ts', '', 'has no default export'],
  ])('fails on a config that would leave it without resources: %s', async (name, text, found) => {
    const result = await preview(join(folder, config(name, text)));
    const log = result.log.map(({ message }) => message).join('\n');
    expect({ ok: result.ok, steps: result.steps.filter(({ type }) => type !== 'pulumi:pulumi:Stack') }).toEqual({
      ok: false,
      steps: [],
    });
    expect(log).toContain(found);
    expect(log).not.toMatch(/^ +at /m);
  });

  test('takes a config that exports a promise', async () => {
    const reference = JSON.stringify(join(root, 'llmops.config'));
    const text = `import reference from ${reference};\nexport default Promise.resolve(reference);`;
    const result = await preview(join(folder, config('program-promise.ts', text)));
    expect(result).toMatchObject({ ok: true, problems: [] });
    expect(result.steps.length).toBeGreaterThan(10);
  });

  test('looks for the config in the folder of Pulumi.yaml, while the engine runs it in the folder of its file', async () => {
    const result = await preview('examples/tiny/absent.config.ts');
    expect(result.log.map(({ message }) => message).join('\n')).toContain(join(root, 'examples/tiny/absent.config.ts'));
  });

  test('takes the default config of the folder of Pulumi.yaml', async () => {
    expect(await preview('llmops.config.ts')).toMatchObject({ ok: true, problems: [] });
  });
});
