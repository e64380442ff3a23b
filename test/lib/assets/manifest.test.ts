import type { AssetManifest } from '../../../lib/assets/manifest';
import { manifestOf, manifestText, readManifest } from '../../../lib/assets/manifest';

const source = { kind: 'hub', repository: 'Qwen/Qwen3-32B', revision: '0123' } as const;
const a = { path: 'a.safetensors', bytes: 1, sha256: 'a'.repeat(64) };
const b = { path: 'config.json', bytes: 2, sha256: 'b'.repeat(64) };
const manifest = manifestOf(source, { kind: 'unsigned' }, [b, a]);

test('the same files are the same bytes, in whatever order they came', () => {
  expect(manifestText(manifest)).toBe(manifestText(manifestOf(source, { kind: 'unsigned' }, [a, b])));
  expect(manifest.files.map(({ path }) => path)).toEqual(['a.safetensors', 'config.json']);
});

test('what was written is read', () => {
  expect(readManifest(manifestText(manifest))).toEqual(manifest);
  const signed: AssetManifest = manifestOf(source, { kind: 'model-signature', signer: 'key 1' }, [a]);
  expect(readManifest(manifestText(signed))).toEqual(signed);
});

test.each([
  ['text that is cut', manifestText(manifest).slice(0, 40), 'not JSON'],
  ['another schema', '{"schema":"v9"}', 'not of the schema'],
  ['no files', manifestText({ ...manifest, files: [] }), 'lists no files'],
  [
    'a hash that is none',
    manifestText({ ...manifest, files: [{ ...a, sha256: 'x' }] }),
    'without path, size and SHA-256',
  ],
  [
    'a path that leaves the prefix',
    manifestText({ ...manifest, files: [{ ...a, path: '../a' }] }),
    'leaves the prefix',
  ],
  ['a path twice', manifestText({ ...manifest, files: [a, a] }), 'lists a path twice'],
  [
    'no source',
    '{"schema":"llmops-kit/asset-manifest/v1","files":[' + JSON.stringify(a) + ']}',
    'where its files come from',
  ],
  ['another order', manifestText({ ...manifest, files: [b, a] }), 'not in canonical form'],
  ['another layout', JSON.stringify(manifest), 'not in canonical form'],
])('refuses %s', (_what, text, message) => {
  expect(readManifest(text)).toMatch(message);
});
