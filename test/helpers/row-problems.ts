import type {
  Catalog,
  InstanceOffer,
  ManagedModel,
  ManagedModelVersion,
  ModelOffer,
  ModelSku,
  Provenance,
} from '../../lib/catalog';
import { impossibleLifecycle, regionsOf } from '../../lib/catalog/managed-models';
import type { AwsInstanceRow, AzurePriceRows, AzureSizeRow, ModelVariantRow } from '../../lib/catalog/row-types';
import { familyOf, hasLocalNvme } from '../../lib/constraints/local-nvme';

/*
 * Problems of catalogue rows, as `key: problem`. The rows are written by hand, so these are what catches a slip.
 */

/** Quotas of vCPUs that EC2 instances count against. */
const ec2Quotas = [
  'EC2 vCPU L-DB2E81BA (G and VT)',
  'EC2 vCPU L-417A185B (P)',
  'EC2 vCPU (Inf / Trn family vCPU quota)',
];

/** Rows with the same key, without a source, without a date, or with a price that has no unit. */
export function tableProblems<T extends Provenance>(rows: readonly T[], keyOf: (row: T) => string): readonly string[] {
  const keys = rows.map(keyOf);
  return rows.flatMap((row, index) => {
    const key = keys[index] ?? '';
    return [
      ...(keys.indexOf(key) === index ? [] : [`${key}: there are two such rows`]),
      ...(row.source.trim() === '' ? [`${key}: no source`] : []),
      ...(isDate(row.asOf) ? [] : [`${key}: asOf '${row.asOf}' is not a date`]),
      ...unitProblems(row).map((problem) => `${key}: ${problem}`),
    ];
  });
}

function isDate(text: string): boolean {
  const day = Date.parse(text);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(day) && new Date(day).toISOString().startsWith(text);
}

function unitProblems(row: object): readonly string[] {
  return Object.entries(row).flatMap(([field, value]) =>
    typeof value === 'number' && /price|cost|rate/i.test(field) ? [`${field} has no unit`] : [],
  );
}

export function awsInstanceProblems(rows: readonly AwsInstanceRow[], { accelerators }: Catalog): readonly string[] {
  const known = new Set(accelerators.map(({ id }) => id));
  return rows.flatMap((row) => {
    const { service, instanceType, quota } = row;
    const problems = [
      ...(instanceType.startsWith('ml.') === (service === 'sagemaker') ? [] : [`is no type of ${service}`]),
      ...(quotaFits(row) ? [] : [`'${quota ?? 'nothing'}' is no quota of ${service} for it`]),
      ...(hasLocalNvme(instanceType) === undefined ? [`family ${familyOf(instanceType)} is unknown`] : []),
      ...deviceProblems(row, known),
      ...priceProblems(row),
    ];
    return problems.map((problem) => `${service} ${instanceType}: ${problem}`);
  });
}

function quotaFits({ service, instanceType, quota = '' }: AwsInstanceRow): boolean {
  if (service === 'ec2') return ec2Quotas.includes(quota);
  return quota.replace(/ L-[0-9A-F]{8}$/, '') === `${instanceType} for endpoint usage`;
}

type Device = Pick<InstanceOffer, 'accelerator' | 'acceleratorCount' | 'acceleratorShare' | 'vcpu' | 'memoryGiB'>;

function deviceProblems(row: Device, known: ReadonlySet<string>): readonly string[] {
  const { accelerator, acceleratorCount: count, acceleratorShare: share, vcpu, memoryGiB } = row;
  return [
    ...(known.has(accelerator) ? [] : [`accelerator ${accelerator} is unknown`]),
    ...(share === 1 || (share > 0 && share < 1 && count === 1) ? [] : [`${share} of ${count} accelerators`]),
    ...(count >= 1 && vcpu > 0 && memoryGiB > 0 ? [] : ['a count or size is not positive']),
  ];
}

function priceProblems({ usdPerHour, priceStatus, reserved }: AwsInstanceRow): readonly string[] {
  return [
    ...((usdPerHour === undefined) === (priceStatus === 'missing') ? [] : [`price ${priceStatus}, got ${usdPerHour}`]),
    ...(usdPerHour === undefined || usdPerHour > 0 ? [] : ['its price is not positive']),
    ...(priceStatus === 'negotiated' || reserved !== undefined ? ['its price is one account’s'] : []),
  ];
}

export function azureSizeProblems(
  sizes: readonly AzureSizeRow[],
  { usdPerHour }: AzurePriceRows,
  catalog: Catalog,
): readonly string[] {
  const known = new Set(catalog.accelerators.map(({ id }) => id));
  const names = sizes.map(({ size }) => size);
  return [
    ...sizes.flatMap((row, index) =>
      [
        ...(names.indexOf(row.size) === index ? [] : ['there are two such rows']),
        ...(/^standard ?\w+ ?family$/i.test(row.quota.replaceAll(' ', '')) ? [] : [`'${row.quota}' is no quota`]),
        ...(Object.keys(usdPerHour[row.size] ?? {}).length > 0 ? [] : ['no region has a price']),
        ...deviceProblems(row, known),
      ].map((problem) => `${row.size}: ${problem}`),
    ),
    ...Object.entries(usdPerHour).flatMap(([size, prices]) => [
      ...(names.includes(size) ? [] : [`${size}: a price without a size`]),
      ...Object.entries(prices).flatMap(([region, usd]) => (usd > 0 ? [] : [`${size} ${region}: not positive`])),
      ...regionProblems('azure', Object.keys(prices), catalog).map((problem) => `${size}: ${problem}`),
    ]),
  ];
}

/** Regions that the table of regions does not have. */
export function regionProblems(
  cloud: 'aws' | 'azure',
  regions: readonly string[],
  catalog: Catalog,
): readonly string[] {
  const known = new Set(catalog.regions.filter((row) => row.cloud === cloud).map(({ id }) => id));
  return regions.filter((region) => !known.has(region)).map((region) => `region ${region} of ${cloud} is unknown`);
}

export function variantProblems(
  variants: readonly ModelVariantRow[],
  models: readonly { readonly id: string }[],
): readonly string[] {
  const bases = new Set(models.map(({ id }) => id));
  return variants.flatMap(({ id, base }) => [
    ...(bases.has(base) ? [] : [`${id}: base ${base} is unknown`]),
    ...(bases.has(id) ? [`${id}: is a base itself`] : []),
  ]);
}

export function managedModelProblems(rows: readonly ManagedModel[], catalog: Catalog): readonly string[] {
  return rows.flatMap((row) => {
    const { service, id, kind, dimensions } = row;
    const problems = [
      ...regionProblems(service === 'bedrock' ? 'aws' : 'azure', regionsOf(row), catalog),
      ...row.versions.flatMap((version) => versionProblems(row, version, rows)),
      ...((kind === 'embedding') === (dimensions !== undefined)
        ? []
        : ['an embedding model, and no other, has lengths']),
      ...tokenPriceProblems(row),
      ...offerPriceProblems(row, catalog),
    ];
    return problems.map((problem) => `${service} ${id}: ${problem}`);
  });
}

/** Kinds of offers of a service. */
const skus: Readonly<Record<ManagedModel['service'], readonly ModelSku[]>> = {
  bedrock: ['in-region', 'geographic', 'global'],
  'azure-openai': [
    'Standard',
    'DataZoneStandard',
    'GlobalStandard',
    'ProvisionedManaged',
    'DataZoneProvisionedManaged',
    'GlobalProvisionedManaged',
  ],
};

function versionProblems(
  { service, versions }: ManagedModel,
  { version, lifecycle, offers }: ManagedModelVersion,
  rows: readonly ManagedModel[],
): readonly string[] {
  const { successors = [], edition } = lifecycle;
  const impossible = impossibleLifecycle(lifecycle);
  const live = new Set(
    rows.flatMap((row) =>
      row.service === service && row.versions.some((other) => other.lifecycle.state === 'generally-available')
        ? [row.id]
        : [],
    ),
  );
  return [
    ...tableProblems([lifecycle], () => 'lifecycle'),
    ...(isDate(edition) ? [] : [`edition '${edition}' is not a date`]),
    ...(impossible === undefined ? [] : [impossible]),
    ...successors.filter((id) => !live.has(id)).map((id) => `successor ${id} is no live model`),
    ...((service === 'bedrock') === (version === undefined) ? [] : ['a version of Azure, and no other, has a name']),
    ...(versions.filter((other) => other.version === version).length === 1 ? [] : ['there are two such versions']),
    ...(offers.length > 0 ? [] : ['no source says how it is offered']),
    ...offers.flatMap((offer) => offerProblems(service, offer)),
  ];
}

function offerProblems(
  service: ManagedModel['service'],
  { sku, regions, processedIn, profile }: ModelOffer,
): readonly string[] {
  const anywhere = /^global/i.test(sku);
  return [
    ...(skus[service].includes(sku) ? [] : [`${sku} is no kind of offer of ${service}`]),
    ...(regions.length > 0 && new Set(regions).size === regions.length ? [] : [`${sku}: no region, or one twice`]),
    ...(anywhere === (processedIn === 'anywhere') ? [] : [`${sku}: processed in ${processedIn.toString()}`]),
    ...((service === 'bedrock' && sku !== 'in-region') === (profile !== undefined)
      ? []
      : [`${sku}: profile ${profile ?? 'missing'}`]),
  ];
}

/** One price of a kind of offer in a region, and not one below the widest offer, which has the most capacity. */
function offerPriceProblems(
  { service, tokenPrices, offerTokenPrices = [] }: ManagedModel,
  catalog: Catalog,
): readonly string[] {
  const places = offerTokenPrices.flatMap(({ sku, regions }) => regions.map((region) => `${sku} in ${region}`));
  return [
    ...tableProblems(offerTokenPrices, ({ sku, regions }) => `${sku} in ${regions.join(', ')}`),
    ...places.filter((place, index) => places.indexOf(place) < index).map((place) => `${place} has two prices`),
    ...offerTokenPrices.flatMap(
      ({ sku, regions, usdPerMillionInputTokens: input, usdPerMillionOutputTokens: output }) => [
        ...(skus[service].includes(sku) ? [] : [`a price of ${sku}, which is no kind of offer of ${service}`]),
        ...regionProblems(service === 'bedrock' ? 'aws' : 'azure', regions, catalog),
        ...(tokenPrices !== undefined &&
        input >= tokenPrices.usdPerMillionInputTokens &&
        output >= tokenPrices.usdPerMillionOutputTokens
          ? []
          : [`${sku} costs less than the widest offer`]),
      ],
    ),
  ];
}

function tokenPriceProblems({ kind, tokenPrices }: ManagedModel): readonly string[] {
  if (tokenPrices === undefined) return [];
  const { usdPerMillionInputTokens: input, usdPerMillionOutputTokens: output, notes } = tokenPrices;
  return [
    ...(input > 0 ? [] : ['its token price is not positive']),
    ...((kind === 'embedding' ? output === 0 : output >= input) ? [] : ['its answers cost less than its requests']),
    ...(notes === undefined ? ['its token prices do not say where they hold'] : []),
  ];
}
