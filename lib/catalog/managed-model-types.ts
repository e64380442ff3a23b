import type { Provenance } from './provenance';

/**
 * Stages of a managed model. A legacy version can be deployed, or called by accounts that used it; a deprecated one only
 * in a subscription that has deployed it before; a retired one does not answer.
 */
export type LifecycleState = 'preview' | 'generally-available' | 'legacy' | 'deprecated' | 'retired';

/** Where a version stands in the provider's lifecycle. `asOf` is the day on which the edition was read. */
export interface ModelLifecycle extends Provenance {
  /** State in the edition. */
  readonly state: LifecycleState;
  /** ISO date of the edition of the provider's schedule. The next edition may say something else. */
  readonly edition: string;
  /** ISO date on which the version stops answering. @default - the edition has none */
  readonly retires?: string;
  /** Models of the same service to use instead, the best first. @default - the edition names none */
  readonly successors?: readonly string[];
}

/**
 * How tokens of a managed model are processed. On Bedrock in the region of the call, in a geography or anywhere, which are
 * kinds of inference; on Azure a deployment type.
 */
export type ModelSku =
  | 'in-region'
  | 'geographic'
  | 'global'
  | 'Standard'
  | 'DataZoneStandard'
  | 'GlobalStandard'
  | 'ProvisionedManaged'
  | 'DataZoneProvisionedManaged'
  | 'GlobalProvisionedManaged';

/** One way to call a version, the regions it can be called from, and where it processes. */
export interface ModelOffer {
  readonly sku: ModelSku;
  /** Regions that a call can come from, or that can hold a deployment. Another region may have been added since. */
  readonly regions: readonly string[];
  /**
   * Where tokens may be processed: the region of the call, the data zone of that region, the listed regions besides that of
   * the call, or anywhere.
   */
  readonly processedIn: 'region' | 'data-zone' | 'anywhere' | readonly string[];
  /** Inference profile to call instead of the model. @default - none */
  readonly profile?: string;
}

/** One version of a managed model. */
export interface ManagedModelVersion {
  /** Version of an Azure model. @default - the id contains it */
  readonly version?: string;
  readonly lifecycle: ModelLifecycle;
  /** Empty where no source says how it is offered. */
  readonly offers: readonly ModelOffer[];
}

/** A model a cloud serves per token. The provenance is that of the offers. */
export interface ManagedModel extends Provenance {
  readonly service: 'bedrock' | 'azure-openai';
  readonly id: string;
  readonly kind: 'text-generation' | 'embedding';
  /** Versions known on `asOf`; a Bedrock model is one version. */
  readonly versions: readonly ManagedModelVersion[];
  /** Tokens of the longest request with its answer; of an embedding model, of the longest input. @default - unknown */
  readonly contextTokens?: number;
  /** Embedding lengths the model can return; the first is its default. */
  readonly dimensions?: readonly number[];
  /** What tokens cost where the row's `notes` say; absent when no published price is known. */
  readonly tokenPrices?: TokenPrices;
  /** What tokens cost as other kinds of offer. @default - unknown, or the same as `tokenPrices` where the service has one price */
  readonly offerTokenPrices?: readonly OfferTokenPrices[];
  /** What tokens cost in a region, where it differs. @default - `tokenPrices` everywhere */
  readonly regionalTokenPrices?: Readonly<Record<string, TokenPrices>>;
}

/** On-demand prices of a model served per token, without caching or batch discounts. */
export interface TokenPrices extends Provenance {
  readonly usdPerMillionInputTokens: number;
  /** 0 for an embedding model. */
  readonly usdPerMillionOutputTokens: number;
}

/** What tokens cost as one kind of offer in some regions. */
export interface OfferTokenPrices extends TokenPrices {
  readonly sku: ModelSku;
  readonly regions: readonly string[];
}
