import type { ModelArchitecture } from '../../catalog/types';
import type { OpenWeightsModel, Result, TuningSpec } from '../../platform';
import { failure, success } from '../../platform';
import type { AwsContext } from '../context';
import { awsName } from '../context';
import type { Decision } from '../decision';
import { decide, pinned } from '../decision';
import { weightsInS3, weightsKeyInS3 } from '../endpoint/weights';
import { openWeightsModel, tuningJobs, unresolved } from '../entries';
import { findModel } from '../facts/lookup';
import { findOffers } from '../facts/offers';
import { publishedImage } from '../facts/registry';
import type { Keyed } from '../order';
import { collect, issuesOf } from '../result';
import { bytesPerGiB } from '../units';
import type { AwsTuningJobPlan } from './aws-plan';
import { schedulePlan } from './recurring-schedule';
import { trainingInstance } from './training-instance';
import { volumeEncryption } from './volume-encryption';

/** Hours after which a job stops, where the spec gives none. */
const defaultHours = 12;
/** The volume holds the weights three times: base, checkpoint and result. */
const weightsOnVolume = 3;
/** GiB of the volume for data and container. */
const otherGiB = 50;

/** Tuning jobs of an environment: each trains on the data of the account it runs in. */
export function tuning(context: AwsContext): Result<Readonly<Record<string, AwsTuningJobPlan>>> {
  return collect(tuningJobs(context).map((entry) => [entry[0], tuningJob(context, entry)] as const));
}

function tuningJob(context: AwsContext, [key, job]: Keyed<TuningSpec>): Result<AwsTuningJobPlan> {
  const { catalog, market, target } = context;
  const path = `tuning.${key}`;
  const model = openWeightsModel(context, job.base);
  if (model === undefined) return failure([unresolved(`${path}.base`, job.base)]);
  const architecture = findModel(catalog, model.id, `models.${job.base}.id`);
  const offers = findOffers(market, 'sagemaker', target.region, {
    instanceType: job.instanceType,
    path: job.instanceType === undefined ? path : `${path}.instanceType`,
  });
  const image = publishedImage({
    region: target.region,
    ...job.image,
    path: `environments.${context.key}.aws.region`,
  });
  if (!architecture.ok || !offers.ok || !image.ok) return failure(issuesOf(architecture, offers, image));
  const { accelerators } = catalog;
  const chosen = trainingInstance({
    key,
    job,
    model: architecture.value,
    accelerators,
    offers: offers.value,
    region: target.region,
  });
  if (!chosen.ok) return chosen;
  return success({
    pipelineName: awsName(context, 'sagemaker-pipeline', key),
    instanceType: chosen.value.instanceType,
    instanceCount: decide(
      1,
      'tuning.one-instance',
      'the model and its training state fit in one instance, so nothing crosses a network',
    ),
    volumeGiB: volumeGiB(architecture.value),
    volumeEncryption: volumeEncryption(chosen.value.offer),
    maxRuntimeSeconds: maxRuntimeSeconds(path, job),
    imageUri: pinned(image.value, `${path}.image`),
    hyperparameters: decide(
      { ...job.hyperparameters, method: job.method },
      'tuning.hyperparameters',
      `${path}.hyperparameters and the method of the spec; the trainer chooses the others`,
    ),
    ...prefixes(key, job),
    ...baseModel(context, job.base, model),
    ...modelPackageGroup(context, job),
    ...(job.schedule === undefined ? {} : { schedule: schedulePlan(job.schedule, `${path}.schedule`) }),
  });
}

function baseModel(
  context: AwsContext,
  key: string,
  model: OpenWeightsModel,
): Pick<AwsTuningJobPlan, 'baseModelUri' | 'baseModelKeyArn'> {
  const path = `models.${key}`;
  const bucket = awsName(context, 's3-bucket', 'artifacts').value;
  const keyArn = weightsKeyInS3(model, path, bucket);
  return {
    baseModelUri: weightsInS3(model, path, bucket),
    ...(keyArn === undefined ? {} : { baseModelKeyArn: keyArn }),
  };
}

function volumeGiB(model: ModelArchitecture): Decision<number> {
  const weightsGiB = model.checkpointGiB ?? (model.totalParams * 2e9) / bytesPerGiB;
  return decide(
    Math.ceil((weightsOnVolume * weightsGiB + otherGiB) / 10) * 10,
    'tuning.volume',
    `${weightsGiB.toFixed(1)} GiB of weights three times (base, checkpoint, result) and ${otherGiB} GiB for data and container`,
  );
}

function maxRuntimeSeconds(path: string, { maxRuntimeHours }: TuningSpec): Decision<number> {
  if (maxRuntimeHours !== undefined) return pinned(Math.round(maxRuntimeHours * 3600), `${path}.maxRuntimeHours`);
  return decide(
    defaultHours * 3600,
    'tuning.hard-stop',
    `${defaultHours} hours: a job that hangs overnight stops before the end of the next working day`,
  );
}

/** Where a job writes its candidates. */
export function tuningOutputPrefix(key: string): string {
  return `tuning/${key}/output/`;
}

function prefixes(key: string, { dataPrefix }: TuningSpec): Pick<AwsTuningJobPlan, 'dataPrefix' | 'outputPrefix'> {
  return {
    dataPrefix:
      dataPrefix === undefined
        ? decide(`tuning/${key}/data/`, 'tuning.prefix-by-key', 'jobs share the artifact bucket, each under its key')
        : pinned(dataPrefix, `tuning.${key}.dataPrefix`),
    outputPrefix: decide(
      tuningOutputPrefix(key),
      'tuning.prefix-by-key',
      'results have another prefix than the data and never overwrite it',
    ),
  };
}

function modelPackageGroup(
  { platform }: AwsContext,
  { base }: TuningSpec,
): Pick<AwsTuningJobPlan, 'modelPackageGroup'> {
  if (!platform.registry.models.includes(base)) return {};
  const text = `registry.models has '${base}': a candidate waits there for approval`;
  return { modelPackageGroup: decide(base, 'tuning.candidate', text) };
}
