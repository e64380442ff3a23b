import type { EndpointSpec, Tier } from '../../platform';
import type { AzureContext } from '../context';
import { azureName } from '../context';
import { decide, pinned } from '../decision';
import { alarms } from '../endpoint/alarms';
import type { SizedEndpoint } from '../endpoint/size';
import type { AzureAlertContactPlan, AzureEndpointAlertsPlan, AzureServiceAlertsPlan } from './azure-plan';
import { answerSeconds } from './scaling';

/** Who is told about alerts and the budget; nobody in development, which serves no users. */
export function alertContact(context: AzureContext): AzureAlertContactPlan | undefined {
  if (context.environment.tier === 'development') return undefined;
  const { alerts } = context.target;
  const path = `environments.${context.key}.azure.alerts`;
  return {
    actionGroupName: azureName(context, 'azure-action-group'),
    shortName: decide('llmops', 'alerts.short-name', 'the sender of a text message: at most 12 characters'),
    email: pinned(context.platform.owner.contact, 'owner.contact'),
    ...(alerts?.actionGroupId === undefined
      ? {}
      : { existingId: pinned(alerts.actionGroupId, `${path}.actionGroupId`) }),
    ...(alerts?.webhooks === undefined ? {} : { webhooks: pinned(alerts.webhooks, `${path}.webhooks`) }),
  };
}

/** Thresholds of the alerts of Azure OpenAI and AI Search; undefined in development, which serves no users. */
export function serviceAlerts({ environment }: AzureContext): AzureServiceAlertsPlan | undefined {
  if (environment.tier === 'development') return undefined;
  return {
    openAiAvailabilityPercent: decide(
      99,
      'alert.availability',
      '1 percent of errors, as for endpoints: callers hide fewer by retrying',
    ),
    searchThrottledPercent: decide(
      1,
      'alert.search-throttled',
      '1 percent of refused queries, as for endpoints: replicas are added before users see more',
    ),
  };
}

/** Thresholds of the alerts of an endpoint; undefined in development, which serves no users. */
export function endpointAlerts(
  endpoint: EndpointSpec,
  tier: Tier,
  sized: SizedEndpoint,
): AzureEndpointAlertsPlan | undefined {
  if (tier === 'development') return undefined;
  const { latencyP99Ms, errorPercent } = alarms(endpoint, sized.size.value);
  const perMinute = (endpoint.traffic.peakConcurrency * 60) / answerSeconds(endpoint, sized);
  const errors = Math.max(1, Math.round((perMinute * errorPercent.value) / 100));
  return {
    latencyP99Ms,
    errorsPerMinute: decide(
      errors,
      'alert.errors',
      `${errorPercent.value} percent of the ${Math.round(perMinute)} requests a minute of the planned peak, at least one: an alert on a metric compares no two of its values`,
    ),
    throttledPerMinute: decide(
      errors,
      'alert.throttled',
      'as many as errors: requests beyond the planned batch get 429 before another instance has started',
    ),
  };
}
