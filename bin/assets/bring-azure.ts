import type { ImageRepository, PushEvent } from '../../lib/assets/ports';
import type { FilePush } from '../../lib/assets/push-files';
import { pushFiles } from '../../lib/assets/push-files';
import { copyImage } from '../../lib/assets/push-image';
import type { StoreResource } from '../../lib/cloud/azure/stores/arm-resource';
import { storeExists } from '../../lib/cloud/azure/stores/arm-resource';
import { acrRepository, importImage } from '../../lib/cloud/azure/stores/container-registry';
import { ModelVersion } from '../../lib/cloud/azure/stores/model-version';
import { CodedError } from '../../lib/messages';
import type { AssetDestination, AssetSource } from '../../lib/plan';
import type { Issue } from '../../lib/platform';
import { documentsPrefix } from './azure-asset-state';
import type { AzureStores } from './azure-stores';

type Of<K extends AssetDestination['kind']> = Extract<AssetDestination, { readonly kind: K }>;

/** A push of files whose place follows from the asset. */
export type AzureFilePush = Pick<FilePush, 'source' | 'wanted' | 'verify' | 'tell'>;

/** A store must be there before anything is begun. @throws CodedError (AssetPlaceMissing) */
async function requireStore({ client }: AzureStores, store: StoreResource, unit: string | undefined): Promise<void> {
  if (await storeExists(client, store)) return;
  throw new CodedError('AssetPlaceMissing', {
    place: store.id,
    message: 'it does not exist yet',
    expected: 'a store that a stage has created',
    ...(unit === undefined ? {} : { fix: `deploy the ${unit} stage, then run the command again` }),
  });
}

/** Copies documents below their prefix. @returns every problem @throws CodedError */
export async function bringDocuments(
  of: Of<'blob-prefix'>,
  push: AzureFilePush,
  stores: AzureStores,
): Promise<readonly Issue[]> {
  await requireStore(stores, stores.resource('Microsoft.Storage/storageAccounts', of.account), 'initialization');
  return pushFiles({ ...push, store: documentsPrefix(of, stores), manifest: false });
}

/**
 * Uploads the files of a model, their manifest after them, and registers the version after that.
 *
 * @returns every problem; then nothing is registered
 * @throws CodedError
 */
export async function bringModel(
  of: Of<'ml-model'>,
  push: AzureFilePush,
  {
    tags = {},
    after,
  }: { readonly tags?: Readonly<Record<string, string>> | undefined; readonly after?: string | undefined },
  stores: AzureStores,
): Promise<readonly Issue[]> {
  const resource = stores.resource('Microsoft.MachineLearningServices/registries', of.registry);
  await requireStore(stores, resource, after);
  const version = new ModelVersion(stores.client, { ...of, id: resource.id });
  if ((await version.registered()) !== undefined) {
    return [
      {
        code: 'AssetPlaceDiffers',
        path: version.uri,
        message: 'a version is registered once, and this one was not registered from a manifest',
        expected: 'no version, or one that this command registered',
        fix: `look at it, then ${version.removal()} and run the command again`,
      },
    ];
  }
  const { files, uri } = version.upload(sourceText(push.wanted));
  // The version is what makes an upload complete; before it nothing serves the files.
  const issues = await pushFiles({
    ...push,
    store: files,
    tell: (event) => {
      if (event.kind !== 'complete') push.tell(event);
    },
  });
  if (issues.length > 0) return issues;
  await version.register(await uri(), tags);
  push.tell({ kind: 'complete', path: version.uri });
  return [];
}

function sourceText(source: AssetSource): string {
  return source.kind === 'hub' ? `${source.repository}@${source.revision}` : source.kind;
}

/** An image, and how it comes. */
export interface BroughtImage {
  readonly of: Of<'acr-image'>;
  /** Image that the registry imports, as `registry/repository@sha256:…`. */
  readonly image: string;
  /** The repository that it is copied from through this machine. @default - the registry imports it */
  readonly from?: ImageRepository | undefined;
  readonly after?: string | undefined;
  readonly tell: (event: PushEvent) => void;
}

/** Has the registry import an image, or copies it layer by layer. @throws CodedError */
export async function bringImage(brought: BroughtImage, stores: AzureStores): Promise<void> {
  const { of, image, from, after, tell } = brought;
  const { client } = stores;
  const { registry, repository, digest } = of;
  const resource = stores.resource('Microsoft.ContainerRegistry/registries', registry);
  await requireStore(stores, resource, after);
  const to = { registry, repository, id: resource.id };
  if (from !== undefined) {
    await copyImage(digest, from, acrRepository(client, to, 'pull,push'), tell);
    return;
  }
  if (!image.endsWith(`@${digest}`)) {
    throw new CodedError('AssetHashDiffers', {
      place: image,
      message: 'the source has another digest',
      expected: digest,
    });
  }
  await importImage(client, to, image);
}
