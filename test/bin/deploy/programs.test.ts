import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { programFile } from '../../../bin/deploy/programs';
import { codedErrorOf } from '../../helpers/coded-error';

const folder = mkdtempSync(join(tmpdir(), 'programs-'));
const project = join(folder, 'project', 'app');
const local = join(folder, 'project', 'node_modules', '.bin');
const onPath = join(folder, 'bin');
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});
for (const bin of [project, local, onPath]) mkdirSync(bin, { recursive: true });

function install(file: string, mode = 0o755): void {
  writeFileSync(file, '');
  chmodSync(file, mode);
}

test('a program that is nowhere is named, with the way to install it', async () => {
  const error = await codedErrorOf(() => programFile('cdk', project, onPath));
  expect(error).toMatchObject({ code: 'CliMissing', place: 'cdk', fix: 'npm install --save-dev aws-cdk' });
  expect((await codedErrorOf(() => programFile('pulumi', project, undefined))).fix).toContain('https://www.pulumi.com');
});

test('the path is followed, and node_modules of the project or above it comes first', () => {
  install(join(onPath, 'cdk'));
  expect(programFile('cdk', project, ['', join(folder, 'nowhere'), onPath].join(delimiter))).toBe(join(onPath, 'cdk'));
  install(join(local, 'cdk'));
  expect(programFile('cdk', project, onPath)).toBe(join(local, 'cdk'));
});

test('a file that nobody may execute is no program', async () => {
  install(join(onPath, 'pulumi'), 0o644);
  expect((await codedErrorOf(() => programFile('pulumi', project, onPath))).code).toBe('CliMissing');
});
