import type {
  LifecycleState,
  ManagedModel,
  ManagedModelVersion,
  ModelLifecycle,
  ModelOffer,
  TokenPrices,
} from './types';

/** A version by its name; of a Bedrock model its only one. */
export function versionOf({ versions }: ManagedModel, version: string | undefined): ManagedModelVersion | undefined {
  return versions.find((row) => row.version === version);
}

/** The state of a version on a date: a version past its last day is retired, whatever the edition said. */
export function stateOn({ state, retires }: ModelLifecycle, date: string): LifecycleState {
  return retires !== undefined && retires <= date ? 'retired' : state;
}

/** Ways to call a version from a region. */
export function offersIn({ offers }: ManagedModelVersion, region: string): readonly ModelOffer[] {
  return offers.filter(({ regions }) => regions.includes(region));
}

/** Regions from which any version can be called, in the order of the rows. */
export function regionsOf({ versions }: ManagedModel): readonly string[] {
  return [...new Set(versions.flatMap(({ offers }) => offers.flatMap(({ regions }) => regions)))];
}

/**
 * What tokens cost as one kind of offer in a region, or undefined where it is unknown. A price that the config has for the
 * region comes first. `tokenPrices` of Azure are those of Global Standard; those of Bedrock are all that its rows have.
 *
 * @param offer - undefined where the way to call the model is unknown
 */
export function tokenPricesIn(
  model: ManagedModel,
  region: string,
  offer: ModelOffer | undefined,
): TokenPrices | undefined {
  const { service, tokenPrices, offerTokenPrices = [], regionalTokenPrices } = model;
  const written = regionalTokenPrices?.[region];
  if (written !== undefined) return written;
  if (offer === undefined || service === 'bedrock' || offer.sku === 'GlobalStandard') return tokenPrices;
  return offerTokenPrices.find(({ sku, regions }) => sku === offer.sku && regions.includes(region));
}

/** Why a lifecycle cannot be, or undefined where it can. Dates are ISO dates. */
export function impossibleLifecycle({ state, edition, retires, asOf }: ModelLifecycle): string | undefined {
  if (edition > asOf) return `its edition of ${edition} is later than the day on which it was read, ${asOf}`;
  if (retires === undefined)
    return state === 'legacy' || state === 'deprecated' ? `it is ${state} and has no last day` : undefined;
  if (state === 'retired') return retires > edition ? `it is retired and its last day is ${retires}` : undefined;
  return retires <= edition ? `it is ${state} and its last day was ${retires}, before the edition` : undefined;
}
