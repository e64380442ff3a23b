import type { ResourceNode } from '../../graph';
import type { Protection } from './protection';
import { weakening } from './protection';
import { inWords, isFalse, isTrue, scalarsOf } from './values';

/** Names of properties that hold a customer-managed key, on both clouds. */
const keyNames =
  /^(KmsKeyId|KmsKeyArn|KMSMasterKeyID|KmsMasterKeyId|VolumeKmsKeyId|CustomerEncryptionKeyArn|EncryptionKeyArn|EncryptionKey|keyVaultUri|keyIdentifier|keyUri)$/i;
const switches =
  /^(StorageEncrypted|Encrypted|EnableInterContainerTrafficEncryption|requireInfrastructureEncryption|supportsHttpsTrafficOnly|encryptionAtHost)$/;
const versions = /^(minimumTlsVersion|minTlsVersion)$/i;

/** Keys, encryption and its least version that a change takes away. */
export const encryption = weakening({ code: 'EncryptionLost', fix: 'keep the key and the encryption' }, protectionsOf);

function protectionsOf(node: ResourceNode): readonly Protection[] {
  return [...scalarsOf(node).flatMap(({ path, key, value }) => protection(path, key, value)), ...references(node)];
}

function protection(path: string, key: string, value: string | number | boolean): readonly Protection[] {
  const words = inWords(value);
  if (keyNames.test(key)) return [{ path, name: `the customer-managed key of ${key}`, strength: 1, words }];
  if (switches.test(key)) return [{ path, name: key, strength: isTrue(value) ? 1 : isFalse(value) ? 0 : 1, words }];
  if (versions.test(key))
    return [{ path, name: 'the least TLS version', strength: Number(/1[._](\d)/.exec(words)?.[1] ?? 0) + 1, words }];
  return [];
}

/** A key that a reference names has no scalar of its own. */
function references(node: ResourceNode): readonly Protection[] {
  return scalarsOf(node).flatMap(({ path }) => {
    const name = path.split('.').find((part) => keyNames.test(part));
    const last = path.split('.').at(-1);
    return name === undefined || name === last
      ? []
      : [{ path, name: `the customer-managed key of ${name}`, strength: 1, words: 'set' }];
  });
}
