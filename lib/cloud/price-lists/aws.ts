import { CsvError, parse } from 'csv-parse/sync';
import { linesOf, ListError, textOf } from './http';
import type { HttpOptions, ListedPrice, PriceList } from './types';

/** Public host of the AWS Price List bulk files. */
export const awsEndpoint = 'https://pricing.us-east-1.amazonaws.com';

/** Offer codes, and the columns that identify an on-demand price among a million rows. */
const offers = {
  sagemaker: { offerCode: 'AmazonSageMaker', columns: ['usagetype'], typeOf: hostingType },
  ec2: {
    offerCode: 'AmazonEC2',
    columns: ['instancetype', 'tenancy', 'operatingsystem', 'preinstalledsw', 'capacitystatus'],
    typeOf: linuxType,
  },
} as const;

/** Columns every offer file has. */
const common = ['termtype', 'unit', 'priceperunit', 'currency'];
/** Families with accelerators, as both services name them. */
const accelerated = /^(ml\.)?(g\d|gr\d|p\d|inf\d|trn\d)/;
/** The same before a line is split into columns: most lines are about other machines. */
const worthReading = /"OnDemand".*[":](ml\.)?(g\d|gr\d|p\d|inf\d|trn\d)/;

type Row = Readonly<Record<string, string | undefined>>;

/**
 * On-demand prices of accelerated instances in a region, from the region's offer file in CSV. The JSON of the same file
 * keeps products and prices apart and needs hundreds of megabytes of memory for EC2; the CSV has one row a price and is read
 * as it arrives.
 *
 * Format: docs.aws.amazon.com/awsaccountbilling/latest/aboutv2/reading-service-price-list-files.html, as of 2026-11.
 */
export async function awsPriceList(
  service: 'sagemaker' | 'ec2',
  region: string,
  endpoint: string = awsEndpoint,
  http: HttpOptions = {},
): Promise<PriceList> {
  const { offerCode } = offers[service];
  const list = `${offerCode} ${region}`;
  try {
    const url = `${endpoint}/offers/v1.0/aws/${offerCode}/current/${region}/index.csv`;
    return { ok: true, list, prices: await read(service, region, linesOf(textOf(url, http))) };
  } catch (error) {
    if (error instanceof ListError) return { ok: false, list, code: 'PriceListUnread', reason: error.message };
    throw error;
  }
}

async function read(
  service: 'sagemaker' | 'ec2',
  region: string,
  lines: AsyncIterable<string>,
): Promise<readonly ListedPrice[]> {
  const { offerCode, columns, typeOf } = offers[service];
  const about = new Map<string, string>();
  const prices = new Map<string, ListedPrice>();
  let header: readonly string[] | undefined;
  let last = '';
  for await (const line of lines) {
    if (line === '') continue;
    if (header === undefined) {
      const cells = cellsOf(line);
      if (cells[0] !== 'SKU') about.set(cells[0] ?? '', cells[1] ?? '');
      else header = headerOf(cells, [...common, ...columns]);
      continue;
    }
    last = line;
    if (!worthReading.test(line)) continue;
    const row = rowOf(header, line);
    const price = onDemandUsd(row);
    const instanceType = typeOf(row);
    if (price === undefined || instanceType === undefined || !accelerated.test(instanceType)) continue;
    prices.set(instanceType, {
      service,
      instanceType,
      region,
      usdPerHour: price,
      ...provenance(about, offerCode, region),
    });
  }
  if (header === undefined) throw new ListError('it has no header: not an offer file');
  // The last line is checked although it is about another machine: a file cut between two bytes ends in the middle of one.
  if (last !== '') rowOf(header, last);
  if (prices.size === 0) throw new ListError('it has no price of an accelerated instance: its format may have changed');
  return [...prices.values()];
}

function headerOf(cells: readonly string[], needed: readonly string[]): readonly string[] {
  const header = cells.map((cell) => cell.toLowerCase().replace(/[^a-z0-9]/g, ''));
  const missing = needed.filter((column) => !header.includes(column));
  if (missing.length > 0) throw new ListError(`its format has changed: no column ${missing.join(', ')}`);
  return header;
}

function rowOf(header: readonly string[], line: string): Row {
  const cells = cellsOf(line);
  if (cells.length !== header.length) {
    throw new ListError(`it ends in the middle of a line: ${cells.length} of ${header.length} columns`);
  }
  return Object.fromEntries(header.map((column, index) => [column, cells[index]]));
}

function onDemandUsd({ termtype, unit, priceperunit, currency }: Row): number | undefined {
  if (termtype !== 'OnDemand' || currency !== 'USD' || !/^hrs?$/i.test(unit ?? '')) return undefined;
  const price = Number(priceperunit);
  return price > 0 ? price : undefined;
}

/** Real-time hosting, `EUC1-Host:ml.g5.xlarge`; training and notebooks are priced apart. */
function hostingType({ usagetype }: Row): string | undefined {
  return /^(?:[A-Z0-9]+-)?Host:(ml\.[a-z0-9.-]+)$/.exec(usagetype ?? '')?.[1];
}

/** Linux on a shared host without a licence or reserved capacity. */
function linuxType(row: Row): string | undefined {
  const plain =
    row.tenancy === 'Shared' &&
    row.operatingsystem === 'Linux' &&
    row.preinstalledsw === 'NA' &&
    row.capacitystatus === 'Used';
  return plain ? row.instancetype : undefined;
}

function provenance(
  about: ReadonlyMap<string, string>,
  offerCode: string,
  region: string,
): { readonly source: string; readonly asOf: string } {
  const asOf = /^\d{4}-\d{2}-\d{2}/.exec(about.get('Publication Date') ?? '')?.[0];
  if (asOf === undefined) throw new ListError('it has no publication date: its format may have changed');
  const version = about.get('Version');
  return {
    source: `AWS Price List ${offerCode} ${region}${version === undefined ? '' : `, version ${version}`}`,
    asOf,
  };
}

/** Cells of a line of CSV, as many as there are; the file is too long to be parsed as one. */
function cellsOf(line: string): readonly string[] {
  try {
    return parse(line, { relaxColumnCount: true })[0] ?? [];
  } catch (error) {
    if (error instanceof CsvError) throw new ListError(`it ends in the middle of a line: ${error.message}`);
    throw error;
  }
}
