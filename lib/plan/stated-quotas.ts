import { quotaKeys } from '../catalog/quota-code';
import type { Catalog } from '../catalog/types';
import type { Cloud, Issue, ResolvedPlatform } from '../platform';
import { modelQuotaNames } from './azure/model-quota';
import { getOrInsert } from './get-or-insert';
import { quotaOwner } from './quota-owner';

/** A quota as one environment writes it. */
interface Statement {
  readonly environment: string;
  /** Path of the quotas of the environment. */
  readonly path: string;
  readonly key: string;
  readonly limit: number;
}

const clouds: readonly Cloud[] = ['aws', 'azure'];

/**
 * Quotas that an environment writes under two keys, and quotas of which environments of the same account or subscription
 * and region write different values.
 *
 * @param about - report only quotas that this environment writes. @default - every quota
 */
export function statedQuotas(platform: ResolvedPlatform, catalog: Catalog, about?: string): readonly Issue[] {
  return clouds.flatMap((cloud) => {
    const names = nameOfKey(catalog, cloud);
    const byQuota = new Map<string, Statement[]>();
    for (const [environment, spec] of Object.entries(platform.environments)) {
      const path = `environments.${environment}.${cloud}.quotas`;
      for (const [key, limit] of Object.entries(spec[cloud]?.quotas ?? {})) {
        const quota = `${quotaOwner(spec, cloud)} ${names.get(key) ?? key}`;
        getOrInsert(byQuota, quota, () => []).push({ environment, path, key, limit });
      }
    }
    return [...byQuota.values()]
      .filter((all) => about === undefined || all.some(({ environment }) => environment === about))
      .flatMap((all) => [...twice(all), ...contradictions(all)]);
  });
}

/** The name of a quota in the catalogue, by each key that a config may write it under. */
function nameOfKey(catalog: Catalog, cloud: Cloud): ReadonlyMap<string, string> {
  const ofInstances = catalog.instances.flatMap((row) => (row.cloud === cloud ? (row.quota ?? []) : []));
  const names = [...ofInstances, ...(cloud === 'azure' ? modelQuotaNames(catalog) : [])];
  return new Map(names.flatMap((name) => quotaKeys(name).map((key) => [key, name] as const)));
}

function twice(statements: readonly Statement[]): readonly Issue[] {
  return statements.flatMap((statement, index): readonly Issue[] => {
    const first = statements.find(({ environment }) => environment === statement.environment);
    if (first === undefined || statements.indexOf(first) === index) return [];
    const { path, key, limit } = statement;
    return [
      {
        code: 'QuotaStatedTwice',
        path: `${path}.${key}`,
        message: `'${first.key}' is the same quota`,
        got: limit,
        expected: 'every quota under one key',
        fix: `remove '${key}' or '${first.key}'`,
      },
    ];
  });
}

function contradictions(statements: readonly Statement[]): readonly Issue[] {
  const [first] = statements;
  if (first === undefined) return [];
  return statements
    .filter(({ environment, limit }) => environment !== first.environment && limit !== first.limit)
    .map(({ path, key, limit }) => ({
      code: 'QuotasDisagree',
      path: `${path}.${key}`,
      message: `${first.path}.${first.key} has another value for the same quota of the same place`,
      got: limit,
      expected: `${first.limit}, or the same other value in both`,
      fix: 'write the quota of the whole account or subscription in both, or in one of them only',
    }));
}
