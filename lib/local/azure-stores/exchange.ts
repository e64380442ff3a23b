import type { LoopbackAnswer, LoopbackCall } from '../loopback-server';
import type { StoreFolder } from './store-folder';

/** A request to a local store; its path is that below the store. */
export interface StoreCall extends Omit<LoopbackCall, 'root'> {
  readonly store: StoreFolder;
  /** Address of this store, without a final slash. */
  readonly address: string;
}

/** An answer of a local store. */
export type StoreAnswer = LoopbackAnswer;

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
