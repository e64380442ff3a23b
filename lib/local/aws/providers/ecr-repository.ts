import { scalarText } from '../../../constraints/json';
import { contentsOf } from '../services/ecr/store';
import type { Provider } from './provider';
import { ResourceFailure } from './provider';

/**
 * `AWS::ECR::Repository`: one that holds images is deleted only when its stack says so. Source: Amazon ECR API reference,
 * DeleteRepository, RepositoryNotEmptyException; property EmptyOnDelete (read 2026-11-30).
 */
export const ecrRepositoryProvider: Provider = {
  remove(resource, cloud) {
    const { name, manifests, layers, tags } = contentsOf(resource, cloud);
    if (manifests.size > 0 && scalarText(resource.properties['EmptyOnDelete']) !== 'true') {
      throw new ResourceFailure(
        `Resource handler returned message: "The repository with name '${name}' in registry with id '${resource.account}' cannot be deleted because it still contains images" (HandlerErrorCode: GeneralServiceException)`,
      );
    }
    for (const table of [manifests, layers, tags]) table.clear();
  },
};
