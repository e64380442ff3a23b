import { deepLearningImage } from '../../catalog/aws-images';
import type { InstanceOffer, ModelArchitecture } from '../../catalog/types';
import type { Issue, Result, TuningSpec } from '../../platform';
import { failure, success } from '../../platform';
import type { AwsContext } from '../context';
import { awsName } from '../context';
import type { Decision } from '../decision';
import { cite, decide, pinned } from '../decision';
import { weightsInS3 } from '../endpoint/weights';
import { openWeightsModel, tuningJobs, unresolved } from '../entries';
import { findModel } from '../facts/lookup';
import { findOffers } from '../facts/offers';
import type { Keyed } from '../order';
import { collect, issuesOf } from '../result';
import type { AwsTuningJobPlan } from './aws-plan';
import { volumeEncryption } from './volume-encryption';

/**
 * Bytes of GPU memory per parameter. Full: bf16 weights and gradients, fp32 master weights and two Adam moments. LoRA:
 * frozen bf16 weights, and a quarter of them for adapters, their optimizer and recomputed activations.
 */
const bytesPerParameter = { full: 16, lora: 2.5 } as const;
/** Part of GPU memory left to activations and the framework. */
const reserve = 0.15;
const defaultHours = 12;

/** Tuning jobs of an environment: each trains on the data of its own account. */
export function tuning(context: AwsContext): Result<Readonly<Record<string, AwsTuningJobPlan>>> {
  return collect(tuningJobs(context).map((entry) => [entry[0], tuningJob(context, entry)] as const));
}

function tuningJob(context: AwsContext, [key, job]: Keyed<TuningSpec>): Result<AwsTuningJobPlan> {
  const { catalog, market, platform, target } = context;
  const path = `tuning.${key}`;
  const model = openWeightsModel(context, job.base);
  if (model === undefined) return failure([unresolved(`${path}.base`, job.base)]);
  const architecture = findModel(catalog, model.id, `models.${job.base}.id`);
  const offers = findOffers(market, 'sagemaker', target.region, {
    instanceType: job.instanceType,
    path: job.instanceType === undefined ? path : `${path}.instanceType`,
  });
  if (!architecture.ok || !offers.ok) return failure(issuesOf(architecture, offers));
  const chosen = chooseInstance(context, key, job, architecture.value, offers.value);
  if (!chosen.ok) return chosen;
  const { instanceType, offer } = chosen.value;
  const weightsGiB = checkpointGiB(architecture.value);
  const hours = job.maxRuntimeHours ?? defaultHours;
  return success({
    pipelineName: awsName(context, 'sagemaker-pipeline', key),
    instanceType,
    instanceCount: decide(
      1,
      'tuning.one-instance',
      'the model and its training state fit in one instance, so nothing crosses a network',
    ),
    volumeGiB: decide(
      Math.ceil((3 * weightsGiB + 50) / 10) * 10,
      'tuning.volume',
      `${weightsGiB.toFixed(1)} GiB of weights three times (base, checkpoint, result) and 50 GiB for data and container`,
    ),
    volumeEncryption: volumeEncryption(offer),
    maxRuntimeSeconds:
      job.maxRuntimeHours === undefined
        ? decide(
            hours * 3600,
            'tuning.hard-stop',
            `${defaultHours} hours: a job that hangs overnight ends before the next working day does`,
          )
        : pinned(Math.round(hours * 3600), `${path}.maxRuntimeHours`),
    imageUri: pinned(deepLearningImage(target.region, job.image.repository, job.image.digest), `${path}.image`),
    hyperparameters: decide(
      { ...job.hyperparameters, method: job.method },
      'tuning.hyperparameters',
      `${path}.hyperparameters, and the method the spec declares: what is not written is the trainer's choice`,
    ),
    dataPrefix:
      job.dataPrefix === undefined
        ? decide(
            `tuning/${key}/data/`,
            'tuning.prefix-by-key',
            'jobs share the artifact bucket, each under its own key',
          )
        : pinned(job.dataPrefix, `${path}.dataPrefix`),
    outputPrefix: decide(`tuning/${key}/output/`, 'tuning.prefix-by-key', 'results lie beside the data, never in it'),
    baseModelUri: weightsInS3(model, `models.${job.base}`, awsName(context, 's3-bucket', 'artifacts').value),
    ...(platform.registry.models.includes(job.base)
      ? {
          modelPackageGroup: decide(
            job.base,
            'tuning.candidate',
            `registry.models has '${job.base}': a candidate waits there for approval`,
          ),
        }
      : {}),
  });
}

interface TrainingInstance {
  readonly instanceType: Decision<string>;
  readonly offer: InstanceOffer;
}

function chooseInstance(
  { catalog, target }: AwsContext,
  key: string,
  job: TuningSpec,
  model: ModelArchitecture,
  offers: readonly InstanceOffer[],
): Result<TrainingInstance> {
  const needGiB = (model.totalParams * 1e9 * bytesPerParameter[job.method]) / 2 ** 30;
  const memory = (offer: InstanceOffer): number => {
    const accelerator = catalog.accelerators.find((row) => row.id === offer.accelerator);
    const share = offer.acceleratorCount * offer.acceleratorShare;
    return (((accelerator?.usableMiB ?? 0) * share) / 1024) * (1 - reserve);
  };
  const trainable = offers.filter((offer) => nvidia(catalog.accelerators, offer) && memory(offer) >= needGiB);
  const [wanted] = trainable;
  if (job.instanceType !== undefined && wanted !== undefined) {
    return success({ instanceType: pinned(job.instanceType, `tuning.${key}.instanceType`), offer: wanted });
  }
  const [best, ...dearer] = trainable
    .filter((offer) => offer.usdPerHour !== undefined)
    .toSorted((a, b) => price(a) - price(b) || (a.instanceType < b.instanceType ? -1 : 1));
  if (best === undefined) return failure([tooLarge(key, job, target.region, needGiB, offers, memory)]);
  return success({
    offer: best,
    instanceType: cite(
      best.instanceType,
      'tuning.cheapest-that-fits',
      `${job.method} tuning of ${model.id} needs ${needGiB.toFixed(0)} GiB (${bytesPerParameter[job.method]} bytes per parameter); ` +
        `${memory(best).toFixed(0)} GiB of GPU memory are free for it at ${price(best).toFixed(2)} USD an hour (${best.priceStatus}, price of hosting)`,
      best,
      dearer
        .slice(0, 3)
        .map((offer) => ({ value: offer.instanceType, reason: `fits too, ${price(offer).toFixed(2)} USD an hour` })),
    ),
  });
}

function nvidia(accelerators: AwsContext['catalog']['accelerators'], offer: InstanceOffer): boolean {
  // The Deep Learning Containers of a spec are built for CUDA; Neuron needs other images and compiled models.
  return accelerators.some((row) => row.id === offer.accelerator && row.vendor.toLowerCase() === 'nvidia');
}

function price(offer: InstanceOffer): number {
  return offer.usdPerHour ?? Number.POSITIVE_INFINITY;
}

function checkpointGiB(model: ModelArchitecture): number {
  return model.checkpointGiB ?? (model.totalParams * 2e9) / 2 ** 30;
}

function tooLarge(
  key: string,
  job: TuningSpec,
  region: string,
  needGiB: number,
  offers: readonly InstanceOffer[],
  memory: (offer: InstanceOffer) => number,
): Issue {
  const most = Math.max(0, ...offers.map(memory));
  const path = job.instanceType === undefined ? `tuning.${key}` : `tuning.${key}.instanceType`;
  return {
    code: 'NoTrainingInstance',
    path,
    message: `${job.method} tuning needs ${needGiB.toFixed(0)} GiB of GPU memory, and at most ${most.toFixed(0)} GiB are to be had in ${region}`,
    got: job.instanceType ?? job.method,
    expected: `an instance with ${needGiB.toFixed(0)} GiB`,
    fix: job.method === 'full' ? `use method 'lora'` : 'use a smaller base model or a larger instance type',
  };
}
