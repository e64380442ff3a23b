import type { AttentionLayers } from './attention-layers';
import { otherLayers, wholeContextLayers } from './attention-layers';
import type { AdapterSlots, ModelCopy } from './model-copy';

/** Ranks for which vLLM has kernels. Source: vllm-project/vllm, `--max-lora-rank`, 2026-11. */
export const adapterRanks = [8, 16, 32, 64, 128, 256, 320, 512] as const;

const bytesPerElement = 2;

/**
 * Bytes of the adapters on one GPU of a copy. A slot holds two thin matrices for each projection: the first, of the rank
 * times the inputs, is complete on every GPU; the second, of the outputs times the rank, is split. Each expert has an
 * adapter, as the engine reserves them.
 */
export function adapterBytes({ model, tensorParallel }: ModelCopy, { count, rank }: AdapterSlots): number {
  const { hidden, heads, layers, moe } = model;
  const kinds = [wholeContextLayers(model), otherLayers(model)];
  const over = (size: (kind: AttentionLayers) => number): number =>
    kinds.reduce((sum, kind) => sum + kind.layers * size(kind), 0);
  const attention = {
    inputs: over(({ valueDim }) => 3 * hidden + heads * valueDim),
    outputs: over(({ kvHeads, headDim, valueDim }) => heads * headDim + kvHeads * (headDim + valueDim) + hidden),
  };
  const block = (inner: number) => ({ inputs: 2 * hidden + inner, outputs: 2 * inner + hidden });
  const expertLayers = moe === undefined ? 0 : (moe.layers ?? layers);
  const dense = block(model.intermediate ?? 0);
  const expert = block(moe?.intermediate ?? 0);
  const sum = (side: 'inputs' | 'outputs'): number =>
    attention[side] + (layers - expertLayers) * dense[side] + expertLayers * (moe?.experts ?? 0) * expert[side];
  return count * rank * bytesPerElement * (sum('inputs') + sum('outputs') / tensorParallel);
}
