import { createHash, randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { StoreAnswer, StoreCall } from './exchange';
import { json } from './exchange';
import type { StoreFolder } from './store-folder';

const mediaType = z.object({ mediaType: z.string() });

/**
 * A container registry by digest: login, manifests and layers of the distribution API. Tags are not kept. Sources, read
 * 2026-12-01: OCI distribution specification 1.1; Azure/acr, docs/AAD-OAuth.md.
 */
export function registryAnswer(call: StoreCall): StoreAnswer {
  const [first, second] = call.path;
  if (first === 'oauth2') return loginAnswer(call, second);
  if (first !== 'v2') return failure(404, 'UNSUPPORTED', 'the local registry has no such address');
  if (call.headers['authorization']?.startsWith('Bearer ') !== true) {
    return failure(
      401,
      'UNAUTHORIZED',
      'authentication required, visit https://aka.ms/acr/authorization for more information.',
    );
  }
  const [, repository = '', kind = '', reference = ''] =
    /^(.+?)\/(manifests|blobs\/uploads|blobs)\/([^/]*)$/.exec(call.path.slice(1).join('/')) ?? [];
  const folder = call.store.within(`repository ${repository}`);
  if (kind === 'manifests') return manifestAnswer(call, folder, reference);
  if (kind === 'blobs') return layerAnswer(call, folder, reference);
  if (kind === 'blobs/uploads') return uploadAnswer(call, folder, repository, reference);
  return failure(404, 'NAME_INVALID', 'invalid repository name');
}

/** The local registry knows everybody: nothing else of Azure signs in either. */
function loginAnswer({ method, body }: StoreCall, step: string | undefined): StoreAnswer {
  const fields = new URLSearchParams(body.toString('utf8'));
  if (method === 'POST' && step === 'exchange' && fields.has('access_token'))
    return json(200, { refresh_token: 'local' });
  if (method === 'POST' && step === 'token' && fields.has('refresh_token')) return json(200, { access_token: 'local' });
  return failure(400, 'UNAUTHORIZED', 'the login has no token');
}

function manifestAnswer({ method, body, headers }: StoreCall, folder: StoreFolder, digest: string): StoreAnswer {
  const key = `manifest ${digest}`;
  if (method === 'PUT') {
    if (digestOf(body) !== digest)
      return failure(400, 'DIGEST_INVALID', 'provided digest did not match uploaded content');
    folder.put(key, [body], () => ({ mediaType: headers['content-type'] ?? '' }));
    return { status: 201, headers: { 'docker-content-digest': digest } };
  }
  const content = folder.content(key);
  if (content === undefined) return failure(404, 'MANIFEST_UNKNOWN', `manifest ${digest} is not found`);
  const { mediaType: type } = mediaType.parse(folder.about(key));
  return { status: 200, headers: { 'content-type': type, 'docker-content-digest': digest }, body: content };
}

function layerAnswer({ method }: StoreCall, folder: StoreFolder, digest: string): StoreAnswer {
  const content = folder.content(`layer ${digest}`);
  if (content === undefined) return failure(404, 'BLOB_UNKNOWN', 'blob unknown to registry');
  return {
    status: 200,
    headers: { 'docker-content-digest': digest },
    body: method === 'HEAD' ? new Uint8Array() : content,
  };
}

function uploadAnswer(call: StoreCall, folder: StoreFolder, repository: string, upload: string): StoreAnswer {
  const { method, body, query } = call;
  if (method === 'POST') return accepted(call, repository, randomUUID());
  const parts = folder.within(`upload ${upload}`);
  const number = parts.list().length;
  if (body.length > 0) parts.put(String(number), [body], () => ({}));
  if (method === 'PATCH') return accepted(call, repository, upload);
  if (method !== 'PUT') return failure(405, 'UNSUPPORTED', 'the operation is unsupported');
  const digest = query.get('digest') ?? '';
  const layer = `layer ${digest}`;
  let got = '';
  folder.put(layer, contentsOf(parts), ({ sha256 }) => {
    got = `sha256:${sha256}`;
    return {};
  });
  parts.clear();
  if (got === digest) return { status: 201, headers: { 'docker-content-digest': digest } };
  folder.remove(layer);
  return failure(400, 'DIGEST_INVALID', 'provided digest did not match uploaded content');
}

/** One part is in memory at a time. */
function* contentsOf(parts: StoreFolder): Generator<Uint8Array> {
  const count = parts.list().length;
  for (let number = 0; number < count; number += 1) yield parts.content(String(number)) ?? new Uint8Array();
}

function accepted({ address }: StoreCall, repository: string, upload: string): StoreAnswer {
  return { status: 202, headers: { location: `${address}/v2/${repository}/blobs/uploads/${upload}` } };
}

function digestOf(content: Uint8Array): string {
  return `sha256:${createHash('sha256').update(content).digest('hex')}`;
}

function failure(status: number, code: string, message: string): StoreAnswer {
  return json(status, { errors: [{ code, message }] });
}
