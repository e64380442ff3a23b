import type { Dtype, ModelArchitecture } from '../../catalog';
import { otherLayers, wholeContextLayers } from './attention-layers';
import type { ServedBy } from './model-copy';
import { moeLayers } from './parameters';

/** Block of int4 where the row of a model names none: the usual group of GPTQ and AWQ. */
const usualGroup = 128;
/** Blocks of experts that an engine does not refine: the checkpoint's own. */
const unrefined = 128;

/**
 * Why the parts of a split do not hold whole quantisation blocks, or undefined where they do. One scale belongs to a block,
 * and a GPU cannot hold a part of one.
 *
 * Sources: `validate_fp8_block_shape` and `Fp8MoEMethod.create_weights` of vLLM 0.27.1, `refine_fp8_moe_block_shape` of
 * 0.31.0 and 0.33.0, `check_moe_marlin_supports_config` for int4, as of 2026-11.
 */
export function blockProblem(
  model: ModelArchitecture,
  dtype: Dtype,
  degree: number,
  servedBy?: ServedBy,
): string | undefined {
  const block = blockOf(model, dtype);
  if (block === undefined) return undefined;
  const { moe } = model;
  if (moe !== undefined && servedBy?.expertParallel !== true) {
    const part = dtype === 'fp8' ? Math.min(block, servedBy?.fp8ExpertBlock ?? unrefined) : block;
    if (cuts(moe.intermediate, degree, part)) {
      const finer = part === block ? '' : `, nor of ${part}, the smallest part the engine splits a block into`;
      return `${cutText('the experts are', moe.intermediate, degree, block)} in ${dtype}${finer}`;
    }
  }
  // In int4 a model with experts keeps everything else in bf16.
  if (moe !== undefined && dtype === 'int4') return undefined;
  const cut = cutMatrix(model, degree, block);
  return cut === undefined ? undefined : `${cut} in ${dtype}`;
}

/** Weights that share a scale in a format; undefined where a part may have any width. */
function blockOf(model: ModelArchitecture, dtype: Dtype): number | undefined {
  if (dtype === 'fp8') return model.fp8Block;
  return dtype === 'int4' ? (model.int4Group ?? usualGroup) : undefined;
}

/** The first matrix beside the experts of which a GPU would get a part of a block. */
function cutMatrix(model: ModelArchitecture, degree: number, block: number): string | undefined {
  const shared = model.moe?.sharedIntermediate;
  if (cuts(shared, degree, block)) return cutText('the shared expert is', shared, degree, block);
  const dense = moeLayers(model) < model.layers ? model.intermediate : undefined;
  if (cuts(dense, degree, block)) return cutText('the feed-forward block is', dense, degree, block);
  const attention = attentionWidth(model);
  if (cuts(attention, degree, block)) return cutText('the output of attention is', attention, degree, block);
  const linear = linearWidth(model);
  return cuts(linear, degree, block) ? cutText('the output of linear attention is', linear, degree, block) : undefined;
}

function cuts(width: number | undefined, degree: number, multiple: number): width is number {
  return width !== undefined && (width / degree) % multiple !== 0;
}

function cutText(noun: string, width: number, degree: number, block: number): string {
  const part = Number((width / degree).toFixed(2));
  return `${noun} ${width} wide: ${width} / ${degree} = ${part}, and that is no multiple of the ${block} that share a scale`;
}

/** The narrower of the outputs of both kinds of layers. */
function attentionWidth(model: ModelArchitecture): number | undefined {
  if (model.attention === 'MLA') return undefined;
  return model.heads * Math.min(wholeContextLayers(model).valueDim, otherLayers(model).valueDim);
}

function linearWidth({ linearAttention }: ModelArchitecture): number | undefined {
  return linearAttention === undefined ? undefined : linearAttention.valueHeads * linearAttention.headDim;
}
