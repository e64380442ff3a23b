import type { InstanceOffer, Provenance } from './types';

/** An AWS offer as it is written down: for us-east-1, where prices were collected. */
export interface AwsInstanceRow extends Omit<InstanceOffer, 'region' | 'localNvme'> {
  readonly service: 'sagemaker' | 'ec2';
}

/** What GPU instances cost in a region, as a multiple of us-east-1. */
export interface AwsRegionRatio extends Provenance {
  readonly region: string;
  readonly ratio: number;
}

/** Shape of an Azure VM size; it is the same in every region. */
export interface AzureSizeRow {
  readonly size: string;
  readonly accelerator: string;
  readonly acceleratorCount: number;
  readonly acceleratorShare: number;
  readonly vcpu: number;
  readonly memoryGiB: number;
  /** Whether Azure Machine Learning managed online endpoints accept the size. */
  readonly managedOnlineEndpoint: boolean;
  readonly quota: string;
  readonly notes?: string;
  readonly confidence?: 'medium';
}

/** US dollars per hour by size and region. A size without a price in a region is not offered there. */
export interface AzurePriceRows extends Provenance {
  readonly usdPerHour: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

/** A repository that publishes the weights of a model in another format, or under another name. */
export interface ModelVariantRow {
  readonly id: string;
  /** Id of the model with the same architecture. */
  readonly base: string;
  readonly publishedDtype?: 'fp8' | 'nvfp4' | 'int4' | 'int8' | 'bf16';
  readonly maxContext?: number;
  readonly checkpointGiB?: number;
}
