import type { AskedAssets, LackingAsset, Unit } from '../../lib/deploy';
import type { SettledPlan } from '../../lib/plan';
import type { AssetPlaces } from '../assets/asset-state-of';
import { assetStateOf } from '../assets/asset-state-of';
import type { PlannedAsset } from '../assets/planned-asset';

/** Ids of the units that cannot be deployed before an asset is there. */
export function gatedUnits({ assets }: SettledPlan): ReadonlySet<string> {
  return new Set(Object.values(assets).flatMap(({ cloud, neededBy }) => neededBy.map((unit) => `${cloud}/${unit}`)));
}

/** Asks where the assets of a gate are. */
export async function askAssets({ assets }: SettledPlan, gate: Unit, options: AssetPlaces): Promise<AskedAssets> {
  const needed = Object.values(assets).filter(
    ({ cloud, neededBy }) => cloud === gate.cloud && neededBy.some((unit) => unit === gate.name),
  );
  const lacking: LackingAsset[] = [];
  const unasked: string[] = [];
  for (const asset of needed) {
    const state = await assetStateOf(asset, options);
    if (state.kind === 'missing' || state.kind === 'wrong') lacking.push(lackingOf(asset, state.cause, state.repair));
    if (state.kind === 'unverified') unasked.push(`${asset.id}: ${state.cause}`);
  }
  return { lacking, unverified: unasked };
}

const bringers: Readonly<Record<PlannedAsset['bringer'], string>> = {
  push: 'by llmops assets push',
  job: 'by an import job, which llmops assets push starts',
  cache: 'by a pull-through cache, through which llmops assets push makes the first pull',
  provider: 'by whoever runs the registry or the hub',
  ingestion: 'by an ingestion job, once its documents are there',
  you: 'by you, or by another system of yours',
};

function lackingOf({ id, kind, uri, bytes, bringer }: PlannedAsset, why: string, repair: string): LackingAsset {
  return { id, kind, destination: uri, why, bytes, broughtBy: bringers[bringer], repair };
}
