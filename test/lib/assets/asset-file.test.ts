import type { ListedFile } from '../../../lib/assets/asset-file';
import { isGitFile, isInside, listIssues } from '../../../lib/assets/asset-file';

function problems(...files: readonly ListedFile[]): readonly (string | undefined)[] {
  return listIssues('the-source', files).map(({ code, path, got, message }) => {
    expect([code, path]).toEqual(['AssetListInvalid', 'the-source']);
    return `${String(got)}: ${message}`;
  });
}

test('accepts the files of a model', () => {
  expect(problems({ path: 'config.json', bytes: 3 }, { path: 'adapters/legal/adapter.bin', bytes: 9 })).toEqual([]);
});

test.each([
  '../secrets',
  'a/../../b',
  '/etc/passwd',
  './config.json',
  'a//b',
  'a/',
  '',
  '..',
  'C:/windows',
  'a\\..\\b',
  'a\u0000b',
  'a\nb',
  'x'.repeat(901),
])('refuses the path %j, which leaves the folder or hides something', (path) => {
  expect(isInside(path)).toBe(false);
  expect(problems({ path, bytes: 1 })).toHaveLength(1);
});

test('reports every problem of a list at once', () => {
  expect(
    problems(
      { path: '../x', bytes: 1 },
      { path: 'link', bytes: 1, link: true },
      { path: 'empty', bytes: 0 },
      { path: 'twice', bytes: 1 },
      { path: 'twice', bytes: 1 },
      { path: 'llmops-manifest.json', bytes: 1 },
      { path: 'size', bytes: Number.NaN },
    ),
  ).toEqual([
    expect.stringMatching(/^..\/x: a path leaves the folder/),
    expect.stringMatching(/^link: a link is not a file/),
    expect.stringMatching(/^empty: a file is empty/),
    expect.stringMatching(/^twice: a path is listed twice/),
    expect.stringMatching(/^llmops-manifest.json: the name is that of the manifest/),
    expect.stringMatching(/^size: a file is empty, or its size is no number/),
  ]);
});

test('a list without files is refused', () => {
  expect(problems()).toEqual([expect.stringMatching('the source lists no files')]);
});

test.each([
  ['.gitattributes', true],
  ['.git/config', true],
  ['.github/workflows/x.yml', true],
  ['model.gitignore', false],
  ['.gitx', false],
  ['config.json', false],
])('%s belongs to git: %s', (path, git) => {
  expect(isGitFile(path)).toBe(git);
});
