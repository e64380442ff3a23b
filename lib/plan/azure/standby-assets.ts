import { azureRegionPair } from '../../catalog/azure-region-pairs';
import type { AzureContext } from '../context';
import type { Decision } from '../decision';
import { decide } from '../decision';
import { azureKnowledge, azureOpenAiModels } from '../entries';
import type { ReplicatedAsset, UnreplicatedAsset } from '../standby-plan';
import type { AzureStandbyBlobs } from './standby-plan';

const undocumented = 'not documented';
const geoLag = {
  lag: 'mostly less than 15 minutes, without a guarantee',
  source: 'MicrosoftDocs/azure-docs@9864526, about GRS and GZRS of Azure Files, read 2026-12-01',
};

/** What is copied to the second location, by what, and how long it takes. */
export function replicated(context: AzureContext, blobs: AzureStandbyBlobs): Decision<readonly ReplicatedAsset[]> {
  const { target } = context;
  const rows: readonly ReplicatedAsset[] = [
    ...(target.registry === undefined
      ? [{ what: 'images', by: 'the container registry itself', lag: undocumented }]
      : []),
    ...(target.mlRegistry === undefined ? [{ what: 'weights', by: 'the ML registry itself', lag: undocumented }] : []),
    ...('redundancy' in blobs
      ? [{ what: 'documents, evaluation reports and data of jobs', by: 'the storage account itself', ...geoLag }]
      : []),
    ...(isPaired(context) && target.keyVault === undefined
      ? [{ what: 'secrets, for reading', by: 'the vault itself', lag: undocumented }]
      : []),
  ];
  return decide(
    rows,
    'standby.replicated',
    'each copies by itself, after a while: what was written just before a loss may be missing. Registries of the company are replicated by their owner',
  );
}

/** Whether Azure itself copies from the first location to the second. */
function isPaired({ region, target: { standby } }: AzureContext): boolean {
  return azureRegionPair(region.id)?.secondary === standby?.location;
}

/** What is not in the second location after a loss, why, and what to do about it. */
export function notReplicated(context: AzureContext, blobs: AzureStandbyBlobs): Decision<readonly UnreplicatedAsset[]> {
  return decide(
    [
      ...('redundancy' in blobs ? [] : blobRows(context, blobs.commands.value)),
      ...registries(context),
      ...(isPaired(context) ? [] : [vault(context)]),
      ...knowledge(context),
      ...models(context),
      {
        what: 'prompts',
        why: 'the platform declares none: they are in the code of applications',
        how: 'deploy the same versions in both locations',
      },
      {
        what: 'network, identities, logs and hand-offs',
        why: 'they are of one location, or name resources of it',
        how: 'deploy an environment with this location as its own',
      },
      ...(context.endpoints.azure.length === 0
        ? []
        : [
            {
              what: 'online endpoints and the quota of their machines',
              why: 'a deployed endpoint is billed, and needs network and quota of its location',
              how: 'ask for quota in advance, and deploy that environment',
            },
          ]),
    ],
    'standby.by-hand',
    'nothing of it is there after the loss of the location',
  );
}

function blobRows(context: AzureContext, commands: readonly string[]): readonly UnreplicatedAsset[] {
  return [
    {
      what: 'evaluation reports, until two commands have run',
      why: 'Azure makes the id of a replication policy when it is written, and no deployment can read it back (Azure/bicep#9710)',
      how: `deploy, then run the ${commands.length} commands in standby.blobs.commands of the plan; a copy takes a time that Azure does not guarantee`,
    },
    {
      what: azureKnowledge(context).length === 0 ? 'data of jobs' : 'documents and data of jobs',
      why: 'object replication copies named containers, and the kit does not create theirs',
      how: 'push them to an account of the second location too',
    },
  ];
}

function registries({ target }: AzureContext): readonly UnreplicatedAsset[] {
  const given = (what: string, registry: unknown): readonly UnreplicatedAsset[] =>
    registry === undefined ? [] : [{ what, why: "the registry is the company's", how: 'its owner adds the location' }];
  return [...given('images', target.registry), ...given('weights', target.mlRegistry)];
}

/** About Key Vault: Microsoft Learn, "Azure Key Vault availability and redundancy", read 2026-12-01. */
function vault({ region }: AzureContext): UnreplicatedAsset {
  const secondary = azureRegionPair(region.id)?.secondary;
  return {
    what: 'secrets of the vault',
    why:
      secondary === undefined
        ? `Key Vault copies a vault to a paired location, and ${region.id} has none that is known`
        : `Key Vault copies a vault to the paired location, ${secondary}, and Microsoft decides when it answers there`,
    how: 'none of the platform is in it; write secrets of applications to a vault of the second location too',
  };
}

function knowledge(context: AzureContext): readonly UnreplicatedAsset[] {
  const keys = azureKnowledge(context).map(([key]) => key);
  if (keys.length === 0) return [];
  return [
    {
      what: `AI Search indexes of ${keys.join(', ')}`,
      why: 'AI Search copies no index to another service',
      how: 'build them again from the documents; how long it takes depends on the documents, which the plan does not know',
    },
  ];
}

function models(context: AzureContext): readonly UnreplicatedAsset[] {
  if (azureOpenAiModels(context).length === 0) return [];
  return [
    {
      what: 'Azure OpenAI account, deployments, content filters and their quota',
      why: 'an account is in one location, and so is its quota',
      how: 'ask for quota in the second location in advance; deployments there are billed per token, and cost nothing until they are called',
    },
  ];
}
