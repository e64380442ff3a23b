import { constants } from './constants';
import type { CopyLoad, ModelCopy } from './deployment';
import { peakTflops } from './dtype-support';
import { sequenceBytes, sequenceCache } from './kv-cache';
import { bytesPerParameter, splitParameters } from './parameters';

/** How fast a copy serves a load. */
export interface Performance {
  readonly timeToFirstTokenMs: number;
  readonly timePerOutputTokenMs: number;
  /** Output tokens of all requests together. */
  readonly tokensPerSecond: number;
  readonly requestsPerSecond: number;
}

/** Predicts a copy under steady loads. */
export function predictorOf(copy: ModelCopy): (load: CopyLoad) => Performance {
  return (load) => predict(copy, load);
}

function predict(copy: ModelCopy, load: CopyLoad): Performance {
  const { model, accelerator, tensorParallel: t } = copy;
  const { concurrency, inputTokens, outputTokens } = load;
  const bandwidth = t * accelerator.memoryBandwidthGBs * 1e9 * copy.acceleratorShare;
  const flops = t * peakTflops(accelerator, copy.dtype) * 1e12 * copy.acceleratorShare;
  const link = (accelerator.link.unidirectionalGBs ?? 32) * 1e9;
  const alpha = link < 100e9 ? constants.allReducePcie : constants.allReduceNvlink;
  const split = splitParameters(model);
  const bytes = bytesPerParameter(copy.dtype, model);
  const communicate = (tokens: number): number =>
    t === 1
      ? 0
      : 2 *
        model.layers *
        (alpha + (((2 * (t - 1)) / t) * tokens * model.hidden * 2) / (constants.linkBandwidth * link));
  const hit = (tokens: number): number =>
    model.moe === undefined ? 1 : 1 - (1 - model.moe.topK / model.moe.experts) ** tokens;
  const weights = (tokens: number): number =>
    (split.fixed * bytes.fixed + split.expert * hit(tokens) * bytes.expert) / (bandwidth * constants.bandwidth);
  const cache = sequenceBytes(sequenceCache(model, t), inputTokens + outputTokens / 2);
  const decode =
    Math.max(weights(concurrency), (concurrency * 2 * split.activePerToken) / (flops * constants.decodeFlops)) +
    (concurrency * cache) / (accelerator.memoryBandwidthGBs * 1e9 * copy.acceleratorShare * constants.cacheBandwidth) +
    communicate(concurrency) +
    constants.step +
    model.layers * constants.layer +
    concurrency * constants.sequence;
  const attention = 4 * model.fullAttentionLayers * model.heads * (model.attention === 'MLA' ? 128 : model.headDim);
  const prefill = (tokens: number, efficiency: number): number =>
    Math.max((tokens * (2 * split.activePerToken + (attention * tokens) / 2)) / (flops * efficiency), weights(tokens)) +
    communicate(tokens) +
    constants.step +
    model.layers * constants.layer;
  const perToken = decode + ((concurrency - 1) * prefill(inputTokens, constants.prefillFlops)) / outputTokens;
  const first =
    (prefill(inputTokens, model.moe === undefined ? 0.44 : 0.11) + model.layers * 0.5e-3) *
    (1 + 0.02 * Math.log2(concurrency) ** 2.7);
  return {
    timeToFirstTokenMs: first * 1000,
    timePerOutputTokenMs: perToken * 1000,
    tokensPerSecond: concurrency / perToken,
    requestsPerSecond: concurrency / perToken / outputTokens,
  };
}
