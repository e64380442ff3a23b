import type { EndpointSpec, Tier } from '../../platform';
import type { Sourced } from '../decision';
import { cite, decide, withRejected } from '../decision';
import { earlyTarget } from '../endpoint/fleet';
import type { SizedEndpoint } from '../endpoint/size';
import { azureStartupTimeout } from '../endpoint/timeouts';
import { azureMlInstances } from '../instance-limit';
import type { AzureScalingPlan } from './azure-plan';

/** Instances with this many GPUs are scarce: do not count on a second one. */
const wholeBox = 8;
/** Below this fraction of the load that adds an instance, one is removed: with two left of three it is not added again. */
const scaleInShare = 0.4;

/** Metrics of an online endpoint; none counts requests in flight. */
const endpointMetrics: Sourced = {
  source:
    'MicrosoftDocs/azure-monitor-docs, supported metrics of Microsoft.MachineLearningServices/workspaces/onlineEndpoints of 2026-07-13',
  asOf: '2026-11-30',
};

/** Seconds of a typical answer at the planned peak. */
export function answerSeconds({ traffic }: EndpointSpec, { size }: Pick<SizedEndpoint, 'size'>): number {
  const { timeToFirstTokenMs, timePerOutputTokenMs } = size.value.figures;
  return (timeToFirstTokenMs + (traffic.outputTokens - 1) * timePerOutputTokenMs) / 1000;
}

/** The most instances of an endpoint: as many as run, where nothing scales. */
export function mostInstances(tier: Tier, { size, replicas, peakReplicas }: SizedEndpoint): number {
  const running = replicas.value;
  if (tier !== 'production') return running;
  const grown = size.value.acceleratorCount >= wholeBox ? running + 1 : 2 * running;
  return Math.min(azureMlInstances.most, Math.max(grown, peakReplicas));
}

/** How an endpoint scales in production; undefined where the number of instances is fixed. */
export function azureScaling(endpoint: EndpointSpec, tier: Tier, sized: SizedEndpoint): AzureScalingPlan | undefined {
  const minimum = sized.replicas.value;
  const maximum = mostInstances(tier, sized);
  if (maximum <= minimum) return undefined;
  const { instanceType, replicas } = sized.size.value;
  const seconds = answerSeconds(endpoint, sized);
  const inFlight = Math.max(
    earlyTarget(sized.concurrencyPerCopy),
    Math.ceil(sized.sizeRequest.traffic.peakConcurrency / replicas),
  );
  const perMinute = Math.max(1, Math.round((inFlight * 60) / seconds));
  return {
    minInstances: decide(
      minimum,
      'scaling.minimum',
      `${minimum} of the ${sized.peakReplicas} ${instanceType} that the planned peak needs`,
    ),
    maxInstances: decide(
      maximum,
      'scaling.maximum',
      `twice what runs or the whole peak, at most ${azureMlInstances.most}; one more than run where an instance has ${wholeBox} GPUs`,
    ),
    addAbove: withRejected(
      cite(
        perMinute,
        'scaling.requests-per-minute',
        `${inFlight} requests in flight per instance, each for ${seconds.toFixed(1)} s: a new instance needs minutes to load the weights, so it starts before the others are full`,
        endpointMetrics,
      ),
      [
        {
          value: 'GpuUtilizationPercentage',
          reason: 'near 100 percent at any load: the engine fills the GPU with what there is',
        },
        { value: 'RequestLatency', reason: 'grows after the instances are full, when a new one comes too late' },
      ],
    ),
    removeBelow: decide(
      Math.floor(perMinute * scaleInShare),
      'scaling.remove',
      `${scaleInShare * 100} percent of it: the load of an instance that is removed must not add it again`,
    ),
    cooldownSeconds: decide(
      azureStartupTimeout(sized.size.value).value,
      'scaling.cooldown',
      'the time that a container has to load its weights: before that an added instance changes nothing',
    ),
  };
}
