import type { Dtype, ModelArchitecture } from '../../catalog';

/** Number of parameters of a model, by how a decode step reads them. Not in billions. */
export interface ParameterSplit {
  /** Routed experts; zero for a dense model. */
  readonly expert: number;
  /** Read on every step: attention, dense blocks, shared experts, norms and the output head. */
  readonly fixed: number;
  /** Input embedding as a separate matrix, and a vision tower: in memory, and not read completely for a token of text. */
  readonly lookup: number;
  /** Parameters that multiply one token. */
  readonly activePerToken: number;
}

/** Splits a model's published total by the sizes in its configuration. */
export function splitParameters(model: ModelArchitecture): ParameterSplit {
  const { moe } = model;
  const expert = moe === undefined ? 0 : moeLayers(model) * moe.experts * 3 * model.hidden * moe.intermediate;
  const embedding = model.tiedEmbeddings ? 0 : model.vocab * model.hidden;
  const lookup = embedding + (model.visionParams ?? 0) * 1e9;
  const fixed = model.totalParams * 1e9 - expert - lookup;
  const routed = moe === undefined ? 0 : (expert * moe.topK) / moe.experts;
  return { expert, fixed, lookup, activePerToken: fixed + routed };
}

/** Layers with routed experts. */
export function moeLayers(model: ModelArchitecture): number {
  return model.moe === undefined ? 0 : (model.moe.layers ?? model.layers);
}

/** Bytes of one parameter, by part of the model. See `ParameterSplit`. */
export interface BytesPerParameter {
  readonly fixed: number;
  readonly expert: number;
  readonly lookup: number;
}

/**
 * Bytes per parameter of a number format, with its scales. Some formats quantise only part of a model: MXFP4 and INT4 with
 * experts keep everything but the experts in bf16, and no format quantises the embedding.
 *
 * Source: published checkpoint sizes (gpt-oss 12.8 and 60.8 GiB), the OCP MX and NVFP4 block sizes, GPTQ at group 128.
 */
export function bytesPerParameter(dtype: Dtype, model: ModelArchitecture): BytesPerParameter {
  switch (dtype) {
    case 'bf16':
    case 'fp16':
      return { fixed: 2, expert: 2, lookup: 2 };
    case 'fp8':
    case 'int8':
      return { fixed: 1, expert: 1, lookup: 2 };
    case 'mxfp4':
      return { fixed: 2, expert: 0.53, lookup: 2 };
    case 'nvfp4':
      return { fixed: model.fixedDtype === 'bf16' ? 2 : 0.5625, expert: 0.5625, lookup: 2 };
    case 'int4':
      return model.moe === undefined ? { fixed: 0.55, expert: 0.55, lookup: 2 } : { fixed: 2, expert: 0.55, lookup: 2 };
  }
}

/** The number format in which the weights are published. */
export function publishedDtype(model: ModelArchitecture): Dtype {
  return model.publishedDtype ?? 'bf16';
}
