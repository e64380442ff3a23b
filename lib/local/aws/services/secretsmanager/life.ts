import type { JsonObject } from '../../../../constraints/json';
import { ServiceError } from '../../errors';
import { tagMap } from '../../iam/resource-policy';
import type { Cloud } from '../../state/cloud';
import type { CallContext } from '../call';
import { optionalText, requiredText } from '../fields';
import { assertKeyUse } from './key-rights';
import type { StoredSecret } from './secrets';
import { findSecret, forgetSecret, keepSecret, requireLiveSecret, requireSecret, withVersion } from './secrets';
import { invalidParameter, valueOf, versionIdOf } from './values';

const validName = /^[\w/+=.@-]{1,512}$/;
/** Days of the recovery window. Source: AWS Secrets Manager API reference, DeleteSecret (as botocore has it, read 2026-12-01). */
const recovery = { least: 7, most: 30 };
const dayMs = 86_400_000;

/** The ARN that CreateSecret gives to a secret; the same before and after the caller is checked. */
export function newArn(name: string, { account, region, requestId, cloud }: CallContext): string {
  return `arn:aws:secretsmanager:${region}:${account}:secret:${name}-${cloud.ids.upper(`secret|${requestId}`, 6)}`;
}

/** CreateSecret: a request with the same token and value makes one secret. A secret without a value has no version. */
export function createSecret(input: JsonObject, context: CallContext): JsonObject {
  const { cloud } = context;
  const name = requiredText(input, 'Name');
  if (!validName.test(name))
    throw invalidParameter('Name: expected 1 to 512 letters, digits and the characters /_+=.@-');
  const value = valueOf(input);
  const id = versionIdOf(input, context);
  const known = findSecret(name, context);
  if (known?.name === name) return sameAgain(known, id, value);
  const now = cloud.now();
  const empty: StoredSecret = {
    arn: newArn(name, context),
    name,
    description: optionalText(input, 'Description'),
    keyId: optionalText(input, 'KmsKeyId'),
    tags: tagMap(input['Tags']),
    createdAt: now,
    changedAt: now,
    versions: [],
  };
  if (value !== undefined)
    assertKeyUse(empty, { actions: ['kms:GenerateDataKey', 'kms:Decrypt'], versionId: id }, context);
  const secret =
    value === undefined ? empty : withVersion(empty, { id, value, createdAt: now, stages: ['AWSCURRENT'] });
  keepSecret(secret, cloud);
  return { ARN: secret.arn, Name: name, ...(value === undefined ? {} : { VersionId: id }) };
}

function sameAgain(known: StoredSecret, id: string, value: unknown): JsonObject {
  if (known.deletionDate !== undefined) {
    throw new ServiceError('InvalidRequestException', scheduled);
  }
  const version = known.versions.find((one) => one.id === id);
  if (version !== undefined && JSON.stringify(version.value) === JSON.stringify(value))
    return { ARN: known.arn, Name: known.name, VersionId: id };
  throw new ServiceError('ResourceExistsException', alreadyExists(known.name));
}

const scheduled = "You can't create this secret because a secret with this name is already scheduled for deletion.";

function alreadyExists(name: string): string {
  return `The operation failed because the secret ${name} already exists.`;
}

/** Why a secret with a name cannot be made; undefined where it can. */
export function nameConflict(
  name: string,
  place: { readonly cloud: Cloud; readonly account: string; readonly region: string },
): string | undefined {
  const known = findSecret(name, place);
  if (known?.name !== name) return undefined;
  return known.deletionDate === undefined ? alreadyExists(name) : scheduled;
}

/** DescribeSecret: everything but the values. */
export function describeSecret(input: JsonObject, context: CallContext): JsonObject {
  const secret = requireSecret(requiredText(input, 'SecretId'), context);
  const { description, keyId, deletionDate } = secret;
  const labelled = secret.versions.filter(({ stages }) => stages.length > 0);
  return {
    ARN: secret.arn,
    Name: secret.name,
    ...(description === undefined ? {} : { Description: description }),
    ...(keyId === undefined ? {} : { KmsKeyId: keyId }),
    CreatedDate: secret.createdAt.getTime() / 1000,
    LastChangedDate: secret.changedAt.getTime() / 1000,
    ...(deletionDate === undefined ? {} : { DeletedDate: deletionDate.getTime() / 1000 }),
    Tags: Object.entries(secret.tags).map(([Key, Value]) => ({ Key, Value })),
    VersionIdsToStages: Object.fromEntries(labelled.map(({ id, stages }) => [id, stages])),
  };
}

/** DeleteSecret: after a recovery window, or at once. */
export function deleteSecret(input: JsonObject, context: CallContext): JsonObject {
  const { cloud } = context;
  const force = input['ForceDeleteWithoutRecovery'] === true;
  const window = input['RecoveryWindowInDays'];
  if (force && window !== undefined)
    throw invalidParameter("You can't use ForceDeleteWithoutRecovery in conjunction with RecoveryWindowInDays.");
  const days = window === undefined ? recovery.most : Number(window);
  if (!Number.isInteger(days) || days < recovery.least || days > recovery.most)
    throw invalidParameter('The RecoveryWindowInDays value must be between 7 and 30 days (inclusive).');
  const id = requiredText(input, 'SecretId');
  if (force) {
    const found = findSecret(id, context);
    if (found !== undefined) forgetSecret(found.arn, cloud);
    return { ARN: found?.arn ?? id, Name: found?.name ?? id, DeletionDate: cloud.now().getTime() / 1000 };
  }
  const secret = requireLiveSecret(id, context);
  const deletionDate = new Date(cloud.now().getTime() + days * dayMs);
  keepSecret({ ...secret, deletionDate }, cloud);
  return { ARN: secret.arn, Name: secret.name, DeletionDate: deletionDate.getTime() / 1000 };
}

/** RestoreSecret: takes back a deletion; a secret that is not to be deleted stays as it is. */
export function restoreSecret(input: JsonObject, context: CallContext): JsonObject {
  const secret = requireSecret(requiredText(input, 'SecretId'), context);
  keepSecret({ ...secret, deletionDate: undefined }, context.cloud);
  return { ARN: secret.arn, Name: secret.name };
}
