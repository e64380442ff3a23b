import type { Issue } from '../../platform';
import type { AzureContext } from '../context';
import { fullName } from '../facts/found-model';
import { unknownInCatalog } from '../facts/unknown-in-catalog';

/** Versions under `deployedModels` that the catalogue does not have: a misspelt one would say that another was not deployed. */
export function deployedModelIssues({ catalog, key, target: { deployedModels = [] } }: AzureContext): readonly Issue[] {
  const known = catalog.managedModels
    .filter(({ service }) => service === 'azure-openai')
    .flatMap((row) => row.versions.map((version) => fullName({ row, version })));
  return deployedModels.flatMap((got, index) =>
    known.includes(got)
      ? []
      : [
          unknownInCatalog({
            code: 'UnknownModelVersion',
            path: `environments.${key}.azure.deployedModels[${index}]`,
            noun: 'version of Azure OpenAI',
            got,
            known,
          }),
        ],
  );
}
