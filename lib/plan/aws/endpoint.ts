import { deepLearningImage } from '../../catalog/aws-images';
import { isUnprovenOnNewImages } from '../../catalog/device-facts';
import type { ServingEngine } from '../../catalog/types';
import type { AwsTarget, Issue, Result } from '../../platform';
import { failure } from '../../platform';
import type { Decision } from '../decision';
import { cite, decide, derive } from '../decision';
import { endpointPerformance } from '../endpoint/achieved';
import { endpointPlacement } from '../endpoint/placement';
import { sageMakerEnvironment } from '../endpoint/serving';
import type { EndpointRequest } from '../endpoint/size';
import { sizeOn } from '../endpoint/size';
import { answerSeconds, downloadTimeout, startupTimeout } from '../endpoint/timeouts';
import { quantisedWeights, weightsInS3 } from '../endpoint/weights';
import { sageMakerInstances, tooManyInstances } from '../instance-limit';
import { physicalName } from '../naming/name';
import { unlessErrors } from '../result';
import type { Size } from '../sizing';
import { alarms } from './alarms';
import type { AwsEndpointPlan } from './aws-plan';
import { capacity, targetConcurrency } from './capacity';
import { productionCapacity, sageMakerRoom } from './fleet-bounds';
import { sageMakerQuota } from './quota';
import { rollout } from './rollout';
import { scheduledMinimums, scheduleIssues } from './schedule';
import { volumeEncryption } from './volume-encryption';

/** Where an endpoint is placed on AWS. */
export interface AwsEndpointRequest extends EndpointRequest {
  readonly target: Pick<AwsTarget, 'account' | 'region' | 'quotas'>;
}

/** Seconds SageMaker waits for an answer that is not streamed. */
const answerLimitSeconds = 60;

/** Decides everything about one endpoint on SageMaker. */
export function planAwsEndpoint(request: AwsEndpointRequest): Result<AwsEndpointPlan> {
  const { key, platform, environment, tier, endpoint, model, target } = request;
  const sized = sizeOn(request, {
    cloud: 'aws',
    region: target.region,
    ...(target.quotas === undefined
      ? {}
      : { quotas: { limits: target.quotas, path: `environments.${environment}.aws.quotas` } }),
    needOf: (candidate) => {
      const room = capacity(endpoint, tier, candidate).value;
      return sageMakerQuota(candidate.offer, room, rollout(tier, room).value)?.value;
    },
    overLimit: (candidate) => tooManyInstances(request, candidate, sageMakerInstances),
  });
  if (!sized.ok) return failure(sized.issues);
  const { architecture, engine, offer, replicas, size: decision } = sized.value;
  const size = decision.value;
  const owner = `${target.account}/${target.region}`;
  const artifacts = physicalName({ service: 's3-bucket', owner, parts: [platform, environment, 'artifacts'] });
  const room = capacity(endpoint, tier, sized.value);
  const update = rollout(tier, room.value);
  const quota = sageMakerQuota(offer, room.value, update.value);
  const inFlight = targetConcurrency(sized.value);
  const scheduled = scheduledMinimums(endpoint, tier, room.value);
  const { alternatives, issues, ...placed } = endpointPlacement({
    request,
    cloud: 'aws',
    region: target.region,
    sized: sized.value,
    room: sageMakerRoom(request, room.value, inFlight.value),
    productionRoom: sageMakerRoom(
      { ...request, tier: 'production' },
      productionCapacity(request, sized.value),
      inFlight.value,
    ),
    besideInstances,
  });
  const plan: AwsEndpointPlan = {
    endpointName: physicalName({ service: 'sagemaker-endpoint', owner, parts: [platform, environment, key] }),
    placement: decide(
      'sagemaker',
      'place.sagemaker',
      'open weights on AWS run on a SageMaker endpoint: no cluster to run',
      alternatives,
    ),
    instanceType: derive(decision, size.instanceType),
    capacity: room,
    targetConcurrency: inFlight,
    ...(scheduled === undefined ? {} : { scheduledActions: scheduled }),
    imageUri: imageUri(request, engine, size.accelerator),
    environment: sageMakerEnvironment(key, size),
    inferenceAmiVersion: cite(
      engine.aws.inferenceAmiVersion,
      'serving.driver',
      `the machine image with the driver that ${engine.aws.tag} needs`,
      engine,
    ),
    modelDataUri: weightsInS3(
      model,
      `models.${endpoint.model}`,
      artifacts.value,
      quantisedWeights(key, endpoint, size.dtype, architecture.publishedDtype),
    ),
    startupHealthCheckTimeoutSeconds: startupTimeout(size),
    modelDataDownloadTimeoutSeconds: downloadTimeout(size),
    volumeEncryption: volumeEncryption(offer),
    rollout: update,
    alarms: alarms(endpoint, size),
    performance: endpointPerformance(endpoint, sized.value),
    ...(quota === undefined ? {} : { quota }),
    ...placed,
  };
  return unlessErrors(plan, [
    ...sized.issues,
    ...slowAnswers(request, size),
    ...issues,
    ...scheduleIssues(key, endpoint, tier, replicas.value),
  ]);
}

/** What AWS bills beside instances. */
const besideInstances = [
  'weights in S3 and images in ECR',
  'data transfer',
  'logs, metrics and alarms',
  'requests through private endpoints',
  'the second fleet while an update runs',
];

function imageUri(
  { endpoint, key, target }: AwsEndpointRequest,
  engine: ServingEngine,
  accelerator: string,
): Decision<string> {
  const { repository, tag } = engine.aws;
  const digest = endpoint.serving.imageDigest.aws ?? '';
  const image = cite(
    deepLearningImage(target.region, repository, digest),
    'serving.image-by-digest',
    `AWS's own build of vLLM ${engine.version} in this region, pinned by endpoints.${key}.serving.imageDigest.aws`,
    engine,
    [{ value: `${repository}:${tag}`, reason: 'a tag can be moved to other bytes after they were tested' }],
  );
  if (!isUnprovenOnNewImages(accelerator)) return image;
  const text =
    `a benchmark suite of AWS failed on ${accelerator} with an image for CUDA 12.9, and ${tag} is for that or newer: ` +
    'try it on the device before relying on it';
  return { ...image, because: [...image.because, { rule: 'serving.unproven-gpu', text }] };
}

function slowAnswers({ key, endpoint }: AwsEndpointRequest, size: Size): readonly Issue[] {
  const seconds = answerSeconds(endpoint, size);
  if (seconds <= answerLimitSeconds) return [];
  return [
    {
      code: 'AnswerSlowerThanLimit',
      path: `endpoints.${key}.traffic.outputTokens`,
      message: `a typical answer takes ${Math.round(seconds)} s at the peak; SageMaker cuts answers that are not streamed after ${answerLimitSeconds} s`,
      got: endpoint.traffic.outputTokens,
      expected: `answers within ${answerLimitSeconds} s, or callers that stream`,
      fix: `stream, or set endpoints.${key}.slo.timePerOutputTokenMs to ${Math.floor((answerLimitSeconds * 1000) / endpoint.traffic.outputTokens)}`,
    },
  ];
}
