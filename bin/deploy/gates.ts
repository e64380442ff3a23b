import { BucketContents } from '../../lib/cloud/aws/bucket-contents';
import type { AskedAssets, LackingAsset, Unit } from '../../lib/deploy';
import type { SettledPlan } from '../../lib/plan';
import type { OpenedClouds } from './local-clouds';

type PlannedAsset = SettledPlan['assets'][string];

/** Ids of the units that cannot be deployed before an asset is there. */
export function gatedUnits({ assets }: SettledPlan): ReadonlySet<string> {
  return new Set(Object.values(assets).flatMap(({ cloud, neededBy }) => neededBy.map((unit) => `${cloud}/${unit}`)));
}

/** Asks where the assets of a gate are. */
export async function askAssets(plan: SettledPlan, gate: Unit, clouds: OpenedClouds): Promise<AskedAssets> {
  const needed = Object.values(plan.assets).filter(
    ({ cloud, neededBy }) => cloud === gate.cloud && neededBy.some((unit) => unit === gate.name),
  );
  const lacking: LackingAsset[] = [];
  const unverified: string[] = [];
  for (const asset of needed) {
    const answer = await presence(asset, clouds);
    if (answer.kind === 'missing') lacking.push(lackingOf(asset, answer.why));
    if (answer.kind === 'unverified') unverified.push(`${asset.id}: ${answer.why}`);
  }
  return { lacking, unverified };
}

type Presence =
  | { readonly kind: 'present' }
  | { readonly kind: 'missing'; readonly why: string }
  | { readonly kind: 'unverified'; readonly why: string };

async function presence({ destination }: PlannedAsset, { awsClients }: OpenedClouds): Promise<Presence> {
  switch (destination.kind) {
    case 's3-prefix': {
      if (awsClients === undefined) return { kind: 'unverified', why: 'the environment has no side on AWS' };
      const { bucket, prefix } = destination;
      const count = await new BucketContents(awsClients).countBelow(bucket, prefix);
      if (count === undefined) return { kind: 'missing', why: `bucket ${bucket} does not exist` };
      return count > 0 ? { kind: 'present' } : { kind: 'missing', why: 'nothing is below the prefix' };
    }
    case 'ecr-image':
      return { kind: 'unverified', why: `the registry of account ${destination.account} was not asked` };
    case 's3-vectors-index':
    case 'ml-model':
    case 'acr-image':
    case 'blob-prefix':
    case 'search-service':
      return { kind: 'unverified', why: 'its store was not asked' };
  }
}

const bringers: Readonly<Record<PlannedAsset['bringer'], string>> = {
  push: 'by llmops assets push',
  provider: 'by whoever runs the registry or the hub',
  ingestion: 'by an ingestion job, once its documents are there',
  you: 'by you, or by another system of yours',
};

function lackingOf({ id, kind, uri, bytes, bringer }: PlannedAsset, why: string): LackingAsset {
  return { id, kind, destination: uri, why, bytes, broughtBy: bringers[bringer] };
}
