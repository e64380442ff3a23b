import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkProjectFile } from '../../../stacks/azure';
import { root } from '../../helpers/command';

const own = readFileSync(join(root, 'Pulumi.yaml'), 'utf8');

test('the project of the kit has what its programs need, and a user may change the rest', () => {
  expect(checkProjectFile(own)).toEqual([]);
  expect(
    checkProjectFile(`${own.replace('bin/azure.js', 'node_modules/llmops-kit/bin/azure.js')}author: me\n`),
  ).toEqual([]);
});

test.each([
  ['no folder of stack files', own.replace(/^stackConfigDir:.*$/m, ''), ['Pulumi.yaml: stackConfigDir'], [undefined]],
  [
    'another folder',
    own.replace('stackConfigDir: pulumi', 'stackConfigDir: stacks'),
    ['Pulumi.yaml: stackConfigDir'],
    ['stacks'],
  ],
  ['no refresh', own.replace('refresh: always', 'refresh: never'), ['Pulumi.yaml: options.refresh'], ['never']],
  [
    'text that is no project',
    'a: [',
    ['Pulumi.yaml: stackConfigDir', 'Pulumi.yaml: options.refresh'],
    [undefined, undefined],
  ],
])('fails on %s', (_, text, paths, got) => {
  const issues = checkProjectFile(text);
  expect(issues.map(({ path }) => path)).toEqual(paths);
  expect(issues.map((issue) => issue.got)).toEqual(got);
});
