import { stateOn } from './managed-models';
import type { Catalog, Provenance } from './types';

/** A fact that is older than its table allows. */
export interface StaleRow {
  /** Table and key, for example `instances ml.g5.xlarge us-east-1`. */
  readonly row: string;
  readonly asOf: string;
  readonly ageDays: number;
  readonly message: string;
}

/**
 * Days after which the facts of a table are stale. Prices change; the architecture of a published model does not. The last
 * day of gpt-4.1 was 2027-10-14 in the edition of 2026-04-23, 2026-10-14 in that of 2026-07-07, 2027-04-14 in that of
 * 2026-09-02.
 */
const maxAgeDays = {
  instances: 180,
  managedModels: 180,
  tokenPrices: 180,
  lifecycles: 120,
  engines: 180,
  regions: 365,
  carbon: 1100,
} as const;
const msPerDay = 86_400_000;

/**
 * The last day on which a fact is not stale yet.
 *
 * @param asOf - ISO date of the fact
 * @returns ISO date
 */
export function lastFreshDay(table: keyof typeof maxAgeDays, asOf: string): string {
  return new Date(Date.parse(asOf) + maxAgeDays[table] * msPerDay).toISOString().slice(0, 10);
}

/**
 * Rows older than their table allows and reservations that ended, oldest first. Accelerators and model architectures do
 * not age, nor does the lifecycle of a version that retired.
 *
 * @param today - ISO date
 */
export function staleRows(catalog: Catalog, today: string): readonly StaleRow[] {
  const now = Date.parse(today);
  const check = <T extends Provenance>(table: keyof typeof maxAgeDays, rows: readonly T[], key: (row: T) => string) =>
    rows.flatMap((row): StaleRow[] => {
      const ageDays = Math.floor((now - Date.parse(row.asOf)) / msPerDay);
      if (ageDays <= maxAgeDays[table]) return [];
      const name = `${table} ${key(row)}`;
      const message = `${name} is ${ageDays} days old (as of ${row.asOf}), more than the ${maxAgeDays[table]} days allowed`;
      return [{ row: name, asOf: row.asOf, ageDays, message }];
    });
  return [
    ...check('instances', catalog.instances, (row) => `${row.service} ${row.instanceType} ${row.region}`),
    ...check('managedModels', catalog.managedModels, (row) => `${row.service} ${row.id}`),
    ...catalog.managedModels.flatMap(({ service, id, tokenPrices, offerTokenPrices = [] }) => [
      ...(tokenPrices === undefined ? [] : check('tokenPrices', [tokenPrices], () => `${service} ${id}`)),
      ...check('tokenPrices', offerTokenPrices, ({ sku, regions }) => `${service} ${id} ${sku} ${regions.join(',')}`),
    ]),
    ...catalog.managedModels.flatMap(({ service, id, versions }) =>
      versions.flatMap(({ version, lifecycle }) =>
        stateOn(lifecycle, today) === 'retired'
          ? []
          : check('lifecycles', [{ source: lifecycle.source, asOf: lifecycle.edition }], () =>
              version === undefined ? `${service} ${id}` : `${service} ${id} ${version}`,
            ),
      ),
    ),
    ...ended(catalog, now),
    ...check('engines', catalog.engines, (row) => `${row.engine} ${row.version}`),
    ...check('regions', catalog.regions, (row) => `${row.cloud} ${row.id}`),
    ...check('carbon', catalog.carbon, (row) => `${row.cloud} ${row.region}`),
  ].sort((a, b) => b.ageDays - a.ageDays || a.row.localeCompare(b.row));
}

/** Reservations whose last day is over. */
function ended({ instances }: Catalog, now: number): readonly StaleRow[] {
  return instances.flatMap(({ service, instanceType, region, reserved }): readonly StaleRow[] => {
    if (reserved?.endsAt === undefined || now <= Date.parse(reserved.endsAt)) return [];
    const row = `reserved ${service} ${instanceType} ${region}`;
    const ageDays = Math.floor((now - Date.parse(reserved.asOf)) / msPerDay);
    const message = `${row} ended on ${reserved.endsAt}: its instances are charged at the price of the day`;
    return [{ row, asOf: reserved.asOf, ageDays, message }];
  });
}
