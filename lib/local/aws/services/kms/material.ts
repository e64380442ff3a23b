import type { KeyObject } from 'node:crypto';
import { createHash, createPrivateKey, createSecretKey, generateKeyPairSync } from 'node:crypto';
import { ServiceError } from '../../errors';
import type { Cloud } from '../../state/cloud';
import type { Key } from './keys';

/** Source: AWS KMS Developer Guide, "Key spec reference" (read 2026-11-30). */
const rsaBits: Readonly<Record<string, number>> = { RSA_2048: 2048, RSA_3072: 3072, RSA_4096: 4096 };
const curves: Readonly<Record<string, string>> = {
  ECC_NIST_P256: 'prime256v1',
  ECC_NIST_P384: 'secp384r1',
  ECC_NIST_P521: 'secp521r1',
  ECC_SECG_P256K1: 'secp256k1',
};

/** Bytes that are a function of the seed, of a key and of what they are for: secret to nobody, the same in every run. */
export function seededBytes(cloud: Cloud, scope: string, length: number): Buffer {
  const blocks: Buffer[] = [];
  for (let block = 0; block * 32 < length; block += 1) {
    blocks.push(createHash('sha256').update(`${cloud.ids.seed}\nkms\n${scope}\n${block}`).digest());
  }
  return Buffer.concat(blocks).subarray(0, length);
}

/** The secret of a symmetric key or of a key for message authentication codes. */
export function secretOf(key: Key, cloud: Cloud): KeyObject {
  const bits = Number(/^HMAC_(\d+)$/.exec(key.spec)?.[1] ?? 256);
  return createSecretKey(seededBytes(cloud, key.arn, Math.ceil(bits / 8)));
}

/**
 * The private key of a key pair. It is made on first use and kept in the state, because no pair is a function of a seed.
 * @throws ServiceError (UnsupportedOperationException) for a spec that this cloud has no pairs of
 */
export function privateKeyOf(key: Key, cloud: Cloud): KeyObject {
  const pairs = cloud.ledger.table<string>('kms/pairs');
  const known = pairs.get(key.arn);
  if (known !== undefined) return createPrivateKey(known);
  const made = pairOf(key.spec);
  pairs.set(key.arn, made.export({ type: 'pkcs8', format: 'pem' }).toString());
  return made;
}

function pairOf(spec: string): KeyObject {
  const bits = rsaBits[spec];
  if (bits !== undefined) return generateKeyPairSync('rsa', { modulusLength: bits }).privateKey;
  const namedCurve = curves[spec];
  if (namedCurve !== undefined) return generateKeyPairSync('ec', { namedCurve }).privateKey;
  throw new ServiceError('UnsupportedOperationException', `The local cloud has no key pairs of spec ${spec}`);
}
