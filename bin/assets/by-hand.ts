import { dirname, resolve } from 'node:path';
import type { PlannedAsset } from './asset-state-of';

/** What a person types to bring an asset of Azure, where this command has no client for its store. */
export function typedByHand({ destination, source, tags = {} }: PlannedAsset, config: string): readonly string[] {
  switch (destination.kind) {
    case 'acr-image':
      return source.kind === 'registry'
        ? [
            `az acr import --name ${destination.registry} --source ${source.image} --repository ${destination.repository}`,
          ]
        : [];
    case 'ml-model': {
      const pairs = Object.entries(tags).map(([name, value]) => ` --set tags.${name}=${value}`);
      const { name, version, registry } = destination;
      return [
        ...(source.kind === 'hub'
          ? [`hf download ${source.repository} --revision ${source.revision} --local-dir ${name}`]
          : []),
        `az ml model create --name ${name} --version ${version} --type custom_model --path ${name} --registry-name ${registry}${pairs.join('')}`,
      ];
    }
    case 'blob-prefix': {
      const folder = source.kind === 'folder' ? resolve(dirname(config), source.path) : 'FOLDER';
      const { account, container, prefix } = destination;
      return [
        `az storage container create --account-name ${account} --name ${container} --auth-mode login`,
        `az storage blob upload-batch --account-name ${account} --destination ${container} --destination-path ${prefix} --source ${folder} --auth-mode login`,
      ];
    }
    default:
      return [];
  }
}
