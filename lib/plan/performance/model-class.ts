import type { Accelerator, Dtype, ModelArchitecture } from '../../catalog';
import { capability } from './dtype-support';

/** Properties that decide which kernels a model runs on, so that measurements of one model apply to another. */
export interface ModelClass {
  /** Whether it has routed experts. */
  readonly experts: boolean;
  /** 16-bit formats run on the same kernels. */
  readonly format: '16-bit' | Exclude<Dtype, 'bf16' | 'fp16'>;
  /** Latent attention (MLA) and linear attention have separate kernels; windows do not. */
  readonly attention: 'softmax' | 'latent' | 'linear';
}

/** The class of a model served in a number format. */
export function modelClass(model: ModelArchitecture, dtype: Dtype): ModelClass {
  const linear = model.fullAttentionLayers < model.layers && model.slidingWindow === undefined;
  return {
    experts: model.moe !== undefined,
    format: dtype === 'bf16' || dtype === 'fp16' ? '16-bit' : dtype,
    attention: model.attention === 'MLA' ? 'latent' : linear ? 'linear' : 'softmax',
  };
}

/** Devices with the same generation share kernels. Workstation Blackwell (compute capability 12) lacks those of the data-centre parts (10). */
export function generationOf(accelerator: Accelerator): string {
  if (!accelerator.architecture.startsWith('blackwell')) return accelerator.architecture;
  return capability(accelerator) >= 12 ? 'blackwell-rtx' : 'blackwell';
}
