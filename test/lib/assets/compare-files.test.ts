import type { PresentFile } from '../../../lib/assets/compare-files';
import { compareFiles } from '../../../lib/assets/compare-files';
import { manifestOf, manifestText } from '../../../lib/assets/manifest';

const source = { kind: 'hub', repository: 'Qwen/Qwen3-32B', revision: '0123' } as const;
const wanted = {
  place: 's3://bucket/models/',
  removal: (path?: string) =>
    path === undefined ? "aws s3 rm --recursive 's3://bucket/models/'" : `aws s3 rm 's3://bucket/models/${path}'`,
  push: 'llmops assets push --env dev',
  source,
};
const a = { path: 'a.safetensors', bytes: 1, sha256: 'a'.repeat(64) };
const b = { path: 'config.json', bytes: 2, sha256: 'b'.repeat(64) };
const manifest = manifestText(manifestOf(source, { kind: 'unsigned' }, [a, b]));
const own: PresentFile = { path: 'llmops-manifest.json', bytes: manifest.length };

test('what its manifest says is present, whether or not the store has hashes', () => {
  expect(compareFiles({ files: [a, b, own], manifest }, wanted)).toEqual({ kind: 'present' });
  const unhashed = [a, b].map(({ path, bytes }) => ({ path, bytes }));
  expect(compareFiles({ files: [...unhashed, own], manifest }, wanted)).toEqual({ kind: 'present' });
});

test('an empty prefix is missing, and the push brings it', () => {
  expect(compareFiles({ files: [] }, wanted)).toEqual({
    kind: 'missing',
    cause: 's3://bucket/models/ is empty',
    repair: 'llmops assets push --env dev',
  });
});

const other = manifestText(manifestOf({ ...source, revision: '9999' }, { kind: 'unsigned' }, [a, b]));

test.each([
  ['files without a manifest', { files: [a, b] }, 'half', /no llmops-manifest.json/, /^llmops assets push/],
  [
    'a file that is missing',
    { files: [a, own], manifest },
    'half',
    /1 file of the manifest is not there: config.json/,
    /^llmops/,
  ],
  [
    'another size',
    { files: [a, { ...b, bytes: 3 }, own], manifest },
    'hash',
    /1 file with another size/,
    /^aws s3 rm --recursive/,
  ],
  [
    'another hash',
    { files: [a, { ...b, sha256: 'c'.repeat(64) }, own], manifest },
    'hash',
    /config.json/,
    /^aws s3 rm/,
  ],
  [
    'a file too many',
    { files: [a, b, { path: 'x', bytes: 1 }, own], manifest },
    'extra',
    /does not list: x/,
    /rm 's3:\/\/bucket\/models\/x'$/,
  ],
  ['a manifest that is none', { files: [a, b, own], manifest: '{' }, 'manifest', /not JSON/, /^aws s3 rm --recursive/],
  [
    'another revision',
    { files: [a, b, own], manifest: other },
    'manifest',
    /at 9999, and the plan wants .* at 0123/,
    /^aws s3 rm/,
  ],
] as const)('%s is wrong', (_what, there, problem, cause, repair) => {
  const state = compareFiles(there, wanted);
  expect(state).toMatchObject({ kind: 'wrong', problem });
  expect(state).toHaveProperty('cause', expect.stringMatching(cause));
  expect(state).toHaveProperty('repair', expect.stringMatching(repair));
});
