import type { ModelArchitecture } from '../../catalog/types';
import { otherLayers, wholeContextLayers } from '../performance/attention-layers';

/**
 * Parameters from the sizes in a model's configuration, without norms, biases and position embeddings: within 0.7 percent
 * of the published count of a text model.
 *
 * @returns undefined where the row does not describe every matrix: multi-head latent attention, linear attention, an
 * unknown feed-forward size
 */
export function countedParameters(model: ModelArchitecture): number | undefined {
  const { layers, hidden, heads, intermediate, vocab, moe } = model;
  const linear = model.fullAttentionLayers < layers && model.slidingWindow === undefined;
  if (model.attention === 'MLA' || linear || intermediate === undefined) return undefined;
  const encoder = model.encoderOnly === true;
  const attention = [wholeContextLayers(model), otherLayers(model)].reduce(
    (sum, kind) => sum + kind.layers * hidden * (heads + kind.kvHeads) * (kind.headDim + kind.valueDim),
    0,
  );
  // With a gate a decoder has three matrices, an encoder has two.
  const dense = (encoder ? 2 : 3) * hidden * intermediate;
  const moeLayers = moe === undefined ? 0 : (moe.layers ?? layers);
  const experts = moe === undefined ? 0 : moe.experts * 3 * hidden * moe.intermediate;
  const embeddings = vocab * hidden * (model.tiedEmbeddings || encoder ? 1 : 2);
  const vision = (model.visionParams ?? 0) * 1e9;
  return vision + attention + (layers - moeLayers) * dense + moeLayers * experts + embeddings;
}
