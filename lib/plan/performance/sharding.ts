import type { Dtype, ModelArchitecture } from '../../catalog';
import { otherLayers, wholeContextLayers } from './attention-layers';
import type { ServedBy } from './model-copy';
import { moeLayers } from './parameters';

/** A matrix that tensor parallelism cuts, and the blocks that a GPU's part must be whole of. */
interface CutWidth {
  /** For example `the experts are 768 wide`. */
  readonly name: string;
  readonly width: number;
  /** Elements that share a scale. */
  readonly block: number;
  /** Elements of which a part must be a multiple, and why it is not `block`. */
  readonly multiple: number;
}

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
  const cut = cutWidths(model, dtype, servedBy).find(({ width, multiple }) => (width / degree) % multiple !== 0);
  if (cut === undefined) return undefined;
  const part = Number((cut.width / degree).toFixed(2));
  return (
    `${cut.name}: ${cut.width} / ${degree} = ${part}, and that is no multiple of the ${cut.block} that share a scale in ${dtype}` +
    (cut.multiple === cut.block ? '' : `, nor of ${cut.multiple}, the smallest part the engine splits a block into`)
  );
}

function cutWidths(model: ModelArchitecture, dtype: Dtype, servedBy: ServedBy | undefined): readonly CutWidth[] {
  const block = dtype === 'fp8' ? model.fp8Block : dtype === 'int4' ? (model.int4Group ?? usualGroup) : undefined;
  if (block === undefined) return [];
  const refined = dtype === 'fp8' ? Math.min(block, servedBy?.fp8ExpertBlock ?? unrefined) : block;
  const experts: CutWidth = {
    name: `the experts are ${model.moe?.intermediate} wide`,
    width: model.moe?.intermediate ?? 0,
    block,
    multiple: refined,
  };
  const others = [
    { name: 'the shared expert', width: model.moe?.sharedIntermediate },
    { name: 'the feed-forward block', width: moeLayers(model) < model.layers ? model.intermediate : undefined },
    { name: 'the output of attention', width: attentionWidth(model) },
    { name: 'the output of linear attention', width: linearWidth(model) },
  ].flatMap(({ name, width }): readonly CutWidth[] =>
    width === undefined || width === 0 ? [] : [{ name: `${name} is ${width} wide`, width, block, multiple: block }],
  );
  // In int4 a model with experts keeps everything else in bf16.
  const fixed = dtype === 'int4' && model.moe !== undefined ? [] : others;
  const whole = model.moe === undefined || servedBy?.expertParallel === true;
  return whole ? fixed : [experts, ...fixed];
}

/** The narrower of the outputs of both kinds of layers. */
function attentionWidth(model: ModelArchitecture): number | undefined {
  if (model.attention === 'MLA') return undefined;
  return model.heads * Math.min(wholeContextLayers(model).valueDim, otherLayers(model).valueDim);
}

function linearWidth({ linearAttention }: ModelArchitecture): number | undefined {
  return linearAttention === undefined ? undefined : linearAttention.valueHeads * linearAttention.headDim;
}
