import type { ModelArchitecture } from '../../catalog/types';

/**
 * Parameters from the sizes in a model's configuration, without norms, biases and position embeddings: within 0.7 percent
 * of the published count of a text model.
 *
 * @returns undefined where the row does not describe every matrix: multi-head latent attention, linear attention, an
 * unknown feed-forward size
 */
export function countedParameters(model: ModelArchitecture): number | undefined {
  const { layers, hidden, heads, kvHeads, headDim, intermediate, vocab, moe } = model;
  const linear = model.fullAttentionLayers < layers && model.slidingWindow === undefined;
  if (model.attention === 'MLA' || linear || intermediate === undefined) return undefined;
  const encoder = model.encoderOnly === true;
  const attention = hidden * headDim * (2 * heads + 2 * kvHeads);
  // With a gate a decoder has three matrices, an encoder has two.
  const dense = (encoder ? 2 : 3) * hidden * intermediate;
  const moeLayers = moe === undefined ? 0 : (moe.layers ?? layers);
  const experts = moe === undefined ? 0 : moe.experts * 3 * hidden * moe.intermediate;
  const embeddings = vocab * hidden * (model.tiedEmbeddings || encoder ? 1 : 2);
  return layers * attention + (layers - moeLayers) * dense + moeLayers * experts + embeddings;
}
