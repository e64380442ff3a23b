import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { leftOverStackFiles, projectFolder, shownName } from '../../../bin/lint/stack-folder';

const folder = mkdtempSync(join(tmpdir(), 'project-'));
mkdirSync(join(folder, 'platforms/a'), { recursive: true });
mkdirSync(join(folder, 'pulumi'));

test('the project of a config is the nearest folder with a Pulumi.yaml, else that of the config', () => {
  expect(projectFolder('platforms/a/x.config.ts', folder)).toBe(join(folder, 'platforms/a'));
  writeFileSync(join(folder, 'Pulumi.yaml'), 'name: example\n');
  expect(projectFolder('platforms/a/x.config.ts', folder)).toBe(folder);
  expect(projectFolder('llmops.config.ts', folder)).toBe(folder);
  writeFileSync(join(folder, 'platforms/Pulumi.yaml'), 'name: nearer\n');
  expect(projectFolder('platforms/a/x.config.ts', folder)).toBe(join(folder, 'platforms'));
});

test('a file is named from the working directory where it is below it', () => {
  expect(shownName(join(folder, 'platforms'), 'pulumi/x.yaml', folder)).toBe(join('platforms', 'pulumi/x.yaml'));
  expect(shownName(folder, 'pulumi/x.yaml', join(folder, 'platforms/a'))).toBe('pulumi/x.yaml');
});

test('stack files of stages that no environment has are named, and other files are left alone', () => {
  expect(leftOverStackFiles(join(folder, 'platforms'), [])).toEqual([]);
  for (const file of ['dev-deployment.yaml', 'old-deployment.yaml', 'old-evaluation.yml', 'network.yaml'])
    writeFileSync(join(folder, 'pulumi', `Pulumi.${file}`), '');
  expect(leftOverStackFiles(folder, ['dev']).map(({ code, path }) => [code, path])).toEqual([
    ['StackFileLeftOver', 'pulumi/Pulumi.old-deployment.yaml'],
    ['StackFileLeftOver', 'pulumi/Pulumi.old-evaluation.yml'],
  ]);
});
