import { ServiceError } from '../../errors';
import type { Cloud } from '../../state/cloud';
import type { Table } from '../../state/table';
import type { CallContext } from '../call';

/** What a version of a secret holds: text, or bytes in base64. */
export type SecretValue = { readonly string: string } | { readonly binary: string };

/** A version of a secret. */
export interface SecretVersion {
  readonly id: string;
  readonly value: SecretValue;
  readonly createdAt: Date;
  /** Staging labels, such as `AWSCURRENT`. Each label is at one version at most. */
  readonly stages: readonly string[];
}

/** A secret with its versions, oldest first. */
export interface StoredSecret {
  readonly arn: string;
  readonly name: string;
  readonly description: string | undefined;
  /** Id, ARN or alias of a key. @default - the key of the service, which asks for no rights */
  readonly keyId: string | undefined;
  readonly tags: Readonly<Record<string, string>>;
  readonly createdAt: Date;
  readonly changedAt: Date;
  /** When the secret is deleted for good. @default - it is not to be deleted */
  readonly deletionDate?: Date | undefined;
  readonly versions: readonly SecretVersion[];
}

/** Versions without a label are removed from this many on, unless they are young. Source: AWS Secrets Manager User Guide, "Quotas" (read 2026-12-01). */
const unlabelledVersions = { most: 100, keptMs: 86_400_000 };

const arnParts = /^arn:aws[\w-]*:secretsmanager:([\w-]+):(\d{12}):secret:(.+)$/;

/** The secrets of an account and region by ARN. */
function secretTable(cloud: Cloud, account: string, region: string): Table<StoredSecret> {
  return cloud.ledger.table(`secrets/${account}/${region}`);
}

/** The table that holds the secret of an ARN; undefined for what is no ARN of a secret. */
function tableOf(arn: string, cloud: Cloud): Table<StoredSecret> | undefined {
  const [, region, account] = arnParts.exec(arn) ?? [];
  return region === undefined || account === undefined ? undefined : secretTable(cloud, account, region);
}

/** Puts a secret in place of the one with its ARN. */
export function keepSecret(secret: StoredSecret, cloud: Cloud): void {
  tableOf(secret.arn, cloud)?.set(secret.arn, secret);
}

/** Removes a secret with all its versions. */
export function forgetSecret(arn: string, cloud: Cloud): void {
  tableOf(arn, cloud)?.delete(arn);
}

/**
 * The secret with a name, an ARN, or an ARN without its last hyphen and six characters. A secret whose recovery window has
 * ended is removed here.
 * @returns undefined where there is none
 */
export function findSecret(
  id: string,
  { cloud, account, region }: Pick<CallContext, 'cloud' | 'account' | 'region'>,
): StoredSecret | undefined {
  const secrets = tableOf(id, cloud) ?? secretTable(cloud, account, region);
  const found =
    secrets.get(id) ??
    [...secrets.values()].find(({ name }) => name === id) ??
    [...secrets.values()].find(({ arn }) => arn.slice(0, -7) === id);
  if (found?.deletionDate === undefined || found.deletionDate > cloud.now()) return found;
  secrets.delete(found.arn);
  return undefined;
}

/** The secret of a request. @throws ServiceError (ResourceNotFoundException) */
export function requireSecret(id: string, context: CallContext): StoredSecret {
  const found = findSecret(id, context);
  if (found !== undefined) return found;
  throw new ServiceError('ResourceNotFoundException', "Secrets Manager can't find the specified secret.");
}

/** The secret of a request that cannot run on a secret to be deleted. @throws ServiceError (InvalidRequestException) */
export function requireLiveSecret(id: string, context: CallContext): StoredSecret {
  const found = requireSecret(id, context);
  if (found.deletionDate === undefined) return found;
  throw new ServiceError(
    'InvalidRequestException',
    "You can't perform this operation on the secret because it was marked for deletion.",
  );
}

/**
 * A secret with one more version. A label moves to it from the version that had it; the version that loses `AWSCURRENT`
 * gets `AWSPREVIOUS`. Source: AWS Secrets Manager API reference, PutSecretValue (read 2026-12-01).
 */
export function withVersion(secret: StoredSecret, version: SecretVersion): StoredSecret {
  const current = secret.versions.find(({ stages }) => stages.includes('AWSCURRENT'));
  const becomesCurrent = version.stages.includes('AWSCURRENT');
  const before = secret.versions.map((known): SecretVersion => {
    const taken = known.stages.filter(
      (stage) => !version.stages.includes(stage) && !(becomesCurrent && stage === 'AWSPREVIOUS'),
    );
    return { ...known, stages: becomesCurrent && known === current ? [...taken, 'AWSPREVIOUS'] : taken };
  });
  const unlabelled = before.filter(({ stages }) => stages.length === 0);
  const youngest = version.createdAt.getTime() - unlabelledVersions.keptMs;
  const tooMany = unlabelled.slice(0, Math.max(0, unlabelled.length - unlabelledVersions.most));
  const dropped = new Set(tooMany.filter(({ createdAt }) => createdAt.getTime() < youngest));
  return {
    ...secret,
    changedAt: version.createdAt,
    versions: [...before.filter((known) => !dropped.has(known)), version],
  };
}

/** The version that has a label. */
export function versionAt(secret: StoredSecret, stage: string): SecretVersion | undefined {
  return secret.versions.find(({ stages }) => stages.includes(stage));
}

/** The text of a secret at a version or a label; undefined for a version without text, or that is not there. */
export function secretText(
  secret: StoredSecret,
  { stage = 'AWSCURRENT', id }: { readonly stage?: string; readonly id?: string },
): string | undefined {
  if (secret.deletionDate !== undefined) return undefined;
  const version = id === undefined ? versionAt(secret, stage) : secret.versions.find((known) => known.id === id);
  return version !== undefined && 'string' in version.value ? version.value.string : undefined;
}
