import { createHash } from 'node:crypto';
import type { JsonObject } from '../../../../constraints/json';
import { isObject } from '../../../../constraints/json';
import type { Caller } from '../../credentials';
import { callerArn } from '../../credentials';
import { ServiceError } from '../../errors';
import { principalOf } from '../../iam/authorize';
import type { Cloud } from '../../state/cloud';
import type { CallContext } from '../call';
import { optionalText, requiredText, textList, textMap } from '../fields';
import type { Key } from './keys';
import { requireKey } from './keys';

/** A grant: operations that a principal may do with a key, whatever its policies say. */
interface Grant {
  readonly id: string;
  readonly token: string;
  readonly keyArn: string;
  readonly name: string | undefined;
  readonly grantee: string;
  readonly retiring: string | undefined;
  readonly operations: readonly string[];
  /** Encryption contexts that a request must have, all of it or a part. @default - any */
  readonly constraints: {
    readonly equals?: Readonly<Record<string, string>>;
    readonly subset?: Readonly<Record<string, string>>;
  };
  readonly issuingAccount: string;
  readonly createdAt: Date;
}

/** Source: AWS KMS API reference, CreateGrant, Operations (read 2026-11-30). */
const grantable: ReadonlySet<string> = new Set([
  ...[
    'Decrypt',
    'Encrypt',
    'GenerateDataKey',
    'GenerateDataKeyWithoutPlaintext',
    'ReEncryptFrom',
    'ReEncryptTo',
    'Sign',
    'Verify',
  ],
  ...[
    'GetPublicKey',
    'CreateGrant',
    'RetireGrant',
    'DescribeKey',
    'GenerateDataKeyPair',
    'GenerateDataKeyPairWithoutPlaintext',
  ],
  ...['GenerateMac', 'VerifyMac', 'DeriveSharedSecret'],
]);

function grants(cloud: Cloud): Map<string, Grant> {
  return cloud.ledger.table('kms/grants');
}

/** Whether a grant lets a caller do an operation, such as `Decrypt`, under an encryption context. */
export function isGranted(
  key: Key,
  operation: string,
  encryptionContext: Readonly<Record<string, string>>,
  { caller, cloud }: { readonly caller: Caller; readonly cloud: Cloud },
): boolean {
  const { arn, sessionArn, service } = principalOf(caller, cloud);
  return [...grants(cloud).values()].some(
    ({ keyArn, grantee, operations, constraints }) =>
      keyArn === key.arn &&
      [arn, sessionArn, service].includes(grantee) &&
      operations.includes(operation) &&
      meets(constraints, encryptionContext),
  );
}

function meets({ equals, subset }: Grant['constraints'], given: Readonly<Record<string, string>>): boolean {
  const holds = (wanted: Readonly<Record<string, string>>): boolean =>
    Object.entries(wanted).every(([name, value]) => given[name] === value);
  if (equals !== undefined && (!holds(equals) || Object.keys(given).length !== Object.keys(equals).length))
    return false;
  return subset === undefined || holds(subset);
}

/** CreateGrant: the same grant under the same name is made once. @throws ServiceError (ValidationException, InvalidArnException) */
export function createGrant(input: JsonObject, context: CallContext): JsonObject {
  const { cloud } = context;
  const key = requireKey(requiredText(input, 'KeyId'), context);
  if (key.state === 'Disabled') throw new ServiceError('DisabledException', `${key.arn} is disabled.`);
  if (key.state === 'PendingDeletion') {
    throw new ServiceError('KMSInvalidStateException', `${key.arn} is pending deletion.`);
  }
  const operations = textList(input['Operations']);
  const unknown = operations.filter((operation) => !grantable.has(operation));
  if (operations.length === 0 || unknown.length > 0) {
    throw new ServiceError(
      'ValidationException',
      `1 validation error detected: Value '[${operations.join(', ')}]' at 'operations' failed to satisfy constraint: Member must satisfy constraint: [Member must satisfy enum value set: [${[...grantable].join(', ')}]]`,
    );
  }
  const grantee = principal(input, 'GranteePrincipal') ?? requiredText(input, 'GranteePrincipal');
  const base = {
    keyArn: key.arn,
    name: optionalText(input, 'Name'),
    grantee,
    retiring: principal(input, 'RetiringPrincipal'),
    operations,
    constraints: constraintsOf(input),
    issuingAccount: context.account,
  };
  const same = [...grants(cloud).values()].find(
    (grant) => base.name !== undefined && JSON.stringify({ ...base, ...shape(grant) }) === JSON.stringify(base),
  );
  if (same !== undefined) return { GrantId: same.id, GrantToken: same.token };
  const id = createHash('sha256').update(cloud.ids.fresh('kms-grant')).digest('hex');
  const grant: Grant = { ...base, id, token: Buffer.from(id).toString('base64'), createdAt: cloud.now() };
  grants(cloud).set(id, grant);
  return { GrantId: id, GrantToken: grant.token };
}

function shape({ keyArn, name, grantee, retiring, operations, constraints, issuingAccount }: Grant) {
  return { keyArn, name, grantee, retiring, operations, constraints, issuingAccount };
}

function principal(input: JsonObject, field: string): string | undefined {
  const text = optionalText(input, field);
  if (text === undefined || text.startsWith('arn:') || /^[\w.-]+\.amazonaws\.com$/.test(text)) return text;
  throw new ServiceError('InvalidArnException', `ARN ${text} does not refer to a valid principal`);
}

function constraintsOf(input: JsonObject): Grant['constraints'] {
  const given = input['Constraints'];
  if (!isObject(given)) return {};
  return {
    ...(given['EncryptionContextEquals'] === undefined ? {} : { equals: textMap(given['EncryptionContextEquals']) }),
    ...(given['EncryptionContextSubset'] === undefined ? {} : { subset: textMap(given['EncryptionContextSubset']) }),
  };
}

/** ListGrants. */
export function listGrants(input: JsonObject, context: CallContext): JsonObject {
  const key = requireKey(requiredText(input, 'KeyId'), context);
  const [id, grantee] = [optionalText(input, 'GrantId'), optionalText(input, 'GranteePrincipal')];
  const found = [...grants(context.cloud).values()].filter(
    (grant) =>
      grant.keyArn === key.arn &&
      (id === undefined || grant.id === id) &&
      (grantee === undefined || grant.grantee === grantee),
  );
  return { Grants: found.map(view), Truncated: false };
}

/** ListRetirableGrants. */
export function listRetirableGrants(input: JsonObject, { cloud }: CallContext): JsonObject {
  const retiring = requiredText(input, 'RetiringPrincipal');
  return {
    Grants: [...grants(cloud).values()].filter((grant) => grant.retiring === retiring).map(view),
    Truncated: false,
  };
}

/** RevokeGrant. @throws ServiceError (NotFoundException) */
export function revokeGrant(input: JsonObject, context: CallContext): JsonObject {
  const key = requireKey(requiredText(input, 'KeyId'), context);
  const id = requiredText(input, 'GrantId');
  if (grants(context.cloud).get(id)?.keyArn !== key.arn) throw noGrant(id);
  grants(context.cloud).delete(id);
  return {};
}

/** The grant that RetireGrant names, by token or by key and id. @throws ServiceError (InvalidGrantTokenException, NotFoundException) */
export function retiredGrant(input: JsonObject, context: CallContext): Grant {
  const token = optionalText(input, 'GrantToken');
  const all = [...grants(context.cloud).values()];
  if (token !== undefined) {
    const found = all.find((grant) => grant.token === token);
    if (found !== undefined) return found;
    throw new ServiceError('InvalidGrantTokenException', 'The grant token is not valid.');
  }
  const key = requireKey(requiredText(input, 'KeyId'), context);
  const id = requiredText(input, 'GrantId');
  const found = all.find((grant) => grant.id === id && grant.keyArn === key.arn);
  if (found === undefined) throw noGrant(id);
  return found;
}

/** Whether a caller may retire a grant by the grant itself: as its retiring principal, or as grantee with that operation. */
export function mayRetire(grant: Grant, { caller, cloud }: CallContext): boolean {
  const { arn, sessionArn } = principalOf(caller, cloud);
  const isCaller = (name: string | undefined): boolean =>
    name !== undefined && (name === arn || name === sessionArn || name === callerArn(caller));
  return isCaller(grant.retiring) || (isCaller(grant.grantee) && grant.operations.includes('RetireGrant'));
}

/** RetireGrant. */
export function retireGrant(input: JsonObject, context: CallContext): JsonObject {
  grants(context.cloud).delete(retiredGrant(input, context).id);
  return {};
}

function noGrant(id: string): ServiceError {
  return new ServiceError('NotFoundException', `Grant ID ${id} not found`);
}

function view(grant: Grant): JsonObject {
  const { equals, subset } = grant.constraints;
  const constraints: JsonObject = {
    ...(equals === undefined ? {} : { EncryptionContextEquals: equals }),
    ...(subset === undefined ? {} : { EncryptionContextSubset: subset }),
  };
  return {
    KeyId: grant.keyArn,
    GrantId: grant.id,
    ...(grant.name === undefined ? {} : { Name: grant.name }),
    CreationDate: grant.createdAt.getTime() / 1000,
    GranteePrincipal: grant.grantee,
    ...(grant.retiring === undefined ? {} : { RetiringPrincipal: grant.retiring }),
    IssuingAccount: `arn:aws:iam::${grant.issuingAccount}:root`,
    Operations: grant.operations,
    ...(Object.keys(constraints).length === 0 ? {} : { Constraints: constraints }),
  };
}
