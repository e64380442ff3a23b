import { parseXml, XmlElement } from '@rgrove/parse-xml';

/** A blob as a list of a container has it. */
export interface ListedBlob {
  /** Whole name, with the prefix. */
  readonly name: string;
  readonly bytes: number;
  readonly etag: string;
  /** Metadata that an import writes. @default - it has none */
  readonly sha256?: string;
}

/** A page of a list. */
export interface BlobPage {
  readonly blobs: readonly ListedBlob[];
  /** Marker of the next page. @default - this is the last one */
  readonly next?: string;
}

/** Reads the answer of List Blobs. Source: "List Blobs (REST API) - Azure Storage", version 2023-11-03 (read 2026-12-01). */
export function readBlobPage(text: string): BlobPage {
  const root = parseXml(text).root ?? undefined;
  const blobs = children(child(root, 'Blobs'), 'Blob').map((blob): ListedBlob => {
    const properties = child(blob, 'Properties');
    const sha256 = textOf(child(child(blob, 'Metadata'), 'sha256'));
    return {
      name: nameOf(child(blob, 'Name')),
      bytes: Number(textOf(child(properties, 'Content-Length'))),
      etag: textOf(child(properties, 'Etag')),
      ...(sha256 === '' ? {} : { sha256 }),
    };
  });
  const next = textOf(child(root, 'NextMarker'));
  return { blobs, ...(next === '' ? {} : { next }) };
}

/** Names of the blocks that were sent and not committed. Source: "Get Block List (REST API)" (read 2026-12-01). */
export function readUncommittedBlocks(text: string): ReadonlySet<string> {
  const root = parseXml(text).root ?? undefined;
  return new Set(children(child(root, 'UncommittedBlocks'), 'Block').map((block) => textOf(child(block, 'Name'))));
}

/** A name with characters that XML cannot have is percent-encoded. */
function nameOf(element: XmlElement | undefined): string {
  const name = textOf(element);
  return element?.attributes['Encoded'] === 'true' ? decodeURIComponent(name) : name;
}

function child(of: XmlElement | undefined, name: string): XmlElement | undefined {
  return children(of, name)[0];
}

function children(of: XmlElement | undefined, name: string): readonly XmlElement[] {
  return (of?.children ?? []).flatMap((one) => (one instanceof XmlElement && one.name === name ? [one] : []));
}

function textOf(element: XmlElement | undefined): string {
  return element?.text ?? '';
}
