import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { StoreAnswer, StoreCall } from './exchange';
import { escaped } from './exchange';
import type { StoreFolder } from './store-folder';

const blob = z.object({
  key: z.string(),
  bytes: z.number(),
  etag: z.string(),
  md5: z.string(),
  metadata: z.record(z.string(), z.string()),
});
type Blob = z.output<typeof blob>;

/** Blobs of a page of a list. */
const pageSize = 5000;

/**
 * Blob Storage as far as assets need it: containers, lists with metadata, blobs whole or in blocks, conditions and checksums.
 * Anything else is refused by name. Source: Storage services REST API, version 2023-11-03 (read 2026-12-01).
 */
export function blobAnswer(call: StoreCall): StoreAnswer {
  const [container = '', ...rest] = call.path;
  const folder = call.store.within(`container ${container}`);
  const name = rest.join('/');
  if (name === '') return containerAnswer(call, folder);
  if (!folder.exists()) return noContainer();
  const component = call.query.get('comp');
  switch (`${call.method} ${component ?? ''}`) {
    case 'GET ':
    case 'HEAD ': {
      const content = folder.content(name);
      return content === undefined
        ? xmlError(404, 'BlobNotFound', 'The specified blob does not exist.')
        : { status: 200, body: content };
    }
    case 'PUT ': {
      return wrongChecksum(call) ? md5Mismatch() : written(call, folder, name, [call.body]);
    }
    case 'PUT block': {
      if (wrongChecksum(call)) return md5Mismatch();
      const id = call.query.get('blockid') ?? '';
      folder.within(`blocks ${name}`).put(id, [call.body], () => ({}));
      return { status: 201 };
    }
    case 'PUT blocklist': {
      return committed(call, folder, name);
    }
    case 'GET blocklist': {
      const blocks = blockIds(folder, name);
      if (blocks.length === 0 && folder.about(name) === undefined)
        return xmlError(404, 'BlobNotFound', 'The specified blob does not exist.');
      const listed = blocks.map((id) => `<Block><Name>${id}</Name></Block>`).join('');
      return xml(`<BlockList><UncommittedBlocks>${listed}</UncommittedBlocks></BlockList>`);
    }
    case 'DELETE ': {
      if (folder.about(name) === undefined) return xmlError(404, 'BlobNotFound', 'The specified blob does not exist.');
      folder.remove(name);
      return { status: 202 };
    }
    default: {
      return xmlError(501, 'NotImplemented', `the local Blob Storage has no ${call.method} ${component ?? ''}`);
    }
  }
}

function containerAnswer({ method, query }: StoreCall, folder: StoreFolder): StoreAnswer {
  if (method === 'PUT') {
    if (folder.exists()) return xmlError(409, 'ContainerAlreadyExists', 'The specified container already exists.');
    folder.make();
    return { status: 201 };
  }
  if (!folder.exists()) return noContainer();
  if (method !== 'GET' || query.get('comp') !== 'list')
    return xmlError(501, 'NotImplemented', `the local Blob Storage has no such request of a container`);
  const prefix = query.get('prefix') ?? '';
  const all = blobsOf(folder).filter(({ key }) => key.startsWith(prefix));
  const from = Number(query.get('marker') ?? 0);
  const page = all.slice(from, from + pageSize);
  const next = from + page.length < all.length ? String(from + page.length) : '';
  const listed = page.map(({ key, bytes, etag, md5, metadata }) => {
    const meta = Object.entries(metadata).map(([field, text]) => `<${field}>${escaped(text)}</${field}>`);
    const properties = `<Etag>${etag}</Etag><Content-Length>${bytes}</Content-Length><Content-MD5>${md5}</Content-MD5>`;
    return `<Blob><Name>${escaped(key)}</Name><Properties>${properties}</Properties><Metadata>${meta.join('')}</Metadata></Blob>`;
  });
  return xml(
    `<EnumerationResults><Blobs>${listed.join('')}</Blobs><NextMarker>${next}</NextMarker></EnumerationResults>`,
  );
}

function blobsOf(folder: StoreFolder): readonly Blob[] {
  return folder
    .list()
    .map((about) => blob.parse(about))
    .toSorted((a, b) => (a.key < b.key ? -1 : 1));
}

function blockIds(folder: StoreFolder, name: string): readonly string[] {
  const listed = folder.within(`blocks ${name}`).list();
  return listed.map((about) => z.object({ key: z.string() }).parse(about).key).toSorted();
}

function committed(call: StoreCall, folder: StoreFolder, name: string): StoreAnswer {
  const blocks = folder.within(`blocks ${name}`);
  const ids = [...call.body.toString('utf8').matchAll(/<(?:Latest|Uncommitted)>([^<]+)</g)].map(([, id = '']) => id);
  const sent = new Set(blockIds(folder, name));
  if (!ids.every((id) => sent.has(id)))
    return xmlError(400, 'InvalidBlockList', 'The specified block list is invalid.');
  const answer = written(call, folder, name, contentsOf(blocks, ids));
  if (answer.status === 201) for (const id of sent) blocks.remove(id);
  return answer;
}

/** One block is in memory at a time. */
function* contentsOf(blocks: StoreFolder, ids: readonly string[]): Generator<Uint8Array> {
  for (const id of ids) yield blocks.content(id) ?? new Uint8Array();
}

function written(call: StoreCall, folder: StoreFolder, name: string, parts: Iterable<Uint8Array>): StoreAnswer {
  const there = folder.about(name);
  const former = there === undefined ? undefined : blob.parse(there);
  const { 'if-none-match': none, 'if-match': match } = call.headers;
  if (none === '*' && former !== undefined)
    return xmlError(409, 'BlobAlreadyExists', 'The specified blob already exists.');
  if (match !== undefined && match !== former?.etag)
    return xmlError(412, 'ConditionNotMet', 'The condition specified using HTTP conditional header(s) is not met.');
  const metadata = Object.fromEntries(
    Object.entries(call.headers).flatMap(([header, text]) =>
      header.startsWith('x-ms-meta-') && text !== undefined ? [[header.slice('x-ms-meta-'.length), text] as const] : [],
    ),
  );
  folder.put(name, parts, ({ bytes, md5, sha256 }) => ({
    bytes,
    md5,
    metadata,
    etag: `"0x${sha256.slice(0, 16).toUpperCase()}"`,
  }));
  return { status: 201 };
}

function wrongChecksum({ headers, body }: StoreCall): boolean {
  const given = headers['content-md5'];
  return given !== undefined && given !== createHash('md5').update(body).digest('base64');
}

function md5Mismatch(): StoreAnswer {
  return xmlError(
    400,
    'Md5Mismatch',
    'The MD5 value specified in the request did not match with the MD5 value calculated by the server.',
  );
}

function noContainer(): StoreAnswer {
  return xmlError(404, 'ContainerNotFound', 'The specified container does not exist.');
}

function xml(body: string): StoreAnswer {
  return {
    status: 200,
    headers: { 'content-type': 'application/xml' },
    body: `<?xml version="1.0" encoding="utf-8"?>${body}`,
  };
}

function xmlError(status: number, code: string, message: string): StoreAnswer {
  return {
    status,
    headers: { 'content-type': 'application/xml', 'x-ms-error-code': code },
    body: `<?xml version="1.0" encoding="utf-8"?><Error><Code>${code}</Code><Message>${escaped(message)}</Message></Error>`,
  };
}
