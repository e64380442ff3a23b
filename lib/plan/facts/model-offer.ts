import { offersIn } from '../../catalog/managed-models';
import type { Catalog, ModelOffer, ModelSku, Region } from '../../catalog/types';
import type { Issue, ResolvedPlatform, Result } from '../../platform';
import { failure, listed, success } from '../../platform';
import type { FoundModel, ModelPlace } from './found-model';
import { fullName } from './found-model';

type Residency = NonNullable<ResolvedPlatform['residency']>;

/** What the spec asks of an offer. */
export interface OfferWish {
  /** The pinned kind of offer, and the field that pins it. */
  readonly pinned: ModelSku | undefined;
  readonly field: 'sku' | 'inference';
  readonly residency: Residency | undefined;
}

/** Whether an offer is billed per token: only such offers are chosen or can be pinned. */
export function isPerToken({ sku }: Pick<ModelOffer, 'sku'>): boolean {
  return !sku.endsWith('ProvisionedManaged');
}

/** From the narrowest, which keeps data closest, to the widest. */
const bedrockOrder = ['in-region', 'geographic', 'global'] as const;
/** A data zone has more capacity than one location. */
const azureInside = ['DataZoneStandard', 'Standard'] as const;
const azureAnywhere = ['GlobalStandard', 'DataZoneStandard', 'Standard'] as const;

/**
 * The offer of a version in a region: the pinned one, or the one that is preferred among those that process inside the
 * residency.
 */
export function chooseOffer(
  regions: Catalog['regions'],
  found: FoundModel,
  place: ModelPlace,
  wish: OfferWish,
): Result<ModelOffer> {
  const offered = offersIn(found.version, place.region.id);
  const here = offered.filter(isPerToken);
  const { pinned, residency } = wish;
  if (here.length === 0) return failure([onlyProvisioned(found, place, offered)]);
  const inside = here.filter((offer) => residency === undefined || staysIn(offer, place.region, residency, regions));
  if (pinned === undefined) {
    const order = orderOf(found, residency);
    const [best] = order.flatMap((sku) => inside.filter((offer) => offer.sku === sku));
    return best === undefined ? failure([leavesResidency(found, place, here, residency)]) : success(best);
  }
  const asPinned = here.filter(({ sku }) => sku === pinned);
  if (asPinned.length === 0) return failure([notOffered(found, place, offered, { ...wish, pinned })]);
  const [chosen] = asPinned.filter((offer) => inside.includes(offer));
  return chosen === undefined ? failure([pinLeaves(place, inside, { ...wish, pinned })]) : success(chosen);
}

function orderOf({ row }: FoundModel, residency: Residency | undefined): readonly ModelSku[] {
  if (row.service === 'bedrock') return bedrockOrder;
  return residency === undefined ? azureAnywhere : azureInside;
}

/** Whether an offer processes inside a residency when it is called from a region. A region that is unknown does not. */
function staysIn(
  { processedIn }: ModelOffer,
  region: Region,
  residency: Residency,
  regions: Catalog['regions'],
): boolean {
  if (processedIn === 'anywhere') return false;
  if (processedIn === 'region' || processedIn === 'data-zone') return region.residency === residency;
  const at = new Map(regions.filter(({ cloud }) => cloud === region.cloud).map((row) => [row.id, row.residency]));
  return [region.id, ...processedIn].every((id) => at.get(id) === residency);
}

/** Where tokens of a call from a region are processed, as text. */
export function placeText({ processedIn }: ModelOffer, region: string): string {
  switch (processedIn) {
    case 'region':
      return `in ${region}`;
    case 'data-zone':
      return `in the data zone of ${region}`;
    case 'anywhere':
      return 'in any region of the provider';
    default:
      return `in ${[...new Set([...processedIn, region])].toSorted().join(', ')}`;
  }
}

type Pinned = OfferWish & { readonly pinned: ModelSku };

function skusOf(offers: readonly ModelOffer[]): string {
  return listed(new Set(offers.map(({ sku }) => sku)));
}

function notOffered(
  found: FoundModel,
  { path, region }: ModelPlace,
  offered: readonly ModelOffer[],
  { pinned, field }: Pinned,
): Issue {
  const { source, asOf } = found.row;
  const skus = skusOf(offered.filter(isPerToken));
  const regions = regionsWith(found, pinned);
  const fixes = [
    `use ${skus}`,
    `remove ${path}.${field}`,
    ...(regions.size === 0 ? [] : [`move to ${listed(regions)}`]),
  ];
  return {
    code: 'SkuNotInRegion',
    path: `${path}.${field}`,
    message: `${fullName(found)} is not offered as ${pinned} in ${region.id} (${source}, ${asOf})`,
    got: pinned,
    expected: `what ${region.id} offers: ${skusOf(offered)}`,
    fix: [...fixes.slice(0, -1), `or ${fixes.slice(-1).join('')}`].join(', '),
  };
}

function onlyProvisioned(found: FoundModel, { path, region }: ModelPlace, offered: readonly ModelOffer[]): Issue {
  const perToken = found.version.offers.filter(isPerToken).flatMap(({ regions }) => regions);
  return {
    code: 'SkuNotInRegion',
    path: `${path}.id`,
    message: `${fullName(found)} is offered in ${region.id} as ${skusOf(offered)} only, which the kit does not deploy (${found.row.source}, ${found.row.asOf})`,
    got: found.row.id,
    expected: 'a model that the region offers per token',
    fix: `choose another model${perToken.length === 0 ? '' : `, or move to ${listed(new Set(perToken))}`}`,
  };
}

function regionsWith({ version }: FoundModel, pinned: ModelSku): ReadonlySet<string> {
  return new Set(version.offers.flatMap(({ sku, regions }) => (sku === pinned ? regions : [])));
}

function pinLeaves({ path }: ModelPlace, inside: readonly ModelOffer[], { pinned, field, residency }: Pinned): Issue {
  const skus = skusOf(inside);
  return {
    code: 'ResidencyViolated',
    path: `${path}.${field}`,
    message: `${pinned} may process tokens outside of '${residency ?? ''}', the platform's residency`,
    got: pinned,
    expected: inside.length === 0 ? 'another model, or another region' : skus,
    fix: inside.length === 0 ? 'choose another model or region' : `use ${skus}, or remove ${path}.${field}`,
  };
}

function leavesResidency(
  found: FoundModel,
  { path, region }: ModelPlace,
  here: readonly ModelOffer[],
  residency: Residency | undefined,
): Issue {
  return {
    code: 'ResidencyViolated',
    path: `${path}.id`,
    message: `${fullName(found)} is offered in ${region.id} as ${skusOf(here)} only, which may process outside of '${residency ?? ''}' (${found.row.source}, ${found.row.asOf})`,
    got: found.row.id,
    expected: `a model that ${region.id} offers inside '${residency ?? ''}'`,
    fix: 'choose another model or region',
  };
}
