/**
 * The program of an import: Node, its standard library and the AWS CLI, all of which the images of CodeBuild have. Before it
 * writes anything it has the list and every hash: the hub states those of large files, small ones are read. It downloads one
 * file at a time, so that the disk holds the largest file and not the model.
 *
 * Started with MANIFEST_SHA256 it stops unless its manifest has that hash: whoever started it has checked a signature over
 * these very files. With SIGNATURE=required it does not run without.
 *
 * Sources of the hub's API: as in `lib/cloud/hub.ts`. The manifest is that of `lib/assets/manifest.ts`; a test compares both.
 */
export const importProgram = String.raw`
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createWriteStream, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { once } from 'node:events';

const { HUB, REPOSITORY, REVISION, BUCKET, PREFIX, HF_TOKEN, SIGNATURE, SIGNER, MANIFEST_SHA256 } = process.env;
const manifestName = 'llmops-manifest.json';
const folder = mkdtempSync(join(tmpdir(), 'import-'));
const headers = HF_TOKEN ? { authorization: 'Bearer ' + HF_TOKEN } : {};

function stop(message) {
  console.error('refused: ' + message);
  process.exit(1);
}
function aws(...args) {
  return execFileSync('aws', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}
// Of a key that is not there S3 answers 403, not 404, to who may list below a prefix only: so what is there is listed first.
function keys() {
  const text = aws('s3api', 'list-objects-v2', '--bucket', BUCKET, '--prefix', PREFIX, '--query', 'Contents[].Key', '--output', 'json');
  return new Set(text.trim() === '' ? [] : (JSON.parse(text) ?? []));
}
function head(path) {
  if (!there.has(PREFIX + path)) return undefined;
  return JSON.parse(aws('s3api', 'head-object', '--bucket', BUCKET, '--key', PREFIX + path, '--output', 'json'));
}
async function get(url) {
  const answer = await fetch(url, { headers });
  if (!answer.ok) stop(url + ' answered ' + answer.status);
  return answer;
}
async function list() {
  const files = [];
  let next = HUB + '/api/models/' + REPOSITORY + '/tree/' + REVISION + '?recursive=true';
  while (next) {
    const answer = await get(next);
    files.push(...(await answer.json()).filter(({ type }) => type !== 'directory'));
    const found = /<([^>]+)>;\s*rel="next"/.exec(answer.headers.get('link') ?? '');
    next = found?.[1].startsWith(HUB + '/') ? found[1] : undefined;
  }
  return files.filter(({ path }) => !/^\.git(attributes|ignore|modules|hub\/.*|\/.*)?$/.test(path));
}
function check(files) {
  const seen = new Set([manifestName]);
  if (files.length === 0) stop('the source lists no files');
  for (const { path, size, type } of files) {
    const plain = path.length <= 900 && !/[\\\p{Cc}]|^[A-Za-z]:/u.test(path);
    if (!plain || path.split('/').some((part) => part === '' || part === '.' || part === '..')) stop('a path leaves the folder: ' + path);
    if (type !== 'file') stop('not a file: ' + path);
    if (seen.has(path)) stop('a path is listed twice, or is that of the manifest: ' + path);
    if (!(size > 0)) stop('a file is empty: ' + path);
    seen.add(path);
  }
}
async function read(file, take) {
  const answer = await get(HUB + '/' + REPOSITORY + '/resolve/' + REVISION + '/' + file.path.split('/').map(encodeURIComponent).join('/'));
  const commit = answer.headers.get('x-repo-commit');
  if (commit && commit !== REVISION) stop('the hub answers with another commit: ' + commit);
  const size = file.lfs?.size ?? file.size;
  const [sha256, blob] = [createHash('sha256'), createHash('sha1').update('blob ' + size + '\0')];
  let bytes = 0;
  for await (const part of answer.body) {
    bytes += part.length;
    sha256.update(part);
    blob.update(part);
    await take(part);
  }
  const [got, git] = [sha256.digest('hex'), blob.digest('hex')];
  if (bytes !== size) stop(file.path + ' has ' + bytes + ' bytes, and the list says ' + size);
  if (file.lfs ? got !== stated(file) : git !== file.oid) stop(file.path + ' has another hash than the list says');
  return got;
}
function stated(file) {
  return file.lfs?.oid.replace(/^sha256:/, '');
}
async function download(file, to) {
  const out = createWriteStream(to);
  const got = await read(file, async (part) => {
    if (!out.write(part)) await once(out, 'drain');
  });
  out.end();
  await once(out, 'finish');
  return got;
}
function canonical(value) {
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, item]) => [name, canonical(item)]));
}

const there = keys();
if (there.has(PREFIX + manifestName)) {
  console.log('complete already: a prefix is written once');
  process.exit(0);
}
if (SIGNATURE === 'required' && !MANIFEST_SHA256) stop('the model has a signature, which llmops assets push checks before it starts this job');
const listed = await list();
check(listed);
const files = [];
for (const file of listed) {
  const sha256 = stated(file) ?? (await read(file, async () => {}));
  files.push({ path: file.path, bytes: file.lfs?.size ?? file.size, sha256 });
}
files.sort((a, b) => (a.path < b.path ? -1 : 1));
const source = { kind: 'hub', repository: REPOSITORY, revision: REVISION };
const signature = MANIFEST_SHA256 && SIGNER ? { kind: 'model-signature', signer: SIGNER } : { kind: 'unsigned' };
const manifest = JSON.stringify(canonical({ schema: 'llmops-kit/asset-manifest/v1', source, signature, files }), null, 2) + '\n';
const sealed = createHash('sha256').update(manifest).digest('hex');
if (MANIFEST_SHA256 && sealed !== MANIFEST_SHA256) stop('the hub lists other files than those whose signature was checked');

const hashes = new Map(files.map(({ path, sha256 }) => [path, sha256]));
for (const file of listed) {
  const known = hashes.get(file.path);
  if (head(file.path)?.Metadata?.sha256 === known) {
    console.log('kept ' + file.path);
    continue;
  }
  const to = join(folder, 'file');
  if ((await download(file, to)) !== known) stop(file.path + ' changed while it was imported');
  aws('s3', 'cp', to, 's3://' + BUCKET + '/' + PREFIX + file.path, '--metadata', 'sha256=' + known, '--only-show-errors');
  rmSync(to);
  console.log('sent ' + file.path);
}
const body = join(folder, manifestName);
writeFileSync(body, manifest);
aws('s3api', 'put-object', '--bucket', BUCKET, '--key', PREFIX + manifestName, '--body', body, '--if-none-match', '*', '--metadata', 'sha256=' + sealed);
console.log('complete ' + files.length + ' files');
`;
