import type { ResolvedPlatform, Tier } from '../platform';
import type { EnvironmentContext } from './context';
import type { Decision } from './decision';
import { decide, pinned } from './decision';

/** Days logs are kept, by tier: a month of debugging, a quarter of comparing releases, a year of audits. */
const logDays: Readonly<Record<Tier, number>> = { development: 30, staging: 90, production: 365 };

const logPurpose: Readonly<Record<Tier, string>> = {
  development: '30 days cover debugging, and development logs are no evidence',
  staging: '90 days cover a comparison of a release with its predecessors',
  production: '365 days cover a yearly audit',
};

/** What happens to data when its stack is deleted. */
export function dataRetention(tier: Tier): Decision<DataRetention> {
  return tier === 'development'
    ? decide<DataRetention>('destroy', 'retention.deletable', 'a deleted development environment must cost nothing', [
        { value: 'retain', reason: 'every rebuilt environment would leave buckets and keys without an owner' },
      ])
    : decide<DataRetention>('retain', 'retention.evidence', `${tier} holds releases and their evidence`, [
        { value: 'destroy', reason: 'deleting a stack by mistake would delete what audits need' },
      ]);
}

/** Whether a stack refuses to be deleted. */
export function terminationProtection(tier: Tier): Decision<boolean> {
  return tier === 'production'
    ? decide(true, 'retention.protected', 'a production stack is deleted in two steps, not by one command')
    : decide(
        false,
        'retention.rebuildable',
        `${tier} is rebuilt from the spec, so its stacks can be deleted in one step`,
      );
}

/** Days logs are kept on both clouds. */
export function logRetentionDays(platform: ResolvedPlatform, tier: Tier): Decision<number> {
  const wanted = platform.logs?.retentionDays;
  if (wanted !== undefined) return pinned(wanted, 'logs.retentionDays');
  return decide(logDays[tier], 'retention.logs-by-tier', logPurpose[tier]);
}

/** Days logs that may have prompts are kept. */
export function promptRetentionDays({
  platform,
  environment,
  key,
}: Pick<EnvironmentContext, 'platform' | 'environment' | 'key'>): Decision<number> {
  const { dataRetention: own, tier } = environment;
  if (own === undefined) return logRetentionDays(platform, tier);
  return pinned(own.promptsDays, `environments.${key}.dataRetention.promptsDays`);
}

/** Days after which images without a tag are deleted: what runs has a tag, and tags cannot be moved. */
export function untaggedImageDays(tier: Tier): Decision<number> {
  return decide(
    logDays[tier],
    'retention.untagged-images',
    `${logDays[tier]} days, as logs of ${tier}: an image without a tag is a failed push or a version that nobody kept. Tag what runs, because endpoints pull again when they scale`,
    [{ value: 'never', reason: 'every push would be stored and billed for ever' }],
  );
}

/** Days between two rotations of the customer key. */
export function keyRotationDays(platform: ResolvedPlatform): Decision<number> {
  return platform.dataClass === 'restricted'
    ? decide(90, 'retention.key-rotation', 'restricted data: 90 days, the shortest period KMS allows', [
        { value: '365', reason: 'a quarter limits how much restricted data one key material protects' },
      ])
    : decide(365, 'retention.key-rotation', `${platform.dataClass} data: yearly, the period of AWS managed keys`, [
        {
          value: '90',
          reason:
            'each of the first two rotations adds a billed key version, and this data class does not require them',
        },
      ]);
}

/** Days a deleted Key Vault and its secrets can be restored. */
export function softDeleteRetentionDays(tier: Tier): Decision<number> {
  return tier === 'development'
    ? decide(
        7,
        'retention.soft-delete',
        '7 days, the shortest Key Vault allows: a rebuilt environment can soon reuse its names',
      )
    : decide(
        90,
        'retention.soft-delete',
        `90 days, the longest Key Vault allows: ${tier} secrets must survive a deletion by mistake`,
      );
}

/** What happens to data when its stack is deleted. */
export type DataRetention = 'retain' | 'destroy';
