import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../helpers/command';

/* A clone with one program of two files: what is kept of it between its starts is never older than the files are. */
const clone = mkdtempSync(join(tmpdir(), 'llmops-clone-'));
const kept = join(clone, 'out/compiled');
afterAll(() => {
  rmSync(clone, { recursive: true, force: true });
});

function write(file: string, text: string): void {
  writeFileSync(join(clone, file), text);
}

beforeAll(() => {
  for (const folder of ['bin/clone', 'lib', 'constructs', 'stacks', 'testing'])
    mkdirSync(join(clone, folder), { recursive: true });
  for (const file of ['bin/start.js', 'bin/typescript.js', 'bin/clone/compiled.js'])
    copyFileSync(join(root, file), join(clone, file));
  symlinkSync(join(root, 'node_modules'), join(clone, 'node_modules'));
  write('package.json', '{}');
  write('bin/program.js', `require('./start.js').start('program');`);
  write(
    'bin/program.ts',
    `import { word } from '../lib/word';
const config: unknown = process.argv[2] === undefined ? '' : require(process.argv[2]);
console.log(word, __filename.endsWith('program.ts'), JSON.stringify(config));`,
  );
  write('lib/word.ts', `export const word: string = 'first';`);
});

function program(args: readonly string[] = [], env: Readonly<Record<string, string>> = {}) {
  const { stdout, stderr, status } = spawnSync(process.execPath, [join(clone, 'bin/program.js'), ...args], {
    encoding: 'utf8',
    env: { ...process.env, ...env },
  });
  return { status, said: stdout.trim(), stderr };
}

test('a program runs before anything is kept, from what is kept, and without it', () => {
  expect(program()).toEqual({ status: 0, said: 'first true ""', stderr: '' });
  expect(readdirSync(kept).toSorted()).toEqual(['kit.js', `program-${process.version}.v8`]);
  expect(program().said).toBe('first true ""');
  expect(program([], { LLMOPS_COMPILED: 'off' }).said).toBe('first true ""');
});

test('a file that changes, also to the same size, and one that is added are noticed', () => {
  write('lib/word.ts', `export const word: string = 'other';`);
  expect(program().said).toBe('other true ""');
  write('lib/added.ts', `export const added = 'added';`);
  write('lib/word.ts', `export { added as word } from './added';`);
  expect(program().said).toBe('added true ""');
  rmSync(join(clone, 'lib/added.ts'));
  expect(program().stderr).toContain("Cannot find module './added'");
  write('lib/word.ts', `export const word: string = 'first';`);
  expect(program().said).toBe('first true ""');
});

test('TypeScript outside of the kit is read by tsx, with the kind of module that its name says', () => {
  for (const name of ['config.ts', 'config.mts', 'config.cts']) {
    write(name, 'const wide: number = 1;\nexport default wide;');
    expect(program([join(clone, name)])).toEqual({ status: 0, said: 'first true {"default":1}', stderr: '' });
  }
});

test('a file with an error is refused in its own name, and the mended one runs', () => {
  write('lib/word.ts', `export const word: string = ;`);
  const refused = program();
  expect(refused.status).not.toBe(0);
  expect(refused.stderr).toContain('lib/word.ts:1:28');
  write('lib/word.ts', `export const word: string = 'mended';`);
  expect(program().said).toBe('mended true ""');
});

test('what was kept of other files, or cut short, is not used', () => {
  program();
  write(`out/compiled/program-${process.version}.v8`, 'another');
  expect(program().said).toBe('mended true ""');
  write('out/compiled/kit.js', '// cut\n({');
  expect(program()).toEqual({ status: 0, said: 'mended true ""', stderr: '' });
});

test('where nothing can be kept, the program runs through tsx', () => {
  rmSync(join(clone, 'out'), { recursive: true });
  write('out', 'a file in the place of the folder');
  expect(program()).toEqual({ status: 0, said: 'mended true ""', stderr: '' });
  expect(existsSync(kept)).toBe(false);
});
