import type { JsonAction } from '../service';
import {
  cancelKeyDeletion,
  describeKey,
  disableKey,
  enableKey,
  generateRandom,
  getKeyPolicy,
  getKeyRotationStatus,
  listAliases,
  listKeys,
  listResourceTags,
  scheduleKeyDeletion,
} from './describe';
import { createGrant, listGrants, listRetirableGrants, retireGrant, revokeGrant } from './grants';
import { generateMac, getPublicKey, sign, verify, verifyMac } from './signatures';
import { decrypt, encrypt, generateDataKey, generateDataKeyWithoutPlaintext, reEncrypt } from './symmetric';

/** The KMS actions of the local cloud. Only stacks create keys and aliases. */
export const kmsActions: Readonly<Record<string, JsonAction>> = {
  CancelKeyDeletion: cancelKeyDeletion,
  CreateGrant: createGrant,
  Decrypt: decrypt,
  DescribeKey: describeKey,
  DisableKey: disableKey,
  EnableKey: enableKey,
  Encrypt: encrypt,
  GenerateDataKey: generateDataKey,
  GenerateDataKeyWithoutPlaintext: generateDataKeyWithoutPlaintext,
  GenerateMac: generateMac,
  GenerateRandom: generateRandom,
  GetKeyPolicy: getKeyPolicy,
  GetKeyRotationStatus: getKeyRotationStatus,
  GetPublicKey: getPublicKey,
  ListAliases: listAliases,
  ListGrants: listGrants,
  ListKeys: listKeys,
  ListResourceTags: listResourceTags,
  ListRetirableGrants: listRetirableGrants,
  ReEncrypt: reEncrypt,
  RetireGrant: retireGrant,
  RevokeGrant: revokeGrant,
  ScheduleKeyDeletion: scheduleKeyDeletion,
  Sign: sign,
  Verify: verify,
  VerifyMac: verifyMac,
};
