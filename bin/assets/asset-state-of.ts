import type { AssetState } from '../../lib/assets/asset-state';
import { missing, present, unverified } from '../../lib/assets/asset-state';
import { compareFiles } from '../../lib/assets/compare-files';
import { imageState } from '../../lib/assets/push-image';
import type { AwsClientOptions } from '../../lib/cloud/aws/client-options';
import { cachedImageState, ecrRepository, publishedImageState } from '../../lib/cloud/aws/ecr';
import { WeightsBucket } from '../../lib/cloud/aws/weights-bucket';
import type { AssetDestination } from '../../lib/plan';
import { azureAssetState } from './azure-asset-state';
import type { AzureStores } from './azure-stores';
import type { PlannedAsset } from './planned-asset';

/** Who is asked where assets are. */
export interface AssetPlaces {
  /** The command that brings everything, for example `llmops assets push --env dev`. */
  readonly push: string;
  /** @default - assets on AWS are unverified */
  readonly aws?: AwsClientOptions | undefined;
  /** @default - assets on Azure are unverified */
  readonly azure?: AzureStores | undefined;
}

/** The command that brings an asset. */
function pushCommand({ id }: PlannedAsset, { push }: AssetPlaces): string {
  return `${push} --only ${id}`;
}

/** Whether an asset is where it must be. What cannot be asked is unverified, never present. */
export async function assetStateOf(asset: PlannedAsset, places: AssetPlaces): Promise<AssetState> {
  try {
    return await asked(asset, places);
  } catch (error) {
    return unverified(`it could not be asked: ${error instanceof Error ? error.message : String(error)}`);
  }
}

async function asked(asset: PlannedAsset, places: AssetPlaces): Promise<AssetState> {
  const { destination } = asset;
  const { aws, azure } = places;
  if (asset.cloud === 'azure') {
    return azure === undefined
      ? unverified('no store of Azure was asked')
      : azureAssetState(asset, pushCommand(asset, places), azure);
  }
  if (aws === undefined) return unverified('no service of AWS was asked');
  switch (destination.kind) {
    case 's3-prefix':
      return filesState(asset, destination, places, aws);
    case 'ecr-image':
      return ecrState(asset, destination, places, aws);
    default:
      return unverified('whether it is filled is known once its documents are there and were ingested');
  }
}

type Of<K extends AssetDestination['kind']> = Extract<AssetDestination, { readonly kind: K }>;

async function filesState(
  asset: PlannedAsset,
  { bucket, prefix }: Of<'s3-prefix'>,
  places: AssetPlaces,
  aws: AwsClientOptions,
): Promise<AssetState> {
  const store = new WeightsBucket(aws, bucket, prefix);
  const push = pushCommand(asset, places);
  const there = await store.present();
  if (there === undefined) {
    return missing(`bucket ${bucket} does not exist: the stack that creates it comes first`, push);
  }
  // Documents come and go; what the config places elsewhere has a manifest only where this kit brought it.
  const brought = asset.bringer === 'push' || asset.bringer === 'job';
  const listed = asset.kind === 'weights' && (brought || there.manifest !== undefined);
  if (listed)
    return compareFiles(there, {
      place: store.place,
      removal: (path) => removal(asset, store.removal(path)),
      push,
      source: asset.source,
    });
  if (there.files.length === 0) return missing(`nothing is below ${store.place}`, brought ? push : 'copy it there');
  return asset.kind === 'documents'
    ? present
    : unverified(`files are below ${store.place}, and no manifest says which are wanted`);
}

/** The bucket policy denies deletions below the prefix of an import where data is retained: the deny statement is removed first. */
function removal({ bringer }: PlannedAsset, command: string): string {
  return bringer === 'job' ? `deploy the integration stack without the import of this model, then ${command}` : command;
}

async function ecrState(
  asset: PlannedAsset,
  { account, region, repository, digest }: Of<'ecr-image'>,
  places: AssetPlaces,
  aws: AwsClientOptions,
): Promise<AssetState> {
  if (asset.bringer === 'cache') {
    return cachedImageState(aws, { account, region }, { repository, digest, pull: pushCommand(asset, places) });
  }
  if (asset.bringer === 'push') {
    return imageState(digest, ecrRepository(aws, { account, region }, repository), pushCommand(asset, places));
  }
  const fix = 'pin the digest of an image that AWS publishes in this region';
  return publishedImageState(aws, { account, region }, { repository, digest, fix });
}
