import type { StoreFolder } from './store-folder';

/** A request to a local store. */
export interface StoreCall {
  readonly method: string;
  /** Parts of the path below the store, decoded. */
  readonly path: readonly string[];
  readonly query: URLSearchParams;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: Buffer;
  readonly store: StoreFolder;
  /** Address of this store, without a final slash. */
  readonly address: string;
}

/** An answer of a local store. */
export interface StoreAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
}

/** An error as Azure Resource Manager and AI Search write it. */
export function jsonError(status: number, code: string, message: string): StoreAnswer {
  return json(status, { error: { code, message } });
}

/** An answer in JSON. */
export function json(status: number, content: object): StoreAnswer {
  return { status, headers: { 'content-type': 'application/json' }, body: JSON.stringify(content) };
}

/** Text in XML. */
export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
