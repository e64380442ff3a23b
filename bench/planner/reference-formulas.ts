import type { Accelerator, ModelArchitecture } from '../../lib/catalog';
import { peakTflops } from '../../lib/plan/performance/dtype-support';
import { sequenceBytes, sequenceCache } from '../../lib/plan/performance/kv-cache';
import { bytesPerParameter, moeLayers, splitParameters } from '../../lib/plan/performance/parameters';
import type { Measurement } from './measurements';

/*
 * The usual way to do it, as a yardstick: a roofline with one efficiency per resource, a fixed cost per layer and a table
 * of constants per class of expert kernels. Constants were fitted on the whole benchmark table, so this column is always
 * in-sample.
 */
const efficiency = { bandwidth: 0.82, cache: 0.86, flops: 0.6, prefill: 0.67, link: 0.7 } as const;
const latency = { nvlink: 8.5e-6, pcie: 31e-6, step: 1e-3, layer: 33e-6, sequence: 22e-6 } as const;

interface ExpertClass {
  readonly rate: number;
  readonly layer: number;
  readonly sequence: number;
}

const unfitted: ExpertClass = { rate: 0.7, layer: 40e-6, sequence: 22e-6 };
const classes: Readonly<Record<string, ExpertClass>> = {
  'fp8 hopper': { rate: 0.55, layer: 83e-6, sequence: 21e-6 },
  'mxfp4 hopper': { rate: 0.87, layer: 6e-6, sequence: 22e-6 },
  'mxfp4 blackwell': { rate: 1, layer: 0, sequence: 9e-6 },
  'mxfp4 ada': { rate: 0.46, layer: 78e-6, sequence: 23e-6 },
  'mxfp4 ampere': { rate: 0.19, layer: 86e-6, sequence: 22e-6 },
  'fp8 blackwell': { rate: 1, layer: 0, sequence: 16e-6 },
};

/** Milliseconds the yardstick predicts for a measurement. */
export function referencePrediction(measurement: Measurement): number {
  const { model, concurrency, inputTokens, outputTokens } = measurement;
  const step = costs(measurement);
  const moe = model.moe !== undefined;
  if (measurement.metric === 'ttft') {
    const own = step.prompt(inputTokens, moe ? 0.11 : 0.44) + model.layers * (moe ? 0.6e-3 : 0.45e-3);
    const crowd = moe ? 0.01 * Math.log2(concurrency) ** 3 : 0.02 * Math.log2(concurrency) ** 2.7;
    return own * (1 + (concurrency > 1 ? crowd : 0)) * 1000;
  }
  const interference = ((concurrency - 1) * step.prompt(inputTokens, efficiency.prefill)) / outputTokens;
  const perToken = step.decode(concurrency, inputTokens + outputTokens / 2) + interference;
  const first = measurement.wholeRequest ? step.prompt(inputTokens, efficiency.prefill) / outputTokens : 0;
  return (perToken + first) * 1000;
}

function costs({ model, accelerator, dtype, tensorParallel: group }: Measurement) {
  const split = splitParameters(model);
  const bytes = bytesPerParameter(dtype, model);
  const kind = classes[`${dtype} ${generation(accelerator)}`] ?? unfitted;
  const missed = model.moe === undefined ? 0 : 1 - model.moe.topK / model.moe.experts;
  const bandwidth = group * accelerator.memoryBandwidthGBs * 1e9;
  const flops = group * peakTflops(accelerator, dtype) * 1e12;
  const cache = sequenceCache(model, 1, 2);
  const launches = latency.step + model.layers * latency.layer;
  const weights = (tokens: number): number =>
    (split.fixed * bytes.fixed + (split.expert * (1 - missed ** tokens) * bytes.expert) / kind.rate) /
    (bandwidth * efficiency.bandwidth);
  const reduce = reduction(model, accelerator, group);
  return {
    decode: (concurrency: number, context: number): number =>
      Math.max(weights(concurrency), (concurrency * 2 * split.activePerToken) / (flops * efficiency.flops)) +
      (concurrency * sequenceBytes(cache, context)) / (bandwidth * efficiency.cache) +
      reduce(concurrency) +
      launches +
      (model.moe === undefined ? 0 : moeLayers(model) * kind.layer) +
      concurrency * (model.moe === undefined ? latency.sequence : kind.sequence),
    prompt: (tokens: number, rate: number): number => {
      const attention = 4 * model.fullAttentionLayers * model.heads * (model.attention === 'MLA' ? 128 : model.headDim);
      const multiply = (tokens * (2 * split.activePerToken + (attention * tokens) / 2)) / (flops * rate);
      return Math.max(multiply, weights(tokens)) + reduce(tokens) + launches;
    },
  };
}

function reduction(model: ModelArchitecture, accelerator: Accelerator, group: number): (tokens: number) => number {
  if (group === 1) return () => 0;
  const link = accelerator.link.unidirectionalGBs ?? 32;
  const start = link >= 100 ? latency.nvlink : latency.pcie;
  const perToken = (((2 * (group - 1)) / group) * model.hidden * 2) / (efficiency.link * link * 1e9);
  return (tokens) => 2 * model.layers * (start + tokens * perToken);
}

function generation({ architecture }: Accelerator): string {
  return architecture.startsWith('blackwell') ? 'blackwell' : architecture;
}
