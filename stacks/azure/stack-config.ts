import type { AzureStageName, SettledPlan } from '../../lib/plan';
import { azureSideOf } from './azure-side';

/**
 * The configuration of the Pulumi stack of a stage: what the kit writes into `config` of its stack file.
 *
 * @throws CodedError `MissingTarget` when the plan has no Azure side
 */
export function stackConfig(plan: SettledPlan, stage: AzureStageName): Readonly<Record<string, string>> {
  const azure = azureSideOf(plan);
  return {
    'azure-native:location': azure.location,
    'azure-native:subscriptionId': azure.subscription,
    'azure-native:tenantId': azure.tenant,
    'llmops-kit:environment': plan.environment,
    'llmops-kit:stage': stage,
  };
}
