import { dirname, resolve } from 'node:path';
import type { FileSource, PushEvent } from '../../lib/assets/ports';
import { pushFiles } from '../../lib/assets/push-files';
import { copyImage } from '../../lib/assets/push-image';
import type { AwsClientOptions } from '../../lib/cloud/aws/client-options';
import { ecrRepository } from '../../lib/cloud/aws/ecr';
import { WeightsBucket } from '../../lib/cloud/aws/weights-bucket';
import { FolderSource } from '../../lib/cloud/folder';
import { HubSource } from '../../lib/cloud/hub';
import { OciRepository } from '../../lib/cloud/oci';
import type { Issue } from '../../lib/platform';
import type { PlannedAsset } from './asset-state-of';
import { signatureCheck } from './signature-check';

/** How an asset is brought. */
export interface Bringing {
  readonly aws: AwsClientOptions;
  /** Config file: folders of the config are relative to it. */
  readonly config: string;
  /** Folder or address in place of the planned source. @default - the planned source */
  readonly from?: string | undefined;
  /** Token of a gated repository. @default - public */
  readonly token?: string | undefined;
  readonly tell: (event: PushEvent) => void;
}

/** Brings an asset to AWS. @returns every problem @throws CodedError */
export async function bring(asset: PlannedAsset, how: Bringing): Promise<readonly Issue[]> {
  const { destination, source } = asset;
  if (destination.kind === 's3-prefix') {
    const from = fileSource(asset, how);
    if (from === undefined) return [noSource(asset)];
    const verify = signatureCheck(asset, how.config);
    return pushFiles({
      source: from,
      store: new WeightsBucket(how.aws, destination.bucket, destination.prefix),
      wanted: source,
      manifest: asset.kind === 'weights',
      ...(verify === undefined ? {} : { verify }),
      tell: how.tell,
    });
  }
  if (destination.kind !== 'ecr-image' || source.kind !== 'registry') return [noSource(asset)];
  const { account, region, repository, digest } = destination;
  await copyImage(
    digest,
    sourceRepository(source.image, how),
    ecrRepository(how.aws, { account, region }, repository),
    how.tell,
  );
  return [];
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

/** The repository that an image is copied from. The login of an account pulls from the registries of AWS too. */
function sourceRepository(image: string, { aws, from }: Bringing): OciRepository | ReturnType<typeof ecrRepository> {
  const [, host = '', repository = ''] = /^([^/]+)\/([^@]+)@/.exec(image) ?? [];
  const [, account, region] = /^(\d{12})\.dkr\.ecr\.([^.]+)\./.exec(host) ?? [];
  if (from !== undefined) return new OciRepository({ address: from.replace(/\/$/, ''), repository });
  if (account === undefined || region === undefined)
    return new OciRepository({ address: `https://${host}`, repository });
  return ecrRepository(aws, { account, region }, repository);
}

function noSource({ id }: PlannedAsset): Issue {
  return {
    code: 'AssetSourceMissing',
    path: id,
    message: 'the config does not say where it comes from',
    expected: 'a folder or an address',
    fix: `llmops assets push --only ${id} --from FOLDER`,
  };
}
