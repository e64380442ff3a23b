import type { Catalog, InstanceOffer, ModelArchitecture } from '../../catalog/types';
import type { Issue, Result, TuningSpec } from '../../platform';
import { failure, success } from '../../platform';
import type { Decision } from '../decision';
import { cite, pinned, withRejected } from '../decision';
import { compareText } from '../order';
import { bytesPerGiB } from '../units';

/**
 * Bytes of GPU memory per parameter. Full: bf16 weights and gradients, fp32 master weights and two Adam moments. LoRA:
 * frozen bf16 weights, and a quarter of them for adapters, their optimizer and recomputed activations.
 */
const bytesPerParameter = { full: 16, lora: 2.5 } as const;
/** Fraction of GPU memory for activations and the framework. */
const reserve = 0.15;
/** More expensive instances that the plan lists. */
const mostAlternatives = 3;

/** A tuning job and the instances it may run on. */
export interface TrainingRequest {
  /** Key of the job in the spec. */
  readonly key: string;
  readonly job: TuningSpec;
  readonly model: ModelArchitecture;
  readonly accelerators: Catalog['accelerators'];
  /** Offers of the region; only the pinned one where the job pins one. */
  readonly offers: readonly InstanceOffer[];
  readonly region: string;
}

/** The instance a tuning job runs on. */
export interface TrainingInstance {
  readonly instanceType: Decision<string>;
  readonly offer: InstanceOffer;
}

/** An offer whose GPUs can train. */
interface TrainingOffer {
  readonly offer: InstanceOffer;
  /** GPU memory for weights and training state. */
  readonly freeGiB: number;
}

/** The pinned instance, or else the cheapest whose GPU memory holds the model and its training state. */
export function trainingInstance(request: TrainingRequest): Result<TrainingInstance> {
  const { key, job, model } = request;
  const needGiB = (model.totalParams * 1e9 * bytesPerParameter[job.method]) / bytesPerGiB;
  const offers = trainingOffers(request);
  const large = offers.filter(({ freeGiB }) => freeGiB >= needGiB);
  const [wanted] = large;
  if (job.instanceType !== undefined && wanted !== undefined) {
    return success({ instanceType: pinned(job.instanceType, `tuning.${key}.instanceType`), offer: wanted.offer });
  }
  const [best, ...others] = large.filter(({ offer }) => offer.usdPerHour !== undefined).toSorted(byPrice);
  if (best === undefined) {
    return failure([large.length === 0 ? tooSmall(request, needGiB, offers) : priceUnknown(request, large)]);
  }
  const { offer, freeGiB } = best;
  const unsure =
    offer.availability === undefined ? '' : `; no source in the catalogue says that ${offer.region} has it`;
  return success({
    offer,
    instanceType: withRejected(
      cite(
        offer.instanceType,
        'tuning.cheapest-that-fits',
        `${job.method} tuning of ${model.id} needs ${needGiB.toFixed(0)} GiB (${bytesPerParameter[job.method]} bytes per parameter); ` +
          `${freeGiB.toFixed(0)} GiB of GPU memory are free for it at ${price(offer).toFixed(2)} USD an hour (${offer.priceStatus}, price of hosting)${unsure}`,
        offer,
      ),
      others.slice(0, mostAlternatives).map(({ offer: other }) => ({
        value: other.instanceType,
        reason: `fits too, ${price(other).toFixed(2)} USD an hour`,
      })),
    ),
  });
}

/** Offers with NVIDIA GPUs: the Deep Learning Containers of a spec are built for CUDA, Neuron needs other images. */
function trainingOffers({ accelerators, offers }: TrainingRequest): readonly TrainingOffer[] {
  return offers.flatMap((offer) => {
    const accelerator = accelerators.find(({ id }) => id === offer.accelerator);
    if (accelerator?.vendor !== 'nvidia') return [];
    const gpus = offer.acceleratorCount * offer.acceleratorShare;
    return [{ offer, freeGiB: ((accelerator.usableMiB * gpus) / 1024) * (1 - reserve) }];
  });
}

function byPrice({ offer: a }: TrainingOffer, { offer: b }: TrainingOffer): number {
  return price(a) - price(b) || compareText(a.instanceType, b.instanceType);
}

function price({ usdPerHour = Number.POSITIVE_INFINITY }: InstanceOffer): number {
  return usdPerHour;
}

/** Instances are large enough, and none can be compared by its price. */
function priceUnknown({ key, job: { method }, region }: TrainingRequest, large: readonly TrainingOffer[]): Issue {
  const names = [...new Set(large.map(({ offer }) => offer.instanceType))].toSorted(compareText);
  const [name] = names;
  return {
    code: 'PriceUnknown',
    path: `tuning.${key}`,
    message: `only ${names.join(', ')} would hold ${method} tuning in ${region}, and no price is known`,
    expected: 'an instance with a known price',
    fix: `write the price in catalog.prices with service 'sagemaker', region '${region}' and an instanceType of these, or pin tuning.${key}.instanceType, for example to '${name ?? ''}'`,
  };
}

function tooSmall(
  { key, job: { method, instanceType }, region }: TrainingRequest,
  needGiB: number,
  offers: readonly TrainingOffer[],
): Issue {
  const most = Math.max(0, ...offers.map(({ freeGiB }) => freeGiB));
  const loraFits = method === 'full' && needGiB * (bytesPerParameter.lora / bytesPerParameter.full) <= most;
  const largest = instanceType ?? `the largest instance in ${region}`;
  return {
    code: 'NoTrainingInstance',
    path: instanceType === undefined ? `tuning.${key}` : `tuning.${key}.instanceType`,
    message: `${method} tuning needs ${needGiB.toFixed(0)} GiB of NVIDIA GPU memory, and ${largest} has ${most.toFixed(0)} GiB`,
    got: instanceType ?? method,
    expected: `an instance with ${needGiB.toFixed(0)} GiB`,
    fix: loraFits ? `use method 'lora'` : 'use a smaller base model or a larger instance type',
  };
}
