import type { AssetState } from '../../lib/assets/asset-state';
import { missing, unverified } from '../../lib/assets/asset-state';
import { compareFiles } from '../../lib/assets/compare-files';
import { imageState } from '../../lib/assets/push-image';
import type { AwsClientOptions } from '../../lib/cloud/aws/client-options';
import { ecrRepository, publishedImageState } from '../../lib/cloud/aws/ecr';
import { WeightsBucket } from '../../lib/cloud/aws/weights-bucket';
import type { AskedAssets, LackingAsset, Unit } from '../../lib/deploy';
import type { SettledPlan } from '../../lib/plan';

type PlannedAsset = SettledPlan['assets'][string];

/** Where a gate asks, and the command that brings what is missing. */
export interface GateOptions {
  /** @default - the environment has no side on AWS */
  readonly aws: AwsClientOptions | undefined;
  /** Account of the environment. */
  readonly account: string | undefined;
  readonly push: string;
}

/** Ids of the units that cannot be deployed before an asset is there. */
export function gatedUnits({ assets }: SettledPlan): ReadonlySet<string> {
  return new Set(Object.values(assets).flatMap(({ cloud, neededBy }) => neededBy.map((unit) => `${cloud}/${unit}`)));
}

/** Asks where the assets of a gate are. */
export async function askAssets({ assets }: SettledPlan, gate: Unit, options: GateOptions): Promise<AskedAssets> {
  const needed = Object.values(assets).filter(
    ({ cloud, neededBy }) => cloud === gate.cloud && neededBy.some((unit) => unit === gate.name),
  );
  const lacking: LackingAsset[] = [];
  const unasked: string[] = [];
  for (const asset of needed) {
    const state = await stateOf(asset, options);
    if (state.kind === 'missing' || state.kind === 'wrong') lacking.push(lackingOf(asset, state.cause, state.repair));
    if (state.kind === 'unverified') unasked.push(`${asset.id}: ${state.cause}`);
  }
  return { lacking, unverified: unasked };
}

async function stateOf(asset: PlannedAsset, { aws, account, push }: GateOptions): Promise<AssetState> {
  const { destination, source, uri } = asset;
  switch (destination.kind) {
    case 's3-prefix': {
      if (aws === undefined) return unverified('the environment has no side on AWS');
      const present = await new WeightsBucket(aws, destination.bucket, destination.prefix).present();
      if (present === undefined) return missing(`bucket ${destination.bucket} does not exist`, push);
      return compareFiles(present, { place: uri, push, source });
    }
    case 'ecr-image': {
      if (aws === undefined) return unverified('the environment has no side on AWS');
      const { repository, digest } = destination;
      if (destination.account === account) return imageState(digest, ecrRepository(aws, destination, repository), push);
      const fix = 'correct the digest in the config, or ask for the right to pull';
      return publishedImageState(aws, destination, { repository, digest, fix });
    }
    case 's3-vectors-index':
    case 'ml-model':
    case 'acr-image':
    case 'blob-prefix':
    case 'search-service':
      return unverified('its store was not asked');
  }
}

const bringers: Readonly<Record<PlannedAsset['bringer'], string>> = {
  push: 'by llmops assets push',
  provider: 'by whoever runs the registry or the hub',
  ingestion: 'by an ingestion job, once its documents are there',
  you: 'by you, or by another system of yours',
};

function lackingOf({ id, kind, uri, bytes, bringer }: PlannedAsset, why: string, repair: string): LackingAsset {
  return { id, kind, destination: uri, why, bytes, broughtBy: bringers[bringer], repair };
}
