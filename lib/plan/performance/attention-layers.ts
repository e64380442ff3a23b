import type { ModelArchitecture } from '../../catalog';

/** Layers with the same attention heads. */
export interface AttentionLayers {
  readonly layers: number;
  readonly kvHeads: number;
  readonly headDim: number;
  /** Length of a value vector. */
  readonly valueDim: number;
}

/** Layers that attend to the whole context; their heads are the row's own. */
export function wholeContextLayers(model: ModelArchitecture): AttentionLayers {
  const { fullAttentionLayers, kvHeads, headDim, valueDim = headDim } = model;
  return { layers: fullAttentionLayers, kvHeads, headDim, valueDim };
}

/** The other layers, with a window or linear attention. */
export function otherLayers(model: ModelArchitecture): AttentionLayers {
  const { layers, fullAttentionLayers, windowHeads } = model;
  const { kvHeads, headDim } = windowHeads ?? model;
  const valueDim = model.valueDim ?? headDim;
  return { layers: layers - fullAttentionLayers, kvHeads, headDim, valueDim };
}
