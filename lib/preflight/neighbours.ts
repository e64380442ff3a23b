import type { SettledAwsPlan, SettledAzurePlan } from '../plan';

/** Another environment of the platform: what it needs is taken from the same quotas, where it shares a place. */
export interface Neighbour {
  readonly environment: string;
  readonly aws?: SettledAwsPlan;
  readonly azure?: SettledAzurePlan;
}

/** A neighbour on one cloud. */
export interface PlacedNeighbour<Plan> {
  readonly environment: string;
  readonly plan: Plan;
}

/** The environments of the same account and region. */
export function inAccount(
  neighbours: readonly Neighbour[],
  { account, region }: Pick<SettledAwsPlan, 'account' | 'region'>,
): readonly PlacedNeighbour<SettledAwsPlan>[] {
  return neighbours.flatMap(({ environment, aws }) =>
    aws?.account === account && aws.region === region ? [{ environment, plan: aws }] : [],
  );
}

/** The environments of the same subscription and location. */
export function inSubscription(
  neighbours: readonly Neighbour[],
  { subscription, location }: Pick<SettledAzurePlan, 'subscription' | 'location'>,
): readonly PlacedNeighbour<SettledAzurePlan>[] {
  return neighbours.flatMap(({ environment, azure }) =>
    azure?.subscription === subscription && azure.location === location ? [{ environment, plan: azure }] : [],
  );
}

/** What an environment takes from a quota. */
export interface QuotaShare {
  readonly environment: string;
  readonly need: number;
  /** What of the quota's use is its own: it counts once, as need. Undefined where nobody could be asked whether it is deployed. */
  readonly inUse: number | undefined;
  /** Its use, if it is deployed. */
  readonly whenDeployed: number;
}

/** What a quota must allow: what everything needs that is planned, beside what is in use by others. */
export interface QuotaDemand {
  /** If what could not be asked is deployed. */
  readonly least: number;
  /** If it is not: then its use is somebody else's. */
  readonly most: number;
}

/**
 * What a quota must allow.
 *
 * @param used - use that the service states, of everybody
 * @example
 * quotaDemand([{ environment: 'dev', need: 48, inUse: 24, whenDeployed: 24 }], 72) // 48 needed, 48 of others: { least: 96, most: 96 }
 */
export function quotaDemand(shares: readonly QuotaShare[], used: number): QuotaDemand {
  const need = shares.reduce((sum, share) => sum + share.need, 0);
  const beside = (own: (share: QuotaShare) => number): number =>
    need + Math.max(0, used - shares.reduce((sum, share) => sum + own(share), 0));
  return {
    least: beside(({ inUse, whenDeployed }) => inUse ?? whenDeployed),
    most: beside(({ inUse }) => inUse ?? 0),
  };
}

/** `, 4 of it for qa and prod`, or nothing without neighbours. */
export function ofOthers(shares: readonly Pick<QuotaShare, 'environment' | 'need'>[]): string {
  const taking = shares.filter(({ need }) => need > 0);
  if (taking.length === 0) return '';
  const need = taking.reduce((sum, share) => sum + share.need, 0);
  const names = [...new Set(taking.map(({ environment }) => environment))];
  return `, ${need} of it for ${names.join(' and ')}`;
}
