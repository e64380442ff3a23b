import type { AssetState } from './asset-state';
import { missing } from './asset-state';
import type { ImageRepository, PushEvent } from './ports';
import { imageState } from './push-image';

/**
 * Makes the first pull of a digest through a cache: the registry fetches the image while it answers with its manifest. Layers
 * are asked for, and none is downloaded.
 *
 * @param push - the command that tries again
 */
export async function firstPull(
  digest: string,
  repository: ImageRepository,
  push: string,
  tell: (event: PushEvent) => void,
): Promise<AssetState> {
  if ((await repository.manifest(digest)) === undefined) {
    return missing(`${repository.place} did not get ${digest} from the registry that it caches`, push);
  }
  const state = await imageState(digest, repository, push);
  if (state.kind === 'present') tell({ kind: 'complete', path: `${repository.place}@${digest}` });
  return state;
}
