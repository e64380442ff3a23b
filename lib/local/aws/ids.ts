import { hash } from 'node:crypto';

const lowerAlphabet = 'abcdefghijklmnopqrstuvwxyz0123456789';
const upperAlphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';
const hexAlphabet = '0123456789abcdef';
/** Bytes of a SHA-256. */
const blockBytes = 32;

/** Identifiers that are a pure function of a seed and a scope: a plan knows them before a resource exists. */
export class Ids {
  readonly #counter: Map<string, number>;

  /** @param counter how many identifiers there were: a cloud that is continued counts on */
  constructor(
    readonly seed: string,
    counter = new Map<string, number>(),
  ) {
    this.#counter = counter;
  }

  /** Lower-case letters and digits. */
  lower(scope: string, length: number): string {
    return this.#spell(scope, length, lowerAlphabet);
  }

  /** Upper-case letters and digits, as Bedrock and IAM use. */
  upper(scope: string, length: number): string {
    return this.#spell(scope, length, upperAlphabet);
  }

  /** Hexadecimal digits, as EC2 uses. */
  hex(scope: string, length: number): string {
    return this.#spell(scope, length, hexAlphabet);
  }

  /** A UUID in the form of version 4. */
  uuid(scope: string): string {
    const digits = this.hex(scope, 31);
    return `${digits.slice(0, 8)}-${digits.slice(8, 12)}-4${digits.slice(12, 15)}-a${digits.slice(15, 18)}-${digits.slice(18, 30)}`;
  }

  /** A UUID no earlier call returned; the n-th call under one seed always gives the same. */
  fresh(kind: string): string {
    const next = (this.#counter.get('last') ?? 0) + 1;
    this.#counter.set('last', next);
    return this.uuid(`${kind}#${next}`);
  }

  #spell(scope: string, length: number, alphabet: string): string {
    const codes = Buffer.allocUnsafe(length);
    for (let block = 0; block * blockBytes < length; block += 1) {
      // One call without a stream of its own: identifiers are made for every request, event and resource.
      const bytes = hash('sha256', `${this.seed}\n${scope}\n${block}`, 'binary');
      const start = block * blockBytes;
      const end = Math.min(start + blockBytes, length);
      for (let at = start; at < end; at += 1)
        codes[at] = alphabet.charCodeAt(bytes.charCodeAt(at - start) % alphabet.length);
    }
    return codes.toString('latin1');
  }
}
