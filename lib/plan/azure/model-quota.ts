import { quotaKeys } from '../../catalog/quota-code';
import type { Catalog } from '../../catalog/types';
import type { Issue } from '../../platform';
import type { AzureContext } from '../context';
import type { Decision } from '../decision';
import { decide } from '../decision';
import type { QuotaNeed } from '../endpoint/endpoint-plan';
import { isPerToken } from '../facts/model-offer';
import type { AzureModelDeploymentPlan } from './azure-plan';

type Deployments = Readonly<Record<string, AzureModelDeploymentPlan>>;

/**
 * Name of the quota of a model and deployment type, in thousands of tokens a minute, as
 * `az cognitiveservices usage list` prints it.
 */
function quotaName(sku: string, model: string): string {
  return `OpenAI.${sku}.${model}`;
}

/** Names of the quotas of every model of Azure OpenAI in the catalogue. */
export function modelQuotaNames({ managedModels }: Catalog): readonly string[] {
  return managedModels.flatMap(({ service, id, versions }) =>
    service === 'azure-openai'
      ? [...new Set(versions.flatMap(({ offers }) => offers.filter(isPerToken).map(({ sku }) => sku)))].map((sku) =>
          quotaName(sku, id),
        )
      : [],
  );
}

/** What the deployments of an environment need together of each quota. Every version of a model counts against one. */
export function modelQuotas(models: Deployments): Readonly<Record<string, Decision<QuotaNeed>>> {
  const users = new Map<string, { readonly keys: string[]; needed: number }>();
  for (const [key, { model, sku }] of Object.entries(models)) {
    const name = quotaName(sku.value.name, model.value.name);
    const user = users.get(name) ?? { keys: [], needed: 0 };
    user.keys.push(key);
    user.needed += sku.value.capacity;
    users.set(name, user);
  }
  return Object.fromEntries(
    [...users].map(([name, { keys, needed }]) => [
      name,
      decide(
        { name, needed, unit: 'kTpm' } as const,
        'quota.tokens',
        `${needed},000 tokens a minute of ${keys.join(', ')}; a deployment above what is left of the quota fails`,
      ),
    ]),
  );
}

/** Quotas of the spec that are too small for the deployments. */
export function modelQuotaIssues(
  { key, target: { quotas = {}, location } }: AzureContext,
  needs: Readonly<Record<string, Decision<QuotaNeed>>>,
): readonly Issue[] {
  return Object.values(needs).flatMap(({ value: { name, needed } }) => {
    const written = quotaKeys(name).find((candidate) => quotas[candidate] !== undefined);
    const limit = written === undefined ? undefined : quotas[written];
    if (written === undefined || limit === undefined || needed <= limit) return [];
    return [
      {
        code: 'QuotaExhausted',
        path: `environments.${key}.azure.quotas.${written}`,
        message: `the quota of ${limit},000 tokens a minute is too small for the deployments that count against it`,
        got: limit,
        expected: `at least ${needed} thousand tokens a minute`,
        fix: `raise '${written}' in ${location} to ${needed}, or lower capacityKTpm`,
      },
    ];
  });
}
