import type { AwsServingImage } from '../../catalog/types';
import type { Result } from '../../platform';
import { failure } from '../../platform';
import type { Decision } from '../decision';
import { decide, derive } from '../decision';
import { endpointPerformance } from '../endpoint/achieved';
import { alarms } from '../endpoint/alarms';
import type { EndpointContext } from '../endpoint/endpoint-context';
import type { EndpointPlacementPlan } from '../endpoint/placement';
import { endpointPlacement } from '../endpoint/placement';
import { sageMakerEnvironment } from '../endpoint/serving';
import type { SizedEndpoint, SizePlace } from '../endpoint/size';
import { sizeOn } from '../endpoint/size';
import { sageMakerAnswers, slowAnswers } from '../endpoint/slow-answers';
import { downloadTimeout, startupTimeout } from '../endpoint/timeouts';
import { quantisedWeights, weightsInS3, weightsKeyInS3 } from '../endpoint/weights';
import { sageMakerInstances, tooManyInstances } from '../instance-limit';
import { physicalName } from '../naming/name';
import type { NamedService } from '../naming/name-rules';
import { unlessErrors } from '../result';
import type { AwsEndpointPlan } from './aws-plan';
import { capacityPlan, targetConcurrency } from './capacity';
import type { AwsEndpointRequest } from './endpoint-request';
import { productionCapacity, sageMakerBounds } from './fleet-bounds';
import { hostImage, hostImageLimit, unprovenHostImage } from './host-image';
import { sageMakerQuota } from './quota';
import { rollbackWaived, rollout } from './rollout';
import { scaleToZeroIssues } from './scale-to-zero';
import { scheduledMinimums, scheduleIssues } from './schedule';
import { servingImage } from './serving-image';
import { volumeEncryption } from './volume-encryption';

type AwsEndpointContext = EndpointContext & AwsEndpointRequest;

/** Decides everything about one endpoint on SageMaker. */
export function planAwsEndpoint(context: AwsEndpointContext): Result<AwsEndpointPlan> {
  const { key, tier, endpoint } = context;
  const sized = sizeOn(context, sizePlace(context));
  if (!sized.ok) return failure([...sized.issues, ...scaleToZeroIssues(context)]);
  const { engine, offer, replicas, size } = sized.value;
  const inferenceAmiVersion = hostImage(engine, offer);
  // The facts refuse an engine without an image, and the sizing removes every offer without a host image.
  if (engine.aws === undefined || inferenceAmiVersion === undefined) return failure(sized.issues);
  const scaling = scalingOf(context, sized.value);
  const { quota } = scaling;
  const scheduled = scheduledMinimums(endpoint, tier, scaling.capacity.value);
  const { alternatives, issues, ...placed } = placement(context, sized.value, scaling);
  const image = servingImage(context, { engine, image: engine.aws, accelerator: size.value.accelerator });
  if (!image.ok) return failure([...sized.issues, ...image.issues, ...scaleToZeroIssues(context)]);
  const plan: AwsEndpointPlan = {
    endpointName: nameOf(context, 'sagemaker-endpoint', key),
    placement: decide(
      'sagemaker',
      'place.sagemaker',
      'open weights on AWS run on a SageMaker endpoint: no cluster to operate',
      alternatives,
    ),
    instanceType: derive(size, size.value.instanceType),
    capacity: scaling.capacity,
    targetConcurrency: scaling.targetConcurrency,
    ...(scheduled === undefined ? {} : { scheduledActions: scheduled }),
    ...image.value,
    inferenceAmiVersion,
    ...container(context, engine.aws, sized.value),
    startupHealthCheckTimeoutSeconds: startupTimeout(size.value),
    modelDataDownloadTimeoutSeconds: downloadTimeout(size.value),
    volumeEncryption: volumeEncryption(offer),
    rollout: scaling.rollout,
    ...rollbackWaived(key, endpoint),
    alarms: alarms(endpoint, size.value),
    performance: endpointPerformance(endpoint, sized.value),
    ...(quota === undefined ? {} : { quota }),
    ...placed,
  };
  return unlessErrors(plan, [
    ...sized.issues,
    ...slowAnswers(context, size.value, sageMakerAnswers),
    ...unprovenHostImage(context, sized.value),
    ...scaleToZeroIssues(context),
    ...issues,
    ...scheduleIssues(key, endpoint, tier, replicas.value),
  ]);
}

function sizePlace(context: AwsEndpointContext): SizePlace {
  const { environment, target } = context;
  const path = `environments.${environment}.aws.quotas`;
  return {
    cloud: 'aws',
    region: target.region,
    ...(target.quotas === undefined ? {} : { quotas: { limits: target.quotas, path } }),
    needOf: (sized) => scalingOf(context, sized).quota?.value,
    overLimit: (sized) => hostImageLimit(context, sized) ?? tooManyInstances(context, sized, sageMakerInstances),
  };
}

type Scaling = Pick<AwsEndpointPlan, 'capacity' | 'targetConcurrency' | 'rollout' | 'quota'>;

/** How far an endpoint scales, what an update runs, and the quota for both. */
function scalingOf({ endpoint, tier }: AwsEndpointContext, sized: SizedEndpoint): Scaling {
  const capacity = capacityPlan(endpoint, tier, sized);
  const update = rollout(tier, capacity.value);
  const quota = sageMakerQuota(sized.offer, capacity.value, update.value);
  return {
    capacity,
    targetConcurrency: targetConcurrency(sized),
    rollout: update,
    ...(quota === undefined ? {} : { quota }),
  };
}

function placement(context: AwsEndpointContext, sized: SizedEndpoint, scaling: Scaling): EndpointPlacementPlan {
  const { capacity, targetConcurrency: target } = scaling;
  const { endpoint, role } = context;
  return endpointPlacement({
    context,
    sized,
    bounds: sageMakerBounds(context, capacity.value, target.value),
    productionBounds: sageMakerBounds(
      { endpoint, role, tier: 'production' },
      productionCapacity(endpoint, sized),
      target.value,
    ),
    besideInstances,
  });
}

/** Arguments and weights of the serving container. */
function container(
  context: AwsEndpointContext,
  image: AwsServingImage,
  { architecture, engine, size: { value: size } }: SizedEndpoint,
): Pick<AwsEndpointPlan, 'environment' | 'modelDataUri' | 'modelDataKeyArn'> {
  const { key, endpoint, model } = context;
  const quantised = quantisedWeights(key, endpoint, size.dtype, architecture.publishedDtype);
  const path = `models.${endpoint.model}`;
  const bucket = nameOf(context, 's3-bucket', 'artifacts').value;
  const keyArn = weightsKeyInS3(model, path, bucket, quantised);
  return {
    environment: sageMakerEnvironment(engine, image, key, size),
    modelDataUri: weightsInS3(model, path, bucket, quantised),
    ...(keyArn === undefined ? {} : { modelDataKeyArn: keyArn }),
  };
}

/** The name of a thing of an environment: as `awsName`, without an environment around it. */
function nameOf(
  { platform, environment, target: { account, region } }: AwsEndpointContext,
  service: NamedService,
  part: string,
): Decision<string> {
  return physicalName({ service, owner: `${account}/${region}`, parts: [platform, environment, part] });
}

/** What AWS bills besides instances. */
const besideInstances = [
  'weights in S3 and images in ECR',
  'data transfer',
  'logs, metrics and alarms',
  'requests through private endpoints',
  'the second fleet while an update runs',
];
