import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const root = resolve(__dirname, '../../..');

const program = `
process.argv = ['node', 'llmops', 'check', process.argv[1]];
process.on('exit', () => console.log('loaded ' + Object.keys(require.cache).join('|')));
require('./bin/llmops.js');
`;

/** Files that a check of a file with this text loads, relative to the repository. */
function loadedBy(text: string): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), 'llmops-budget-'));
  try {
    const file = join(folder, 'template');
    writeFileSync(file, text);
    const { stdout } = spawnSync(process.execPath, ['-e', program, file], { cwd: root, encoding: 'utf8' });
    return (/loaded (.*)/.exec(stdout)?.[1] ?? '').split('|').map((path) => path.slice(root.length + 1));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const within = (files: readonly string[], folder: string): readonly string[] =>
  files.filter((file) => file.startsWith(`${folder}/`));

test('a check of a template in JSON loads the rules, and neither the planner, YAML nor a library of a cloud', () => {
  const loaded = loadedBy('{"Resources":{"A":{"Type":"AWS::S3::Bucket"}}}');
  expect(within(loaded, 'lib/review/rules').length).toBeGreaterThan(50);
  for (const folder of ['lib/plan', 'constructs', 'stacks', ...packages.map((name) => `node_modules/${name}`)])
    expect({ folder, files: within(loaded, folder) }).toEqual({ folder, files: [] });
});

test('a check of a template in YAML loads its parser', () => {
  const loaded = loadedBy('Resources: { A: { Type: "AWS::S3::Bucket" } }');
  expect(within(loaded, 'node_modules/yaml')).not.toEqual([]);
  expect(within(loaded, 'lib/plan')).toEqual([]);
});

const packages = ['aws-cdk-lib', 'constructs', '@pulumi', 'yaml', 'zod', '@aws-sdk'];
