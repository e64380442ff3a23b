import type { InstanceOffer } from '../../lib/catalog';
import { decide } from '../../lib/plan/decision';
import type { SizedEndpoint } from '../../lib/plan/endpoint/size';
import type { Size } from '../../lib/plan/sizing';
import { catalog, offer } from './catalog';
import { price } from './price';

/** A size of two H100 instances that hold 60 GiB of weights, with overrides. */
export function size(overrides: Partial<Size> = {}): Size {
  return {
    instanceType: 'ml.p5.4xlarge',
    accelerator: 'H100',
    acceleratorCount: 1,
    tensorParallel: 1,
    replicas: 2,
    dtype: 'bf16',
    maxModelLen: 5120,
    maxNumSeqs: 8,
    maxNumBatchedTokens: 8192,
    gpuMemoryUtilization: 0.9,
    weightsGiB: 60,
    usdPerHour: 20,
    usdPerMonth: 14_600,
    price: price(),
    figures: {
      timeToFirstTokenMs: 500,
      timePerOutputTokenMs: 20,
      tokensPerSecond: 400,
      errorPercent: 10,
      firstTokenErrorPercent: 30,
    },
    ...overrides,
  };
}

interface SizedOverrides {
  readonly size?: Partial<Size>;
  readonly offer?: Partial<InstanceOffer>;
  readonly replicas?: number;
  readonly peakReplicas?: number;
  readonly concurrencyPerCopy?: number;
  readonly peakConcurrency?: number;
}

/** A sized endpoint of the fixture: two copies run, and each serves ten requests in flight. */
export function sizedEndpoint(overrides: SizedOverrides = {}): SizedEndpoint {
  const [architecture] = catalog.models;
  const [engine] = catalog.engines;
  const [accelerator] = catalog.accelerators;
  if (architecture === undefined || engine === undefined || accelerator === undefined) {
    throw new Error('the fixture catalogue is empty');
  }
  const chosen = size(overrides.size);
  const { replicas = chosen.replicas, peakReplicas = replicas, concurrencyPerCopy = 10 } = overrides;
  const traffic = { peakConcurrency: overrides.peakConcurrency ?? 8, inputTokens: 1000, outputTokens: 200 };
  return {
    architecture,
    engine,
    size: decide(chosen, 'size.fixture', 'the size of the fixture'),
    offer: offer(overrides.offer),
    replicas: decide(replicas, 'replicas.fixture', 'the copies of the fixture'),
    peakReplicas,
    concurrencyPerCopy,
    copy: {
      model: architecture,
      accelerator,
      acceleratorShare: 1,
      tensorParallel: chosen.tensorParallel,
      dtype: chosen.dtype,
    },
    sizeRequest: {
      path: 'endpoints.chat',
      model: architecture,
      accelerators: catalog.accelerators,
      minReplicas: 2,
      traffic: { ...traffic, maxTokens: 5120 },
    },
  };
}
