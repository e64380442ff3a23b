import {
  constants,
  createHmac,
  createPublicKey,
  privateEncrypt,
  publicDecrypt,
  sign as signBytes,
  timingSafeEqual,
  verify as verifyBytes,
} from 'node:crypto';
import type { JsonObject } from '../../../../constraints/json';
import { ServiceError } from '../../errors';
import type { CallContext } from '../call';
import { optionalText, requiredBytes, requiredText } from '../fields';
import type { Key } from './keys';
import { assertUsable, requireKey } from './keys';
import { privateKeyOf, secretOf } from './material';

/** Bytes of a message and of a signature. Source: AWS KMS API reference, Sign and Verify (read 2026-11-30). */
const longest = { message: 4096, signature: 6144 } as const;

/** Start of a DigestInfo. Source: RFC 8017, section 9.2, note 1. */
const digestInfo: Readonly<Record<string, string>> = {
  sha256: '3031300d060960864801650304020105000420',
  sha384: '3041300d060960864801650304020205000430',
  sha512: '3051300d060960864801650304020305000440',
};

interface Request {
  readonly key: Key;
  readonly message: Buffer;
  readonly algorithm: string;
  /** Such as `sha256`. */
  readonly hash: string;
  readonly digest: boolean;
}

/** Sign. */
export function sign(input: JsonObject, context: CallContext): JsonObject {
  const request = signingRequest(input, context);
  const key = privateKeyOf(request.key, context.cloud);
  const { algorithm, message, hash } = request;
  const signature = request.digest
    ? privateEncrypt({ key, padding: constants.RSA_PKCS1_PADDING }, prefixed(hash, message))
    : signBytes(hash, message, { key, ...padding(algorithm) });
  return { KeyId: request.key.arn, Signature: signature.toString('base64'), SigningAlgorithm: algorithm };
}

/** Verify. @throws ServiceError (KMSInvalidSignatureException) */
export function verify(input: JsonObject, context: CallContext): JsonObject {
  const request = signingRequest(input, context);
  const signature = requiredBytes(input, 'Signature', longest.signature);
  const key = createPublicKey(privateKeyOf(request.key, context.cloud));
  const { algorithm, message, hash } = request;
  const valid = request.digest
    ? recovers(key, signature, prefixed(hash, message))
    : verifyBytes(hash, message, { key, ...padding(algorithm) }, signature);
  if (!valid) throw new ServiceError('KMSInvalidSignatureException', '');
  return { KeyId: request.key.arn, SignatureValid: true, SigningAlgorithm: algorithm };
}

/** GetPublicKey. */
export function getPublicKey(input: JsonObject, context: CallContext): JsonObject {
  const key = requireKey(requiredText(input, 'KeyId'), context);
  assertUsable(key, key.usage);
  if (!/^(?:RSA|ECC)_/.test(key.spec)) {
    throw new ServiceError(
      'UnsupportedOperationException',
      `${key.arn} has no public key: its key spec is ${key.spec}`,
    );
  }
  const pem = createPublicKey(privateKeyOf(key, context.cloud)).export({ type: 'spki', format: 'der' });
  return {
    KeyId: key.arn,
    PublicKey: pem.toString('base64'),
    CustomerMasterKeySpec: key.spec,
    KeySpec: key.spec,
    KeyUsage: key.usage,
    ...(key.usage === 'SIGN_VERIFY'
      ? { SigningAlgorithms: signingAlgorithms(key.spec) }
      : { EncryptionAlgorithms: ['RSAES_OAEP_SHA_1', 'RSAES_OAEP_SHA_256'] }),
  };
}

/** GenerateMac. */
export function generateMac(input: JsonObject, context: CallContext): JsonObject {
  const { key, algorithm, mac } = macOf(input, context);
  return { KeyId: key.arn, Mac: mac.toString('base64'), MacAlgorithm: algorithm };
}

/** VerifyMac. @throws ServiceError (KMSInvalidMacException) */
export function verifyMac(input: JsonObject, context: CallContext): JsonObject {
  const { key, algorithm, mac } = macOf(input, context);
  const given = requiredBytes(input, 'Mac', longest.signature);
  if (given.length !== mac.length || !timingSafeEqual(given, mac)) throw new ServiceError('KMSInvalidMacException', '');
  return { KeyId: key.arn, MacValid: true, MacAlgorithm: algorithm };
}

function macOf(input: JsonObject, context: CallContext) {
  const key = requireKey(requiredText(input, 'KeyId'), context);
  assertUsable(key, 'GENERATE_VERIFY_MAC');
  const algorithm = requiredText(input, 'MacAlgorithm');
  if (algorithm !== key.spec.replace('HMAC_', 'HMAC_SHA_')) throw incompatible(algorithm, key);
  const message = requiredBytes(input, 'Message', longest.message);
  const mac = createHmac(algorithm.replace('HMAC_SHA_', 'sha'), secretOf(key, context.cloud)).update(message).digest();
  return { key, algorithm, mac };
}

function signingRequest(input: JsonObject, context: CallContext): Request {
  const key = requireKey(requiredText(input, 'KeyId'), context);
  assertUsable(key, 'SIGN_VERIFY');
  const algorithm = requiredText(input, 'SigningAlgorithm');
  if (!signingAlgorithms(key.spec).includes(algorithm)) throw incompatible(algorithm, key);
  const digest = optionalText(input, 'MessageType') === 'DIGEST';
  if (digest && !algorithm.startsWith('RSASSA_PKCS1')) {
    throw new ServiceError(
      'UnsupportedOperationException',
      `The local cloud signs no digests with ${algorithm}: send the message, with MessageType RAW`,
    );
  }
  const hash = `sha${algorithm.slice(-3)}`;
  const message = requiredBytes(input, 'Message', longest.message);
  if (digest && message.length !== Number(algorithm.slice(-3)) / 8) {
    throw new ServiceError('ValidationException', `Digest is invalid length for algorithm ${algorithm}.`);
  }
  return { key, message, algorithm, hash, digest };
}

/** Source: AWS KMS Developer Guide, "Key spec reference" (read 2026-11-30). */
function signingAlgorithms(spec: string): readonly string[] {
  if (spec.startsWith('RSA_')) {
    return ['PKCS1_V1_5', 'PSS'].flatMap((scheme) =>
      ['256', '384', '512'].map((bits) => `RSASSA_${scheme}_SHA_${bits}`),
    );
  }
  const bits = { ECC_NIST_P256: '256', ECC_NIST_P384: '384', ECC_NIST_P521: '512', ECC_SECG_P256K1: '256' }[spec];
  return bits === undefined ? [] : [`ECDSA_SHA_${bits}`];
}

function padding(algorithm: string) {
  if (algorithm.startsWith('RSASSA_PSS')) {
    return { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_DIGEST };
  }
  return algorithm.startsWith('RSASSA') ? { padding: constants.RSA_PKCS1_PADDING } : {};
}

function prefixed(hash: string, digest: Buffer): Buffer {
  return Buffer.concat([Buffer.from(digestInfo[hash] ?? '', 'hex'), digest]);
}

function recovers(key: ReturnType<typeof createPublicKey>, signature: Buffer, expected: Buffer): boolean {
  try {
    return publicDecrypt({ key, padding: constants.RSA_PKCS1_PADDING }, signature).equals(expected);
  } catch {
    return false;
  }
}

function incompatible(algorithm: string, key: Key): ServiceError {
  return new ServiceError(
    'InvalidKeyUsageException',
    `Algorithm ${algorithm} and key spec ${key.spec} are incompatible.`,
  );
}
