import type { AssetState } from '../../lib/assets/asset-state';
import { missing, present, unverified, wrong } from '../../lib/assets/asset-state';
import { compareFiles } from '../../lib/assets/compare-files';
import { imageState } from '../../lib/assets/push-image';
import { storeExists } from '../../lib/cloud/azure/stores/arm-resource';
import { BlobPrefix } from '../../lib/cloud/azure/stores/blob-prefix';
import { acrRepository } from '../../lib/cloud/azure/stores/container-registry';
import { ModelVersion } from '../../lib/cloud/azure/stores/model-version';
import { searchIndexes } from '../../lib/cloud/azure/stores/search-indexes';
import type { AssetDestination } from '../../lib/plan';
import type { AzureStores } from './azure-stores';
import type { PlannedAsset } from './planned-asset';

type Of<K extends AssetDestination['kind']> = Extract<AssetDestination, { readonly kind: K }>;

/** Whether an asset of Azure is where it must be. It only reads. @throws CodedError where a store does not answer */
export async function azureAssetState(asset: PlannedAsset, push: string, stores: AzureStores): Promise<AssetState> {
  const { destination } = asset;
  switch (destination.kind) {
    case 'blob-prefix':
      return documentsState(destination, push, stores);
    case 'acr-image':
      return acrState(asset, destination, push, stores);
    case 'ml-model':
      return modelState(asset, destination, push, stores);
    case 'search-service':
      return searchState(destination, stores);
    default:
      return unverified('it is not on Azure');
  }
}

/** Why a store does not exist: its stage is not deployed, or its owner has not created it. */
function noStore(what: string, { after }: PlannedAsset | { readonly after?: string }): string {
  return after === undefined ? `${what} does not exist` : `${what} does not exist: the ${after} stage creates it`;
}

/** Documents of a prefix. Where there is no container, the first push makes it. */
export function documentsPrefix({ account, container, prefix }: Of<'blob-prefix'>, stores: AzureStores): BlobPrefix {
  const { client } = stores;
  const { id } = stores.resource('Microsoft.Storage/storageAccounts', account);
  return new BlobPrefix(client, {
    subject: {
      place: `https://${account}.blob.core.windows.net/${container}/${prefix}`,
      role: 'Storage Blob Data Contributor',
      scope: id,
    },
    at: () => Promise.resolve({ container: `${client.addresses.blob(account)}/${container}`, prefix }),
    makesContainer: true,
    removal: (path) =>
      path === undefined
        ? `az storage blob delete-batch --account-name ${account} --source ${container} --pattern '${prefix}*' --auth-mode login`
        : `az storage blob delete --account-name ${account} --container-name ${container} --name '${prefix}${path}' --auth-mode login`,
  });
}

async function documentsState(of: Of<'blob-prefix'>, push: string, stores: AzureStores): Promise<AssetState> {
  const account = stores.resource('Microsoft.Storage/storageAccounts', of.account);
  if (!(await storeExists(stores.client, account))) {
    return missing(noStore(`storage account ${of.account}`, { after: 'initialization' }), push);
  }
  const prefix = documentsPrefix(of, stores);
  const there = await prefix.present();
  return (there?.files.length ?? 0) === 0 ? missing(`nothing is below ${prefix.place}`, push) : present;
}

async function acrState(
  asset: PlannedAsset,
  { registry, repository, digest }: Of<'acr-image'>,
  push: string,
  stores: AzureStores,
): Promise<AssetState> {
  const { id, type } = stores.resource('Microsoft.ContainerRegistry/registries', registry);
  const pushed = asset.bringer === 'push';
  const cached = asset.bringer === 'cache' ? 'nothing: the first pull of the endpoint fetches it' : undefined;
  const repair = pushed ? push : (cached ?? `push the image of this digest to ${registry}.azurecr.io/${repository}`);
  if (!(await storeExists(stores.client, { id, type }))) return missing(noStore(`registry ${registry}`, asset), repair);
  const state = await imageState(digest, acrRepository(stores.client, { registry, id, repository }, 'pull'), repair);
  // The local registry cannot import from a registry on another machine, so whether it would fail is not known.
  if (state.kind === 'missing' && stores.local) {
    return unverified(
      `${state.cause}, and the local cloud imports nothing from elsewhere; with --from ADDRESS the push copies it from a registry that this machine reaches`,
    );
  }
  return state;
}

async function modelState(
  asset: PlannedAsset,
  of: Of<'ml-model'>,
  push: string,
  stores: AzureStores,
): Promise<AssetState> {
  if (of.registry !== stores.modelRegistry) {
    return unverified(`registry ${of.registry} is not of this environment, and is not asked`);
  }
  const resource = stores.resource('Microsoft.MachineLearningServices/registries', of.registry);
  if (!(await storeExists(stores.client, resource))) return missing(noStore(`registry ${of.registry}`, asset), push);
  const version = new ModelVersion(stores.client, { ...of, id: resource.id });
  const registered = await version.registered();
  if (registered === undefined)
    return missing(`registry ${of.registry} has no ${of.name} of version ${of.version}`, push);
  const replace = `${version.removal()} && ${push}`;
  const other = Object.entries(asset.tags ?? {}).filter(([tag, value]) => registered.tags[tag] !== value);
  if (other.length > 0) {
    const found = other.map(([tag, value]) => `${tag} is ${registered.tags[tag] ?? 'missing'}, planned is ${value}`);
    return wrong('tags', `${version.uri} has other tags: ${found.join('; ')}`, replace);
  }
  const files = version.files(registered);
  const there = await files.present();
  if (there?.manifest === undefined) {
    return unverified(`${version.uri} is registered with the planned tags, and no manifest says which files it has`);
  }
  return compareFiles(there, { place: files.place, removal: () => version.removal(), push, source: asset.source });
}

async function searchState({ service }: Of<'search-service'>, stores: AzureStores): Promise<AssetState> {
  const resource = stores.resource('Microsoft.Search/searchServices', service);
  const repair = 'create an index and an indexer by the API of the service';
  if (!(await storeExists(stores.client, resource))) {
    return missing(noStore(`search service ${service}`, { after: 'deployment' }), repair);
  }
  const indexes = await searchIndexes(stores.client, { service, id: resource.id });
  const filled = indexes.filter(({ documents }) => documents > 0);
  if (indexes.length === 0) return missing(`search service ${service} has no index`, repair);
  if (filled.length === 0) return missing(`no index of search service ${service} has documents`, 'run its indexer');
  const names = filled.map(({ name, documents }) => `${name} (${documents} documents)`).join(', ');
  return unverified(`the plan names no index, so these are not compared: ${names}`);
}
