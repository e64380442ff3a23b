import type { AzureContext } from '../context';
import { azureName } from '../context';
import type { Decision, Sourced } from '../decision';
import { decide } from '../decision';
import type { NamedService } from '../naming/name-rules';
import { softDeleteRetentionDays } from '../retention';

/** How a service keeps the name of a deleted resource. */
interface Reservation extends Sourced {
  /** How long, in words. */
  readonly period: string;
  /** What frees the name sooner. */
  readonly sooner: string;
}

const read = '2026-11-30';

/** Services that keep the name of a deleted resource, so that a new resource cannot have it. */
const reservations = {
  'azure-app-configuration': {
    period: '1 day',
    sooner: "unless 'az appconfig purge' frees it",
    source: 'learn.microsoft.com, Soft delete in Azure App Configuration: 1 to 7 days, and the store asks for 1',
    asOf: read,
  },
  'azure-ml-workspace': {
    period: '14 days',
    sooner: "unless 'az ml workspace delete --permanently-delete' deletes it",
    source: 'MicrosoftDocs/azure-ai-docs, concept-soft-delete.md of 2025-10-31',
    asOf: read,
  },
  'azure-openai-account': {
    period: '48 hours, with its quota',
    sooner: "unless 'az cognitiveservices account purge' frees it, which needs rights on the subscription",
    source: 'learn.microsoft.com, Recover or purge deleted Azure AI services resources',
    asOf: read,
  },
} as const satisfies Partial<Record<NamedService, Reservation>>;

/**
 * The name of a resource that Azure keeps after the resource is deleted. It carries the generation of the environment, so
 * that a rebuilt environment takes a name that is free.
 */
export function reservedName(context: AzureContext, service: keyof typeof reservations): Decision<string> {
  return withReservation(context, service, reservations[service]);
}

/** The name of a key vault: purge protection keeps it for the whole recovery period, and nothing frees it sooner. */
export function keyVaultName(context: AzureContext): Decision<string> {
  return withReservation(context, 'azure-key-vault', {
    period: `${softDeleteRetentionDays(context.environment.tier).value} days`,
    sooner: 'and nothing frees it sooner, because purge protection is on',
    source: 'learn.microsoft.com, Azure Key Vault soft-delete overview',
    asOf: read,
  });
}

/** The name of a Log Analytics workspace, which does not need a generation: the same name recovers the deleted one. */
export function logAnalyticsName(context: AzureContext): Decision<string> {
  return because(
    azureName(context, 'azure-log-analytics'),
    'for 14 days a workspace of the same name, group and location recovers the deleted one, with its logs',
    { source: 'MicrosoftDocs/azure-monitor-docs, delete-workspace.md of 2024-10-31', asOf: read },
  );
}

function withReservation(
  context: AzureContext,
  service: NamedService,
  { period, sooner, ...source }: Reservation,
): Decision<string> {
  const { generation = 1 } = context.target;
  const name = azureName(context, service, ...(generation === 1 ? [] : [`g${generation}`]));
  return because(
    name,
    `a deleted resource keeps this name for ${period}, ${sooner}: to come up again before, set environments.${context.key}.azure.generation to ${generation + 1}`,
    source,
  );
}

function because(name: Decision<string>, text: string, { source, asOf }: Sourced): Decision<string> {
  const [reason] = decide(name.value, 'name.kept-after-deletion', text).because;
  if (reason === undefined) return name;
  return { ...name, because: [...name.because, { ...reason, source: { name: source, asOf } }] };
}
