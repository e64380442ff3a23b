import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server on loopback that serves one image in every repository, as a public registry does. */
export interface TestRegistry {
  readonly address: string;
  /** Digest of the manifest. */
  readonly digest: string;
  close(): Promise<void>;
}

const mediaType = 'application/vnd.oci.image.manifest.v1+json';

/** The digest of the image that {@link startRegistry} serves for a layer. */
function imageOf(layer: string): { readonly digest: string; readonly manifest: string } {
  const blobs = [Buffer.from('{}'), Buffer.from(layer)].map((blob) => ({ digest: digestOf(blob), size: blob.length }));
  const [config, ...layers] = blobs;
  const manifest = JSON.stringify({ schemaVersion: 2, mediaType, config, layers });
  return { manifest, digest: digestOf(Buffer.from(manifest)) };
}

/** Starts a registry that serves an image with one layer. */
export async function startRegistry(layer: string): Promise<TestRegistry> {
  const { manifest, digest } = imageOf(layer);
  const contents = new Map([manifest, '{}', layer].map((content) => [digestOf(Buffer.from(content)), content]));
  const server = createServer((request, response) => {
    const [, kind, wanted = ''] = /\/(manifests|blobs)\/([^/]+)$/.exec(request.url ?? '') ?? [];
    const content = contents.get(wanted);
    if (content === undefined) response.writeHead(404).end();
    else {
      response.writeHead(200, { 'content-type': kind === 'manifests' ? mediaType : 'application/octet-stream' });
      response.end(request.method === 'HEAD' ? undefined : content);
    }
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    digest,
    close: async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

function digestOf(content: Buffer): string {
  return `sha256:${createHash('sha256').update(content).digest('hex')}`;
}
