import type { Catalog, ManagedModel, Provenance, StaleRow, TokenPrices } from '../../lib/catalog';
import { regionsOf } from '../../lib/catalog/managed-models';

/** Tables of the catalogue, by their names in `--kind`. */
export const kinds = ['accelerators', 'instances', 'models', 'managed-models', 'regions', 'carbon', 'engines'] as const;
export type Kind = (typeof kinds)[number];

/** A row for a list: its key, its most important figures, and the row for JSON. */
export interface ListedRow {
  readonly key: string;
  readonly figures: string;
  /** Other words that a search finds the row by. @default - none */
  readonly places?: readonly string[];
  readonly row: Provenance;
}

/** Rows of a table, in the order of the catalogue. */
export function rowsOf(catalog: Catalog, kind: Kind): readonly ListedRow[] {
  switch (kind) {
    case 'accelerators':
      return catalog.accelerators.map((row) => {
        const tflops = row.denseTflops.bf16 ?? row.denseTflops.fp16;
        const speed = tflops === undefined ? '' : `, ${tflops} TFLOPS`;
        return { key: row.id, figures: `${row.usableMiB} MiB, ${row.memoryBandwidthGBs} GB/s${speed}`, row };
      });
    case 'instances':
      return catalog.instances.map((row) => {
        const price = row.usdPerHour === undefined ? 'no price' : `$${row.usdPerHour} an hour, ${row.priceStatus}`;
        const held =
          row.reserved === undefined ? '' : `; ${row.reserved.count} reserved at $${row.reserved.usdPerHour}`;
        const key = `${row.service} ${row.instanceType} ${row.region}`;
        const unsure = row.availability === undefined ? '' : '; no source says that the region has it';
        return { key, figures: `${row.acceleratorCount} x ${row.accelerator}; ${price}${held}${unsure}`, row };
      });
    case 'models':
      return catalog.models.map((row) => {
        const size = row.checkpointGiB === undefined ? '' : `, ${row.checkpointGiB} GiB`;
        const active = row.activeParams === row.totalParams ? '' : ` (${row.activeParams} active)`;
        return {
          key: row.id,
          figures: `${row.totalParams}B${active}, ${row.maxContext} tokens${size}, ${row.licence}`,
          row,
        };
      });
    case 'managed-models':
      return catalog.managedModels.map((row) => ({
        key: `${row.service} ${row.id}`,
        figures: `${states(row)}; ${offersText(row)}; ${pricesText(row)}`,
        places: regionsOf(row),
        row,
      }));
    case 'regions':
      return catalog.regions.map((row) => ({
        key: `${row.cloud} ${row.id}`,
        figures: `${row.residency}, ${row.zones.length} zones`,
        row,
      }));
    case 'carbon':
      return catalog.carbon.map((row) => ({
        key: `${row.cloud} ${row.region}`,
        figures: `${row.gramsCo2ePerKwh} gCO2e/kWh${row.pue === undefined ? '' : `, PUE ${row.pue}`}, ${row.method}`,
        row,
      }));
    case 'engines':
      return catalog.engines.map((row) => {
        const images = [row.aws?.tag, row.azure?.image].filter((image) => image !== undefined);
        return { key: `${row.engine} ${row.version}`, figures: images.join(', ') || 'no image known', row };
      });
  }
}

/** Number of rows in a table, and their dates. */
export interface TableSummary {
  readonly kind: Kind;
  readonly rows: number;
  /** ISO dates. @default - the table is empty */
  readonly oldest?: string;
  readonly newest?: string;
}

/** Numbers of rows and dates of tables. */
export function summarise(catalog: Catalog, selected: readonly Kind[]): readonly TableSummary[] {
  return selected.map((kind) => {
    const dates = rowsOf(catalog, kind)
      .map(({ row }) => row.asOf)
      .toSorted();
    const [oldest] = dates;
    const newest = dates.at(-1);
    return { kind, rows: dates.length, ...(oldest === undefined || newest === undefined ? {} : { oldest, newest }) };
  });
}

/** Rows that contain every word in their key, figures or source. */
export function matching(rows: readonly ListedRow[], words: readonly string[]): readonly ListedRow[] {
  const lower = words.map((word) => word.toLowerCase());
  return rows.filter(({ key, figures, places = [], row }) => {
    const text = `${key} ${figures} ${places.join(' ')} ${row.source}`.toLowerCase();
    return lower.every((word) => text.includes(word));
  });
}

/** Stale rows as text: one line for each table and date, because one list has hundreds of prices. */
export function staleLines(stale: readonly StaleRow[]): readonly string[] {
  const groups = new Map<string, StaleRow[]>();
  for (const row of stale) {
    const group = `${row.row.split(' ')[0] ?? ''} ${row.asOf}`;
    groups.set(group, [...(groups.get(group) ?? []), row]);
  }
  return [...groups.values()].flatMap(([first, ...others]) => {
    if (first === undefined) return [];
    return [others.length === 0 ? first.message : `${first.message}; and ${others.length} more with this date`];
  });
}

/** Versions with their states and last days. */
function states({ versions }: ManagedModel): string {
  return versions
    .map(({ version, lifecycle: { state, retires } }) =>
      [...(version === undefined ? [] : [version]), state, ...(retires === undefined ? [] : [`until ${retires}`])].join(
        ' ',
      ),
    )
    .join(', ');
}

/** Ways to call a model, with the number of their regions. */
function pricesText({ tokenPrices, offerTokenPrices = [] }: ManagedModel): string {
  if (tokenPrices === undefined) return 'no token price';
  return [
    `${inAndOut(tokenPrices)} a million tokens (${tokenPrices.asOf})`,
    ...offerTokenPrices.map((own) => `${own.sku} ${inAndOut(own)} in ${own.regions.length} regions`),
  ].join(', ');
}

function inAndOut({ usdPerMillionInputTokens, usdPerMillionOutputTokens }: TokenPrices): string {
  return `$${usdPerMillionInputTokens} in, $${usdPerMillionOutputTokens} out`;
}

function offersText({ versions }: ManagedModel): string {
  const regions = new Map<string, Set<string>>();
  for (const { sku, regions: at } of versions.flatMap(({ offers }) => offers))
    regions.set(sku, new Set([...(regions.get(sku) ?? []), ...at]));
  return [...regions].map(([sku, at]) => `${sku} ${at.size}`).join(', ');
}
