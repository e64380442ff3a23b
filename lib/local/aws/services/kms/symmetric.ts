import {
  constants,
  createCipheriv,
  createDecipheriv,
  createPublicKey,
  privateDecrypt,
  publicEncrypt,
} from 'node:crypto';
import type { JsonObject } from '../../../../constraints/json';
import { ServiceError } from '../../errors';
import type { Cloud } from '../../state/cloud';
import type { CallContext } from '../call';
import { optionalText, requiredBytes, requiredText, textMap } from '../fields';
import type { Key } from './keys';
import { assertUsable, requireKey } from './keys';
import { privateKeyOf, secretOf, seededBytes } from './material';

/** Bytes that Encrypt takes, and that its answer can have. Source: AWS KMS API reference, Encrypt and Decrypt (read 2026-11-30). */
const longest = { plaintext: 4096, ciphertext: 6144 } as const;
const [version, ivLength, tagLength] = [1, 12, 16] as const;
const symmetric = 'SYMMETRIC_DEFAULT';

/** How bytes are sealed: with which algorithm, under which encryption context. */
interface Sealing {
  readonly algorithm: string;
  readonly context: Buffer;
}

/** What goes into a ciphertext beside the plaintext: who decrypts must give the same. */
function contextBytes(input: JsonObject, field = 'EncryptionContext'): Buffer {
  const entries = Object.entries(textMap(input[field])).sort(([left], [right]) => (left < right ? -1 : 1));
  return Buffer.from(JSON.stringify(entries));
}

/** Seals bytes under a symmetric key. The blob names the key, so that Decrypt needs no key id. */
function seal(plaintext: Buffer, key: Key, context: Buffer, cloud: Cloud): Buffer {
  const iv = seededBytes(cloud, `iv|${cloud.ids.fresh('kms-iv')}`, ivLength);
  const name = Buffer.from(key.arn);
  const cipher = createCipheriv('aes-256-gcm', secretOf(key, cloud), iv);
  cipher.setAAD(Buffer.concat([name, context]));
  const sealed = Buffer.concat([cipher.update(plaintext), cipher.final()]);
  return Buffer.concat([Buffer.from([version, name.length]), name, iv, cipher.getAuthTag(), sealed]);
}

/** The ARN of the key that a blob names. @throws ServiceError (InvalidCiphertextException) */
function sealedUnder(blob: Buffer): string {
  const length = blob[1];
  if (blob[0] !== version || length === undefined || blob.length < 2 + length + ivLength + tagLength)
    throw invalidCiphertext();
  const arn = blob.toString('utf8', 2, 2 + length);
  if (!arn.startsWith('arn:')) throw invalidCiphertext();
  return arn;
}

/** @throws ServiceError (InvalidCiphertextException) for a blob that was changed, or another encryption context */
function open(blob: Buffer, key: Key, context: Buffer, cloud: Cloud): Buffer {
  const name = Buffer.from(key.arn);
  const start = 2 + name.length;
  const [iv, tag] = [
    blob.subarray(start, start + ivLength),
    blob.subarray(start + ivLength, start + ivLength + tagLength),
  ];
  const decipher = createDecipheriv('aes-256-gcm', secretOf(key, cloud), iv);
  decipher.setAAD(Buffer.concat([name, context]));
  decipher.setAuthTag(tag);
  try {
    return Buffer.concat([decipher.update(blob.subarray(start + ivLength + tagLength)), decipher.final()]);
  } catch {
    throw invalidCiphertext();
  }
}

/** The service gives no message. Source: AWS KMS API reference, Decrypt (read 2026-11-30). */
function invalidCiphertext(): ServiceError {
  return new ServiceError('InvalidCiphertextException', '');
}

/** Encrypt. */
export function encrypt(input: JsonObject, context: CallContext): JsonObject {
  const key = requireKey(requiredText(input, 'KeyId'), context);
  assertUsable(key, 'ENCRYPT_DECRYPT');
  const plaintext = requiredBytes(input, 'Plaintext', longest.plaintext);
  const algorithm = algorithmOf(input, 'EncryptionAlgorithm', key);
  const blob = sealedBy(key, plaintext, { algorithm, context: contextBytes(input) }, context.cloud);
  return { CiphertextBlob: blob.toString('base64'), KeyId: key.arn, EncryptionAlgorithm: algorithm };
}

/** Decrypt: a blob of a symmetric key names its key; with another KeyId it is refused. */
export function decrypt(input: JsonObject, context: CallContext): JsonObject {
  const blob = requiredBytes(input, 'CiphertextBlob', longest.ciphertext);
  const key = decryptingKey(input, 'KeyId', blob, context);
  const algorithm = algorithmOf(input, 'EncryptionAlgorithm', key);
  const plaintext = opened(key, blob, { algorithm, context: contextBytes(input) }, context.cloud);
  return { KeyId: key.arn, Plaintext: plaintext.toString('base64'), EncryptionAlgorithm: algorithm };
}

/** ReEncrypt. */
export function reEncrypt(input: JsonObject, context: CallContext): JsonObject {
  const blob = requiredBytes(input, 'CiphertextBlob', longest.ciphertext);
  const source = decryptingKey(input, 'SourceKeyId', blob, context);
  const destination = requireKey(requiredText(input, 'DestinationKeyId'), context);
  assertUsable(destination, 'ENCRYPT_DECRYPT');
  const from = algorithmOf(input, 'SourceEncryptionAlgorithm', source);
  const to = algorithmOf(input, 'DestinationEncryptionAlgorithm', destination);
  const given = { algorithm: from, context: contextBytes(input, 'SourceEncryptionContext') };
  const wanted = { algorithm: to, context: contextBytes(input, 'DestinationEncryptionContext') };
  const plaintext = opened(source, blob, given, context.cloud);
  const sealed = sealedBy(destination, plaintext, wanted, context.cloud);
  return {
    CiphertextBlob: sealed.toString('base64'),
    SourceKeyId: source.arn,
    KeyId: destination.arn,
    SourceEncryptionAlgorithm: from,
    DestinationEncryptionAlgorithm: to,
  };
}

/** GenerateDataKey. */
export function generateDataKey(input: JsonObject, context: CallContext): JsonObject {
  const { plaintext, ...answer } = dataKey(input, context);
  return { ...answer, Plaintext: plaintext.toString('base64') };
}

/** GenerateDataKeyWithoutPlaintext. */
export function generateDataKeyWithoutPlaintext(input: JsonObject, context: CallContext): JsonObject {
  const { CiphertextBlob, KeyId } = dataKey(input, context);
  return { CiphertextBlob, KeyId };
}

function dataKey(input: JsonObject, context: CallContext) {
  const key = requireKey(requiredText(input, 'KeyId'), context);
  assertUsable(key, 'ENCRYPT_DECRYPT');
  if (key.spec !== symmetric) {
    throw new ServiceError(
      'InvalidKeyUsageException',
      `${key.arn} key spec is ${key.spec} which is not valid for this operation.`,
    );
  }
  const given = optionalText(input, 'NumberOfBytes');
  const spec = optionalText(input, 'KeySpec');
  if ((given === undefined) === (spec === undefined)) {
    throw new ServiceError('ValidationException', 'Please specify either number of bytes or key spec.');
  }
  const length = given === undefined ? { AES_128: 16, AES_256: 32 }[spec ?? ''] : Number(given);
  if (length === undefined || !Number.isInteger(length) || length < 1 || length > 1024) {
    throw new ServiceError(
      'ValidationException',
      `A data key has AES_128, AES_256 or 1 to 1024 bytes, not ${given ?? spec ?? ''}`,
    );
  }
  const plaintext = seededBytes(context.cloud, `data-key|${context.cloud.ids.fresh('kms-data-key')}`, length);
  const blob = seal(plaintext, key, contextBytes(input), context.cloud);
  return { plaintext, CiphertextBlob: blob.toString('base64'), KeyId: key.arn };
}

/** The key that decrypts a blob. @throws ServiceError (IncorrectKeyException, ValidationException) */
export function decryptingKey(input: JsonObject, field: string, blob: Buffer, context: CallContext): Key {
  const named = optionalText(input, field);
  const given = named === undefined ? undefined : requireKey(named, context);
  if (given !== undefined && given.spec !== symmetric) {
    assertUsable(given, 'ENCRYPT_DECRYPT');
    return given;
  }
  const key = requireKey(sealedUnder(blob), context);
  if (given !== undefined && given.arn !== key.arn) {
    throw new ServiceError(
      'IncorrectKeyException',
      'The key ID in the request does not identify a CMK that can perform this operation.',
    );
  }
  assertUsable(key, 'ENCRYPT_DECRYPT');
  return key;
}

function algorithmOf(input: JsonObject, field: string, key: Key): string {
  const given = optionalText(input, field) ?? symmetric;
  const fits =
    key.spec === symmetric
      ? given === symmetric
      : /^RSAES_OAEP_SHA_(?:1|256)$/.test(given) && key.spec.startsWith('RSA_');
  if (fits) return given;
  throw new ServiceError('InvalidKeyUsageException', `Algorithm ${given} and key spec ${key.spec} are incompatible.`);
}

function sealedBy(key: Key, plaintext: Buffer, { algorithm, context }: Sealing, cloud: Cloud): Buffer {
  if (algorithm === symmetric) return seal(plaintext, key, context, cloud);
  const publicKey = createPublicKey(privateKeyOf(key, cloud));
  try {
    return publicEncrypt({ key: publicKey, ...oaep(algorithm) }, plaintext);
  } catch {
    throw new ServiceError(
      'ValidationException',
      `Algorithm ${algorithm} and key spec ${key.spec} cannot encrypt data of length ${plaintext.length}`,
    );
  }
}

function opened(key: Key, blob: Buffer, { algorithm, context }: Sealing, cloud: Cloud): Buffer {
  if (algorithm === symmetric) return open(blob, key, context, cloud);
  try {
    return privateDecrypt({ key: privateKeyOf(key, cloud), ...oaep(algorithm) }, blob);
  } catch {
    throw invalidCiphertext();
  }
}

function oaep(algorithm: string) {
  return { padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: algorithm.endsWith('_256') ? 'sha256' : 'sha1' };
}
