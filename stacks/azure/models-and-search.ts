import type { ComponentResource, CustomResource, Input } from '@pulumi/pulumi';
import type { EmbeddingAccount, LandingZone, Principal } from '../../constructs/azure';
import { OpenAiAccount, SearchService } from '../../constructs/azure';
import type { SettledAzurePlan } from '../../lib/plan';

type Deployment = SettledAzurePlan['deployment'];

/** What {@link modelsAndSearch} declares, and for whom. */
export interface ModelsAndSearch {
  readonly deployment: Deployment;
  readonly landingZone: LandingZone;
  /** Resource id of the action group that alerts tell. @default - no alerts */
  readonly alertContactId?: Input<string>;
  readonly identities: {
    /** Calls models and queries indexes. */
    readonly caller: Principal;
    /** Creates and fills indexes. Absent without a pipeline. */
    readonly ci?: Principal;
  };
}

/**
 * Declares the Azure OpenAI account and the search services, which embed with it.
 *
 * @throws CodedError `MissingPrivateDnsZone`
 */
export function modelsAndSearch(parent: ComponentResource, props: ModelsAndSearch): void {
  const { deployment, landingZone, identities, alertContactId } = props;
  const { caller, ci } = identities;
  const account = openAiAccount(parent, props);
  const throttledPercent = deployment.serviceAlerts?.searchThrottledPercent;
  // The account accepts one write at a time, and a private link is one.
  let dependsOn: CustomResource | undefined = account?.lastWrite;
  for (const [key, plan] of Object.entries(deployment.search)) {
    const link: EmbeddingAccount | undefined =
      account === undefined || dependsOn === undefined || plan.embedding === undefined
        ? undefined
        : { accountId: account.accountId, linkName: plan.embedding.linkName, dependsOn };
    const search: SearchService = new SearchService(
      `search-${key}`,
      {
        searchServiceName: plan.serviceName,
        skuName: plan.sku,
        replicaCount: plan.replicaCount,
        partitionCount: plan.partitionCount,
        ...(link === undefined ? {} : { embedding: link }),
        ...(alertContactId === undefined || throttledPercent === undefined
          ? {}
          : { alert: { actionGroupId: alertContactId, throttledPercent, ...failedDocuments(plan) } }),
        landingZone,
      },
      { parent },
    );
    search.grants.query(`search-${key}-caller`, caller);
    if (ci !== undefined) search.grants.write(`search-${key}-ci`, ci);
    if (link !== undefined) account?.grants.invoke(`openai-search-${key}`, search);
    dependsOn = search.embeddingLink ?? dependsOn;
  }
}

/** Where an indexer runs by itself, nobody sees that it fails. */
function failedDocuments({ indexerInterval }: Deployment['search'][string]): { readonly failedDocuments?: number } {
  return indexerInterval === undefined ? {} : { failedDocuments: 0 };
}

function openAiAccount(
  parent: ComponentResource,
  { deployment, landingZone, identities, alertContactId }: ModelsAndSearch,
): OpenAiAccount | undefined {
  if (deployment.account === undefined) return undefined;
  const availabilityPercent = deployment.serviceAlerts?.openAiAvailabilityPercent;
  const account = new OpenAiAccount(
    'openai',
    {
      accountName: deployment.account.name,
      deployments: deployment.models,
      ...(alertContactId === undefined || availabilityPercent === undefined
        ? {}
        : { alert: { actionGroupId: alertContactId, availabilityPercent } }),
      landingZone,
    },
    { parent },
  );
  account.grants.invoke('openai-caller', identities.caller);
  return account;
}
