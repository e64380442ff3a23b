import { spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { importProgram } from '../../../../constructs/aws/model-import/import-job';
import { manifestOf, manifestText } from '../../../../lib/assets/manifest';
import type { HubFile, TestHub } from '../../../helpers/hub';
import { startHub } from '../../../helpers/hub';

const repository = 'example/model';
const revision = '0123456789abcdef0123456789abcdef01234567';
const prefix = 'models/m/';

/** An AWS CLI that keeps objects as files, with their metadata beside them. */
const fakeAws = `#!${process.execPath}
const { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } = require('node:fs');
const { dirname, join } = require('node:path');
const args = process.argv.slice(2);
const named = (name) => args[args.indexOf(name) + 1];
const file = (key) => join(process.env.BUCKET_FOLDER, key);
const put = (from, key) => {
  mkdirSync(dirname(file(key)), { recursive: true });
  copyFileSync(from, file(key));
  writeFileSync(file(key) + '.meta', named('--metadata').replace('sha256=', ''));
};
if (args[1] === 'list-objects-v2') {
  const all = readdirSync(process.env.BUCKET_FOLDER, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
  const keys = all.map((one) => join(one.path, one.name).slice(process.env.BUCKET_FOLDER.length + 1));
  const listed = keys.filter((key) => key.startsWith(named('--prefix')) && !key.endsWith('.meta'));
  console.log(JSON.stringify(listed.length === 0 ? null : listed));
} else if (args[1] === 'head-object') {
  if (!existsSync(file(named('--key')))) { console.error('An error occurred (403) when calling the HeadObject operation: Forbidden'); process.exit(254); }
  console.log(JSON.stringify({ Metadata: { sha256: readFileSync(file(named('--key')) + '.meta', 'utf8') } }));
} else if (args[1] === 'cp') put(args[2], args[3].replace('s3://weights/', ''));
else if (args[1] === 'put-object') {
  if (named('--if-none-match') !== '*' || existsSync(file(named('--key')))) process.exit(255);
  put(named('--body'), named('--key'));
}
`;

let hub: TestHub | undefined;
afterEach(async () => {
  await hub?.close();
  hub = undefined;
});

interface Run {
  readonly code: number | null;
  readonly output: string;
  readonly bucket: string;
}

async function run(
  files: Readonly<Record<string, HubFile>>,
  bucket = mkdtempSync(join(tmpdir(), 'bucket-')),
  variables: Readonly<Record<string, string>> = {},
): Promise<Run> {
  hub = await startHub(repository, revision, files);
  const folder = mkdtempSync(join(tmpdir(), 'job-'));
  mkdirSync(join(folder, 'bin'));
  writeFileSync(join(folder, 'bin', 'aws'), fakeAws);
  chmodSync(join(folder, 'bin', 'aws'), 0o755);
  writeFileSync(join(folder, 'import.mjs'), importProgram);
  const env = {
    PATH: [join(folder, 'bin'), process.env.PATH ?? ''].join(delimiter),
    TMPDIR: folder,
    BUCKET_FOLDER: bucket,
    HUB: hub.address,
    REPOSITORY: repository,
    REVISION: revision,
    BUCKET: 'weights',
    PREFIX: prefix,
    ...variables,
  };
  const child = spawn(process.execPath, [join(folder, 'import.mjs')], { env });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  const code = await new Promise<number | null>((ended) => child.once('close', ended));
  await hub.close();
  hub = undefined;
  return { code, output, bucket };
}

function manifestIn({ bucket }: Run): string | undefined {
  const file = join(bucket, prefix, 'llmops-manifest.json');
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

const weights = randomBytes(300_000);
const files = {
  'config.json': { content: '{}' },
  'deep/model.safetensors': { content: weights, lfs: true },
  '.gitattributes': { content: 'x' },
};

test('writes the files, and last the very manifest that the command writes', async () => {
  const first = await run(files);
  expect(first.code).toBe(0);
  const wanted = manifestOf({ kind: 'hub', repository, revision }, { kind: 'unsigned' }, [
    { path: 'config.json', bytes: 2, sha256: hash(Buffer.from('{}')) },
    { path: 'deep/model.safetensors', bytes: weights.length, sha256: hash(weights) },
  ]);
  expect(manifestIn(first)).toBe(manifestText(wanted));
  expect(readFileSync(join(first.bucket, prefix, 'deep/model.safetensors'))).toEqual(weights);
  expect((await run(files, first.bucket)).output).toBe('complete already: a prefix is written once\n');
});

const hash = (content: Buffer): string => createHash('sha256').update(content).digest('hex');

/** The manifest that a command writes after it has checked a signature. */
function signedManifest(signer: string): string {
  return manifestText(
    manifestOf({ kind: 'hub', repository, revision }, { kind: 'model-signature', signer }, [
      { path: 'config.json', bytes: 2, sha256: hash(Buffer.from('{}')) },
      { path: 'deep/model.safetensors', bytes: weights.length, sha256: hash(weights) },
    ]),
  );
}

test('a model with a signature is imported as the very list that was checked, and not without one', async () => {
  const manifest = signedManifest('builds@example.com');
  const started = { SIGNATURE: 'required', SIGNER: 'builds@example.com', MANIFEST_SHA256: hash(Buffer.from(manifest)) };
  const imported = await run(files, undefined, started);
  expect([imported.code, manifestIn(imported)]).toEqual([0, manifest]);
  const alone = await run(files, undefined, { SIGNATURE: 'required' });
  expect(alone.output).toMatch(/refused: the model has a signature/);
  expect([alone.code, manifestIn(alone)]).toEqual([1, undefined]);
});

test('another list than the checked one is refused before anything is written', async () => {
  const MANIFEST_SHA256 = hash(Buffer.from(signedManifest('builds@example.com')));
  const changed = { ...files, 'config.json': { content: '{"evil":1}' } };
  const refused = await run(changed, undefined, {
    SIGNATURE: 'required',
    SIGNER: 'builds@example.com',
    MANIFEST_SHA256,
  });
  expect(refused.output).toBe('refused: the hub lists other files than those whose signature was checked\n');
  expect([refused.code, existsSync(join(refused.bucket, prefix))]).toEqual([1, false]);
});

test('continues where a former import stopped', async () => {
  const bad = { ...files, 'zz.bin': { content: 'z', lfs: true, lies: { sha256: 'a'.repeat(64) } } };
  const first = await run(bad);
  expect([first.code, manifestIn(first)]).toEqual([1, undefined]);
  const second = await run({ ...files, 'zz.bin': { content: 'z', lfs: true } }, first.bucket);
  expect(second.output).toMatch(/kept deep\/model.safetensors\nsent zz.bin\ncomplete 3 files/);
});

test.each([
  ['another SHA-256', { a: { content: 'a', lfs: true, lies: { sha256: 'b'.repeat(64) } } }, /another hash/],
  ['another content than git names', { a: { content: 'a', lies: { gitBlob: 'b'.repeat(40) } } }, /another hash/],
  ['another size', { a: { content: 'a', lies: { size: 9 } } }, /has 1 bytes, and the list says 9/],
  ['a path that leaves the folder', { '../a': { content: 'a' } }, /leaves the folder: ..\/a/],
  ['an empty file', { a: { content: '' } }, /a file is empty: a/],
  ['a file with the name of the manifest', { 'llmops-manifest.json': { content: '{}' } }, /is that of the manifest/],
  ['a file that is not served', { a: { content: 'a', lies: { missing: true } } }, /answered 404/],
  ['no file at all', { '.gitattributes': { content: 'x' } }, /lists no files/],
])('refuses %s, and writes no manifest', async (_what, listed, message) => {
  const refused = await run(listed);
  expect(refused.output).toMatch(message);
  expect(refused.code).toBe(1);
  expect(manifestIn(refused)).toBeUndefined();
});
