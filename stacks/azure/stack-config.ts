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

/**
 * The configuration of a stack that is recorded or rehearsed: addresses of no receiver stand for the secrets that only a real stack has.
 *
 * @throws CodedError `MissingTarget` when the plan has no Azure side
 */
export function rehearsedStackConfig(plan: SettledPlan, stage: AzureStageName): Readonly<Record<string, string>> {
  const { webhooks = {} } = (stage === 'deployment' ? azureSideOf(plan).deployment.alertContact : undefined) ?? {};
  const secrets = Object.values(webhooks).map(({ stackSecret }): readonly [string, string] => [
    `llmops-kit:${stackSecret}`,
    `https://${stackSecret}.invalid/`,
  ]);
  return { ...stackConfig(plan, stage), ...Object.fromEntries<string>(secrets) };
}
