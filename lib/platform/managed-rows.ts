import type { OneOf, RowProvenance } from './catalog-rows';

/** One way to call a version, and where it processes. */
export interface ManagedOfferRow {
  /** On Bedrock where tokens are processed, on Azure the deployment type. */
  readonly sku: OneOf<'in-region' | 'geographic' | 'global' | 'Standard' | 'DataZoneStandard' | 'GlobalStandard'>;
  /** AWS regions of the call, or Azure locations of the deployment. */
  readonly regions: readonly string[];
  /** Of a `geographic` offer: the regions that process besides that of the call. @default - what the `sku` says */
  readonly processedIn?: readonly string[];
  /** Of a `geographic` or `global` offer: the id of the inference profile. @default - none */
  readonly profile?: string;
}

/** A version of a managed model that the catalogue does not have, or that it has older facts about. */
export interface ManagedModelRow extends RowProvenance {
  readonly service: OneOf<'bedrock' | 'azure-openai'>;
  /** Foundation-model id with its version, or name of the Azure model. */
  readonly id: string;
  /** Version of an Azure model. @default - the id of a Bedrock model contains it */
  readonly version?: string;
  readonly kind: OneOf<'text-generation' | 'embedding'>;
  /** Tokens of the longest request with its answer. @default - unknown */
  readonly contextTokens?: number;
  /** Lengths of the vectors of an embedding model, its default first. */
  readonly dimensions?: readonly number[];
  /** Where the version stands in the provider's lifecycle, by an edition of the provider's schedule. */
  readonly lifecycle: {
    readonly state: OneOf<'preview' | 'generally-available' | 'legacy' | 'deprecated' | 'retired'>;
    /** ISO date of the edition. */
    readonly edition: string;
    /** ISO date on which the version stops answering. @default - the edition has none */
    readonly retires?: string;
    /** Models to use instead. @default - none */
    readonly successors?: readonly string[];
  };
  readonly offers: readonly ManagedOfferRow[];
}

/** A region or location that the catalogue does not have. */
export interface RegionRow extends RowProvenance {
  readonly cloud: OneOf<'aws' | 'azure'>;
  /** Region code or location name. */
  readonly id: string;
  /** Where data in the region is. Europe outside of the European Union is `other`. */
  readonly residency: OneOf<'eu' | 'us' | 'other'>;
  /** Zone names (AWS) or numbers (Azure), in order; empty for a region without zones. */
  readonly zones: readonly string[];
}
