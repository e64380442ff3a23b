import type { AzureContext } from '../context';
import { azureName } from '../context';
import type { Decision } from '../decision';
import { cite, decide, pinned, withRejected } from '../decision';
import { azureKnowledge, azureOpenAiModels } from '../entries';
import type { AzureHandOff, AzureHandOffStorePlan, AzureStageName } from './azure-plan';
import { reservedName } from './reserved-name';

/** What the service and its users say about writing keys by way of Azure Resource Manager. */
const deployment = {
  source:
    'learn.microsoft.com, App Configuration deployment overview; Azure/bicep-ptn-aiml-landing-zone#37 (2026-04-30)',
  asOf: '2026-11-30',
};

/** The store of the values that only the cloud knows. */
export function handOffStore(context: AzureContext): AzureHandOffStorePlan {
  return {
    storeName: reservedName(context, 'azure-app-configuration'),
    keyPrefix: azureName(context, 'azure-app-configuration-key'),
    publicNetworkAccess: storeAccess(context),
    deployerRole: cite(
      'App Configuration Data Owner',
      'azure.hand-off-role',
      'Azure Resource Manager writes and reads the keys of the stages under the identity of whoever deploys, and Owner and Contributor do not include the data',
      deployment,
    ),
  };
}

function storeAccess({ key, target }: AzureContext): Decision<'Enabled' | 'Disabled'> {
  if (target.resourceManagerPrivateLink === true) {
    return pinned('Disabled', `environments.${key}.azure.resourceManagerPrivateLink`);
  }
  return withRejected(
    cite(
      'Enabled',
      'azure.hand-off-access',
      `a deployment writes and reads keys by way of Azure Resource Manager, which reaches a closed store only through a private link of the whole tenant (environments.${key}.azure.resourceManagerPrivateLink); access keys are off, every call needs a role, and the keys hold ids, not secrets`,
      deployment,
    ),
    [{ value: 'Disabled', reason: 'every key is refused with Forbidden in a tenant without that private link' }],
  );
}

/** Every value that one stage publishes. A consumer is deployed after its producer. */
export function azureHandOffs(context: AzureContext): Decision<readonly AzureHandOff[]> {
  const handOffs = [
    {
      name: 'experimentation/workspace-principal-id',
      producer: 'experimentation' as const,
      consumers: ['evaluation' as const],
    },
    ...identityHandOffs(context),
  ];
  return decide(
    handOffs.toSorted((a, b) => (a.name < b.name ? -1 : 1)),
    'connect.keys',
    'names and resource ids follow from the plan; what only the cloud knows is a key, so each stage can be deployed, reviewed and deleted by itself',
    [{ value: 'stack references', reason: 'a stage would depend on the state of another and on where it is stored' }],
  );
}

/** Client ids are for those who sign in; principal ids for the stages that grant roles. */
function identityHandOffs(context: AzureContext): readonly AzureHandOff[] {
  const serving =
    context.endpoints.azure.length > 0 || azureOpenAiModels(context).length > 0 || azureKnowledge(context).length > 0;
  const deployment: readonly AzureStageName[] = serving ? ['deployment'] : [];
  const grants: Readonly<Record<string, readonly AzureStageName[]>> = {
    caller: deployment,
    ...(context.platform.pipeline === undefined ? {} : { ci: ['evaluation', ...deployment] }),
    release: ['evaluation', ...deployment],
    runtime: ['experimentation', 'evaluation'],
  };
  return Object.entries(grants).flatMap(([use, consumers]) =>
    [
      ...(use === 'runtime' ? [] : [{ name: `initialization/${use}-client-id`, consumers: [] }]),
      { name: `initialization/${use}-principal-id`, consumers },
    ].map((handOff) => ({ ...handOff, producer: 'initialization' as const })),
  );
}
