import { scalarText } from '../../../../constraints/json';
import { ServiceError } from '../../errors';
import type { Cloud } from '../../state/cloud';
import type { ExistingResource } from '../../state/registry';
import type { CallContext } from '../call';

/** What callers changed of a key, or what its deletion left. */
interface KeyState {
  /** @default - as the stack declares it */
  readonly enabled?: boolean;
  /** Day of the deletion that is scheduled. @default - none is */
  readonly deletionDate?: Date;
  /** The key of a stack that is gone, until its waiting period ends. @default - the key has its stack */
  readonly resource?: ExistingResource;
}

/** A key with its state. */
export interface Key {
  readonly resource: ExistingResource;
  readonly id: string;
  readonly arn: string;
  /** Such as `SYMMETRIC_DEFAULT`. */
  readonly spec: string;
  /** `ENCRYPT_DECRYPT`, `SIGN_VERIFY`, `GENERATE_VERIFY_MAC` or `KEY_AGREEMENT`. */
  readonly usage: string;
  readonly state: 'Enabled' | 'Disabled' | 'PendingDeletion';
  readonly deletionDate: Date | undefined;
}

/** States that differ from what the stack declares, by ARN. */
function states(cloud: Cloud): Map<string, KeyState> {
  return cloud.ledger.table('kms/states');
}

/** Changes the state of a key. */
export function setKeyState(cloud: Cloud, arn: string, change: KeyState): void {
  const known = states(cloud).get(arn) ?? {};
  states(cloud).set(arn, { ...known, ...change });
}

/** Takes back the deletion of a key, which stays disabled. Source: AWS KMS API reference, CancelKeyDeletion (read 2026-11-30). */
export function keepKey(cloud: Cloud, arn: string): void {
  const { resource } = states(cloud).get(arn) ?? {};
  states(cloud).set(arn, { enabled: false, ...(resource === undefined ? {} : { resource }) });
}

/** Every key of an account and region, those that wait for their deletion too. */
export function keysOf(cloud: Cloud, account: string, region: string): readonly Key[] {
  const gone = [...states(cloud).values()].flatMap(({ resource }) => resource ?? []);
  return [
    ...cloud.registry.list('AWS::KMS::Key', account, region),
    ...cloud.registry.list('AWS::KMS::ReplicaKey', account, region),
    ...gone.filter((resource) => resource.account === account && resource.region === region),
  ].map((resource) => keyOf(resource, cloud));
}

function keyOf(resource: ExistingResource, cloud: Cloud): Key {
  const { arn, physicalId: id, properties } = resource;
  const { enabled, deletionDate } = states(cloud).get(arn) ?? {};
  const declared = scalarText(properties['Enabled']) !== 'false';
  const spec = scalarText(properties['KeySpec']) ?? 'SYMMETRIC_DEFAULT';
  return {
    resource,
    id,
    arn,
    spec,
    usage: scalarText(properties['KeyUsage']) ?? 'ENCRYPT_DECRYPT',
    state: deletionDate !== undefined ? 'PendingDeletion' : (enabled ?? declared) ? 'Enabled' : 'Disabled',
    deletionDate,
  };
}

/** An alias of a stack, with the key that it names. */
interface Alias {
  readonly name: string;
  readonly arn: string;
  readonly target: string;
}

/** The aliases of an account and region. */
export function aliasesOf({ registry }: Cloud, account: string, region: string): readonly Alias[] {
  return registry.list('AWS::KMS::Alias', account, region).map(({ physicalId: name, properties }) => ({
    name,
    arn: `arn:aws:kms:${region}:${account}:${name}`,
    target: (scalarText(properties['TargetKeyId']) ?? '').split('/').at(-1) ?? '',
  }));
}

/** The key with an id, ARN, alias or ARN of an alias. @throws ServiceError (NotFoundException) */
export function requireKey(reference: string, context: Pick<CallContext, 'cloud' | 'account' | 'region'>): Key {
  const { cloud } = context;
  const [, , , region = context.region, account = context.account, name = reference] = reference.startsWith('arn:')
    ? reference.split(':')
    : [];
  const alias = name.startsWith('alias/');
  const id = alias
    ? aliasesOf(cloud, account, region).find((candidate) => candidate.name === name)?.target
    : name.replace(/^key\//, '');
  const found = id === undefined ? undefined : keysOf(cloud, account, region).find((key) => key.id === id);
  if (found !== undefined) return found;
  const arn = `arn:aws:kms:${region}:${account}:${alias ? name : `key/${name.replace(/^key\//, '')}`}`;
  throw new ServiceError('NotFoundException', alias ? `Alias ${arn} is not found.` : `Key '${arn}' does not exist`);
}

/**
 * Refuses a key that is not in use, or that is for something else.
 * @throws ServiceError (DisabledException, KMSInvalidStateException, InvalidKeyUsageException)
 */
export function assertUsable(key: Key, usage: string): void {
  if (key.state === 'Disabled') throw new ServiceError('DisabledException', `${key.arn} is disabled.`);
  if (key.state === 'PendingDeletion') {
    throw new ServiceError('KMSInvalidStateException', `${key.arn} is pending deletion.`);
  }
  if (key.usage !== usage) {
    throw new ServiceError(
      'InvalidKeyUsageException',
      `${key.arn} key usage is ${key.usage} which is not valid for this operation.`,
    );
  }
}
