import type { Breach, Constraint } from '../constraint';
import { at, textAt } from '../value';

/** Usages by the beginning of the key's specification. Source: CreateKey in the API model of KMS, botocore 1.44.8. */
const usages: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^SYMMETRIC_DEFAULT$/, ['ENCRYPT_DECRYPT']],
  [/^RSA_/, ['ENCRYPT_DECRYPT', 'SIGN_VERIFY']],
  [/^ECC_NIST_/, ['SIGN_VERIFY', 'KEY_AGREEMENT']],
  [/^ECC_SECG_/, ['SIGN_VERIFY']],
  [/^HMAC_/, ['GENERATE_VERIFY_MAC']],
  [/^ML_DSA_/, ['SIGN_VERIFY']],
  [/^ML_KEM_/, ['ENCAPSULATE_DECAPSULATE']],
];

/** A key is used for what its specification can do, and only a symmetric key is rotated. */
export const keyUsage: Constraint = {
  id: 'key-usage',
  types: ['AWS::KMS::Key'],
  source: { url: 'https://docs.aws.amazon.com/kms/latest/APIReference/API_CreateKey.html', asOf: '2026-11-30' },
  check: ({ properties }) => {
    const has = (name: string): boolean => Object.hasOwn(properties, name);
    const spec = has('KeySpec') ? textAt(properties, 'KeySpec') : 'SYMMETRIC_DEFAULT';
    const usage = has('KeyUsage') ? textAt(properties, 'KeyUsage') : 'ENCRYPT_DECRYPT';
    const allowed = usages.find(([pattern]) => spec !== undefined && pattern.test(spec))?.[1];
    const found: Breach[] = [];
    if (spec !== undefined && usage !== undefined && allowed?.includes(usage) === false) {
      found.push({
        pointer: has('KeyUsage') ? '#/KeyUsage' : '#',
        problem: `KeyUsage ${usage} is not compatible with KeySpec ${spec}. Expected ${allowed.join(' or ')}`,
        fix: `Write KeyUsage ${allowed[0] ?? ''}.`,
      });
    }
    const rotated = at(properties, 'EnableKeyRotation');
    if ((rotated === true || rotated === 'true') && spec !== undefined && spec !== 'SYMMETRIC_DEFAULT') {
      found.push({
        pointer: '#/EnableKeyRotation',
        problem: `You cannot enable key rotation on a key of KeySpec ${spec}: KMS rotates symmetric encryption keys`,
        fix: 'Remove EnableKeyRotation.',
      });
    }
    return found;
  },
};
