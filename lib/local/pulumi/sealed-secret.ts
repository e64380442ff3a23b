import { createHmac } from 'node:crypto';
import type { PropertyMap, PropertyValue, SecretValue } from './property-value';
import { canonical, isList, isMap, isSecret, revealed, signature } from './property-value';

/**
 * Secrets at rest. The state keeps a keyed digest in place of the value: it shows whether a secret changed, and does not
 * give the secret back.
 */
export class SecretSeal {
  constructor(private readonly key: string) {}

  /** Replaces each secret by its digest. A sealed value is returned unchanged. */
  seal(value: PropertyValue): PropertyValue {
    if (isSecret(value)) return isSealed(value) ? value : { [signature]: value[signature], digest: this.digest(value) };
    if (isList(value)) return value.map((item) => this.seal(item));
    return isMap(value) ? this.sealMap(value) : value;
  }

  /** The map with each secret replaced by its digest. */
  sealMap(value: PropertyMap): PropertyMap {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, this.seal(item)]));
  }

  /** Whether two values are equal once unwrapped; sealed and open secrets compare by digest. */
  equal(left: PropertyValue, right: PropertyValue): boolean {
    if (isSecret(left) || isSecret(right)) return this.digest(left) === this.digest(right);
    return canonical(revealed(left)) === canonical(revealed(right));
  }

  private digest(value: PropertyValue): string {
    if (isSealed(value)) return value.digest;
    return createHmac('sha256', this.key)
      .update(canonical(revealed(value)))
      .digest('hex');
  }
}

interface SealedSecret extends SecretValue {
  readonly digest: string;
}

/** Whether a secret of which only the digest is left is anywhere in the value. */
export function containsSealed(value: PropertyValue): boolean {
  if (isSealed(value)) return true;
  if (isList(value)) return value.some(containsSealed);
  return isMap(value) && Object.values(value).some(containsSealed);
}

/** Whether the value is a secret of which only the digest is left. */
export function isSealed(value: PropertyValue | undefined): value is SealedSecret {
  return isSecret(value) && typeof value['digest'] === 'string';
}
