import type { Catalog } from '../../lib/catalog';
import type { Measurement } from './measurements';
import type { Predict } from './statistics';
import { groupBy } from './statistics';

/** Pairs of deployments that served the same load, and how many the prediction orders by price as measured. */
export interface Ranking {
  readonly pairs: number;
  readonly right: number;
}

/** Dollars an hour of the GPUs a measurement used: a part of an instance costs that part of its price. */
export type HourlyPrice = (measurement: Measurement) => number | undefined;

/** Prices of the instances the SageMaker suite ran on; whole instances. */
export function instancePrice(catalog: Catalog): HourlyPrice {
  return ({ instanceType }) =>
    catalog.instances.find((offer) => offer.instanceType === instanceType && offer.region === 'us-east-1')?.usdPerHour;
}

/** Cheapest price per GPU of a device on EC2 or Azure, times the GPUs used. */
export function gpuPrice(catalog: Catalog): HourlyPrice {
  const perGpu = new Map<string, number>();
  for (const offer of catalog.instances) {
    const known = offer.service === 'ec2' ? offer.region === 'us-east-1' : offer.service === 'azure-vm';
    if (!known || offer.usdPerHour === undefined || offer.acceleratorShare < 1) continue;
    const price = offer.usdPerHour / offer.acceleratorCount;
    perGpu.set(offer.accelerator, Math.min(price, perGpu.get(offer.accelerator) ?? price));
  }
  return ({ accelerator, tensorParallel }) => {
    const price = perGpu.get(accelerator.id);
    return price === undefined ? undefined : price * tensorParallel;
  };
}

/**
 * Orders every pair of different deployments of a model under the same load by dollars per token.
 *
 * @param margin - measured costs closer than this share of the dearer one are a tie and no pair
 */
export function ranking(
  measurements: readonly Measurement[],
  price: HourlyPrice,
  predict: Predict,
  margin: number,
): Ranking {
  let pairs = 0;
  let right = 0;
  for (const [, rows] of groupBy(measurements, loadOf)) {
    const deployments = groupBy(rows, deploymentOf).flatMap(([, runs]) => runs.slice(0, 1));
    const costs = deployments.flatMap((run) => {
      const usdPerHour = price(run);
      return usdPerHour === undefined
        ? []
        : [{ measured: usdPerHour * run.value, predicted: usdPerHour * predict(run) }];
    });
    costs.forEach((a, index) => {
      for (const b of costs.slice(index + 1)) {
        if (Math.abs(a.measured - b.measured) <= margin * Math.max(a.measured, b.measured)) continue;
        pairs++;
        if (a.measured < b.measured === a.predicted < b.predicted) right++;
      }
    });
  }
  return { pairs, right };
}

function loadOf({ model, concurrency, inputTokens, outputTokens, workload }: Measurement): string {
  // The suite's answers differ by a few tokens from run to run; its workload name says which belong together.
  const load = workload ?? `${inputTokens} ${outputTokens}`;
  return `${model.id.replace(/-FP[48]$/, '')} ${concurrency} ${load}`;
}

function deploymentOf({ accelerator, tensorParallel, dtype }: Measurement): string {
  return `${accelerator.id} ${tensorParallel} ${dtype}`;
}
