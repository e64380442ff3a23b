import type { JsonObject } from '../../../../constraints/json';
import { isObject, scalarText } from '../../../../constraints/json';
import { ServiceError } from '../../errors';
import { tagMap } from '../../iam/resource-policy';
import type { CallContext } from '../call';
import { optionalText, requiredText } from '../fields';
import type { Key } from './keys';
import { aliasesOf, keepKey, keysOf, requireKey, setKeyState } from './keys';
import { seededBytes } from './material';

const day = 86_400_000;

/** DescribeKey. */
export function describeKey(input: JsonObject, context: CallContext): JsonObject {
  const key = requireKey(requiredText(input, 'KeyId'), context);
  const { resource, spec, usage, state, deletionDate } = key;
  return {
    KeyMetadata: {
      AWSAccountId: resource.account,
      KeyId: key.id,
      Arn: key.arn,
      CreationDate: createdAt(key, context),
      Enabled: state === 'Enabled',
      Description: scalarText(resource.properties['Description']) ?? '',
      KeyUsage: usage,
      KeyState: state,
      ...(deletionDate === undefined ? {} : { DeletionDate: deletionDate.getTime() / 1000 }),
      Origin: scalarText(resource.properties['Origin']) ?? 'AWS_KMS',
      KeyManager: 'CUSTOMER',
      CustomerMasterKeySpec: spec,
      KeySpec: spec,
      ...(spec === 'SYMMETRIC_DEFAULT' && usage === 'ENCRYPT_DECRYPT'
        ? { EncryptionAlgorithms: ['SYMMETRIC_DEFAULT'] }
        : {}),
      ...(usage === 'GENERATE_VERIFY_MAC' ? { MacAlgorithms: [spec.replace('HMAC_', 'HMAC_SHA_')] } : {}),
      MultiRegion: scalarText(resource.properties['MultiRegion']) === 'true',
    },
  };
}

/** Seconds: when the stack of the key was created; now for a key whose stack is gone. */
function createdAt({ resource }: Key, { cloud }: CallContext): number {
  const stack = cloud.stacks(resource.account, resource.region).find(({ id }) => id === resource.stackId);
  return (stack?.createdAt ?? cloud.now()).getTime() / 1000;
}

/** ListKeys. */
export function listKeys(_input: JsonObject, { cloud, account, region }: CallContext): JsonObject {
  return {
    Keys: keysOf(cloud, account, region).map(({ id, arn }) => ({ KeyId: id, KeyArn: arn })),
    Truncated: false,
  };
}

/** ListAliases, of one key or of all. */
export function listAliases(input: JsonObject, context: CallContext): JsonObject {
  const { cloud, account, region } = context;
  const named = optionalText(input, 'KeyId');
  const key = named === undefined ? undefined : requireKey(named, context);
  const found = aliasesOf(cloud, account, region).filter(({ target }) => key === undefined || target === key.id);
  return {
    Aliases: found.map(({ name, arn, target }) => ({ AliasName: name, AliasArn: arn, TargetKeyId: target })),
    Truncated: false,
  };
}

/** GetKeyPolicy: `default` is the only name that a key policy has. */
export function getKeyPolicy(input: JsonObject, context: CallContext): JsonObject {
  const { resource } = requireKey(requiredText(input, 'KeyId'), context);
  const name = optionalText(input, 'PolicyName') ?? 'default';
  if (name !== 'default') throw new ServiceError('NotFoundException', `No such policy exists`);
  const written = resource.properties['KeyPolicy'];
  const root = { AWS: `arn:aws:iam::${resource.account}:root` };
  const given = isObject(written)
    ? written
    : { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Principal: root, Action: 'kms:*', Resource: '*' }] };
  return { Policy: JSON.stringify(given), PolicyName: 'default' };
}

/** GetKeyRotationStatus. */
export function getKeyRotationStatus(input: JsonObject, context: CallContext): JsonObject {
  const { resource, arn } = requireKey(requiredText(input, 'KeyId'), context);
  return { KeyId: arn, KeyRotationEnabled: scalarText(resource.properties['EnableKeyRotation']) === 'true' };
}

/** ListResourceTags. */
export function listResourceTags(input: JsonObject, context: CallContext): JsonObject {
  const { resource } = requireKey(requiredText(input, 'KeyId'), context);
  const tags = Object.entries(tagMap(resource.properties['Tags']));
  return { Tags: tags.map(([TagKey, TagValue]) => ({ TagKey, TagValue })), Truncated: false };
}

/** EnableKey. */
export function enableKey(input: JsonObject, context: CallContext): JsonObject {
  const key = notPending(input, context);
  setKeyState(context.cloud, key.arn, { enabled: true });
  return {};
}

/** DisableKey. */
export function disableKey(input: JsonObject, context: CallContext): JsonObject {
  const key = notPending(input, context);
  setKeyState(context.cloud, key.arn, { enabled: false });
  return {};
}

/** ScheduleKeyDeletion, after 7 to 30 days; 30 when the request says nothing. */
export function scheduleKeyDeletion(input: JsonObject, context: CallContext): JsonObject {
  const key = notPending(input, context);
  const days = Number(optionalText(input, 'PendingWindowInDays') ?? '30');
  if (!Number.isInteger(days) || days < 7 || days > 30) {
    throw new ServiceError('ValidationException', 'PendingWindowInDays must be between 7 and 30 days');
  }
  const deletionDate = new Date(context.cloud.now().getTime() + days * day);
  setKeyState(context.cloud, key.arn, { deletionDate });
  return {
    KeyId: key.arn,
    DeletionDate: deletionDate.getTime() / 1000,
    KeyState: 'PendingDeletion',
    PendingWindowInDays: days,
  };
}

/** CancelKeyDeletion. */
export function cancelKeyDeletion(input: JsonObject, context: CallContext): JsonObject {
  const key = requireKey(requiredText(input, 'KeyId'), context);
  if (key.state !== 'PendingDeletion') {
    throw new ServiceError('KMSInvalidStateException', `${key.arn} is not pending deletion.`);
  }
  keepKey(context.cloud, key.arn);
  return { KeyId: key.arn };
}

function notPending(input: JsonObject, context: CallContext): Key {
  const key = requireKey(requiredText(input, 'KeyId'), context);
  if (key.state !== 'PendingDeletion') return key;
  throw new ServiceError('KMSInvalidStateException', `${key.arn} is pending deletion.`);
}

/** GenerateRandom: 1 to 1024 bytes. They are a function of the seed, so that a rehearsal repeats. */
export function generateRandom(input: JsonObject, { cloud }: CallContext): JsonObject {
  const length = Number(requiredText(input, 'NumberOfBytes'));
  if (!Number.isInteger(length) || length < 1 || length > 1024) {
    throw new ServiceError('ValidationException', 'NumberOfBytes must be between 1 and 1024');
  }
  return { Plaintext: seededBytes(cloud, `random|${cloud.ids.fresh('kms-random')}`, length).toString('base64') };
}
