import type { ComponentResource, CustomResource } from '@pulumi/pulumi';
import type { EmbeddingAccount, LandingZone, Principal } from '../../constructs/azure';
import { OpenAiAccount, SearchService } from '../../constructs/azure';
import type { SettledAzurePlan } from '../../lib/plan';

type Deployment = SettledAzurePlan['deployment'];

/** What {@link modelsAndSearch} declares, and for whom. */
export interface ModelsAndSearch {
  readonly deployment: Deployment;
  readonly landingZone: LandingZone;
  /** Identity that calls models and queries indexes. */
  readonly workload: Principal;
}

/**
 * Declares the Azure OpenAI account and the search services, which embed with it.
 *
 * @throws CodedError `MissingPrivateDnsZone`
 */
export function modelsAndSearch(
  parent: ComponentResource,
  { deployment, landingZone, workload }: ModelsAndSearch,
): void {
  const account = openAiAccount(parent, { deployment, landingZone, workload });
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
        landingZone,
      },
      { parent },
    );
    search.grants.query(`search-${key}-workload`, workload);
    if (link !== undefined) account?.grants.invoke(`openai-search-${key}`, search);
    dependsOn = search.embeddingLink ?? dependsOn;
  }
}

function openAiAccount(
  parent: ComponentResource,
  { deployment, landingZone, workload }: ModelsAndSearch,
): OpenAiAccount | undefined {
  if (deployment.account === undefined) return undefined;
  const account = new OpenAiAccount(
    'openai',
    { accountName: deployment.account.name, deployments: deployment.models, landingZone },
    { parent },
  );
  account.grants.invoke('openai-workload', workload);
  return account;
}
