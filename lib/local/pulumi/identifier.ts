import { createHash } from 'node:crypto';

/** Identifiers that a cloud would choose at random, derived from a seed: every run of a program gets the same. */
export class Identifiers {
  constructor(private readonly seed: string) {}

  /** Hexadecimal digits. @param of - what the identifier names */
  hex(length: number, ...of: readonly string[]): string {
    return createHash('sha256')
      .update(JSON.stringify([this.seed, ...of]))
      .digest('hex')
      .slice(0, length);
  }

  /** A UUID in the form of version 4. @param of - what the identifier names */
  uuid(...of: readonly string[]): string {
    const hex = this.hex(32, ...of);
    return [
      hex.slice(0, 8),
      hex.slice(8, 12),
      `4${hex.slice(13, 16)}`,
      `a${hex.slice(17, 20)}`,
      hex.slice(20, 32),
    ].join('-');
  }
}
