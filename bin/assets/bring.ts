import { dirname, resolve } from 'node:path';
import type { AssetState } from '../../lib/assets/asset-state';
import { firstPull } from '../../lib/assets/first-pull';
import type { FileSource, ImageRepository, PushEvent } from '../../lib/assets/ports';
import { pushFiles } from '../../lib/assets/push-files';
import { copyImage } from '../../lib/assets/push-image';
import type { AwsClientOptions } from '../../lib/cloud/aws/client-options';
import { ecrRepository } from '../../lib/cloud/aws/ecr';
import { WeightsBucket } from '../../lib/cloud/aws/weights-bucket';
import { FolderSource } from '../../lib/cloud/folder';
import { HubSource } from '../../lib/cloud/hub';
import { OciRepository } from '../../lib/cloud/oci';
import type { Issue } from '../../lib/platform';
import type { AzureStores } from './azure-stores';
import { bringDocuments, bringImage, bringModel } from './bring-azure';
import type { PlannedAsset } from './planned-asset';
import { signatureCheck } from './signature-check';

/** How an asset is brought. */
export interface Bringing {
  /** @default - nothing is brought to AWS */
  readonly aws?: AwsClientOptions | undefined;
  /** @default - nothing is brought to Azure */
  readonly azure?: AzureStores | undefined;
  /** Config file: folders of the config are relative to it. */
  readonly config: string;
  /** Folder or address in place of the planned source. @default - the planned source */
  readonly from?: string | undefined;
  /** Token of a gated repository. @default - public */
  readonly token?: string | undefined;
  /** The command that brings it, for messages. */
  readonly push: string;
  readonly tell: (event: PushEvent) => void;
}

/** Brings an asset. @returns every problem @throws CodedError */
export async function bring(asset: PlannedAsset, how: Bringing): Promise<readonly Issue[]> {
  const { aws, azure } = how;
  if (asset.kind === 'image') return image(asset, how);
  const source = fileSource(asset, how);
  if (source === undefined) return [noSource(asset)];
  const verify = signatureCheck(asset, how.config);
  const push = { source, wanted: asset.source, ...(verify === undefined ? {} : { verify }), tell: how.tell };
  const { destination } = asset;
  if (destination.kind === 's3-prefix' && aws !== undefined) {
    const store = new WeightsBucket(aws, destination.bucket, destination.prefix);
    return pushFiles({ ...push, store, manifest: asset.kind === 'weights' });
  }
  if (destination.kind === 'blob-prefix' && azure !== undefined) return bringDocuments(destination, push, azure);
  if (destination.kind === 'ml-model' && azure !== undefined) return bringModel(destination, push, asset, azure);
  return [noSource(asset)];
}

async function image(
  { destination, source, after, id, bringer }: PlannedAsset,
  how: Bringing,
): Promise<readonly Issue[]> {
  const { aws, azure, tell } = how;
  if (source.kind !== 'registry') return [noSource({ id })];
  if (destination.kind === 'ecr-image' && aws !== undefined) {
    const { account, region, repository, digest } = destination;
    const place = ecrRepository(aws, { account, region }, repository);
    if (bringer === 'cache') {
      const state = await firstPull(digest, place, `${how.push} --only ${id}`, tell);
      // With --from the image is copied into the repository that the pull has made.
      if (state.kind === 'present' || how.from === undefined) return pullIssues(id, state);
    }
    await copyImage(digest, sourceRepository(source.image, how), place, tell);
    return [];
  }
  if (destination.kind !== 'acr-image' || azure === undefined) return [noSource({ id })];
  const through = how.from !== undefined || privateEcr.test(source.image);
  const from = through ? sourceRepository(source.image, how) : undefined;
  await bringImage({ of: destination, image: source.image, from, after, tell }, azure);
  return [];
}

function pullIssues(path: string, state: AssetState): readonly Issue[] {
  if (state.kind === 'present' || state.kind === 'unverified') return [];
  return [
    {
      code: 'AssetSourceMissing',
      path,
      message: state.cause,
      expected: 'a digest that the registry has, and the rights to pull it through the cache',
      fix: 'correct the digest in the config; ecr:BatchImportUpstreamImage and ecr:CreateRepository are needed for a first pull',
    },
  ];
}

function fileSource({ source }: PlannedAsset, { config, from, token }: Bringing): FileSource | undefined {
  if (from !== undefined && !isAddress(from)) return new FolderSource(from);
  if (source.kind === 'hub') return new HubSource({ ...source, address: from, token });
  if (source.kind === 'folder') return new FolderSource(resolve(dirname(config), source.path));
  return undefined;
}

/** Whether `--from` names an address and not a folder. */
export function isAddress(from: string): boolean {
  return /^https?:\/\//.test(from);
}

/** A registry of ECR that takes no caller without credentials of AWS, which an import by Azure does not have. */
const privateEcr = /^(\d{12})\.dkr\.ecr\.([^.]+)\./;

/** The repository that an image is copied from. The login of an account pulls from the registries of AWS too. */
function sourceRepository(image: string, { aws, from }: Bringing): ImageRepository {
  const [, host = '', repository = ''] = /^([^/]+)\/([^@]+)@/.exec(image) ?? [];
  const [, account, region] = privateEcr.exec(host) ?? [];
  if (from !== undefined) return new OciRepository({ address: from.replace(/\/$/, ''), repository });
  if (account === undefined || region === undefined)
    return new OciRepository({ address: `https://${host}`, repository });
  return ecrRepository(aws ?? { region }, { account, region }, repository);
}

function noSource({ id }: Pick<PlannedAsset, 'id'>): Issue {
  return {
    code: 'AssetSourceMissing',
    path: id,
    message: 'the config does not say where it comes from',
    expected: 'a folder or an address',
    fix: `llmops assets push --only ${id} --from FOLDER`,
  };
}
