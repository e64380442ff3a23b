import type { Accelerator, Dtype, EngineName, ModelArchitecture } from '../../catalog';
import { publishedDtype } from './parameters';

/** Every number format that the kit can size. */
export const dtypes = ['bf16', 'fp16', 'fp8', 'mxfp4', 'nvfp4', 'int4', 'int8'] as const satisfies readonly Dtype[];

/** Number formats to which weights can be quantised without training, largest first. */
export const quantisedDtypes = ['fp8', 'int8', 'nvfp4', 'int4'] as const satisfies readonly Dtype[];

/** Why a device cannot serve a format, or undefined when it can. */
export function dtypeProblem(accelerator: Accelerator, dtype: Dtype, engine?: EngineName): string | undefined {
  const { denseTflops: peak, id } = accelerator;
  switch (dtype) {
    case 'bf16':
      return peak.bf16 === undefined && lacksBf16(accelerator) ? `${id} has no bf16 arithmetic; use fp16` : undefined;
    case 'fp16':
      return undefined;
    case 'fp8':
      return peak.fp8 === undefined && !isBlackwell(accelerator) && !widensFp8(accelerator, engine)
        ? `${id} has no fp8 kernel; use bf16 or fp16`
        : undefined;
    case 'nvfp4':
      return peak.fp4 === undefined && !isBlackwell(accelerator)
        ? `${id} has no fp4 arithmetic; use fp8 or bf16`
        : undefined;
    case 'mxfp4':
      return capability(accelerator) < 8 ? `${id} has no mxfp4 kernel: it needs compute capability 8.0` : undefined;
    case 'int8':
      return capability(accelerator) < 7.5 ? `${id} has no int8 kernel; use fp16` : undefined;
    case 'int4':
      return capability(accelerator) < 7.5 ? `${id} has no int4 kernel; use fp16` : undefined;
  }
}

/**
 * Whether a device reads weights in fp8 and multiplies them in 16 bits: it has no fp8 arithmetic, and the engine has kernels
 * that widen them. Weights and their traffic are those of fp8, arithmetic is that of bf16.
 *
 * Source: `is_fp8_marlin_supported` and `MarlinExperts` of vLLM 0.27.1 and 0.33.0, github.com/vllm-project/vllm/pull/5975,
 * as of 2026-11; `Fp8Config.get_min_capability` of SGLang 0.5.21, which has them from 8.0 on.
 *
 * @param engine - vLLM unless it is another
 */
export function widensFp8(accelerator: Accelerator, engine: EngineName = 'vllm'): boolean {
  const { vendor, denseTflops } = accelerator;
  return (
    vendor === 'nvidia' &&
    denseTflops.fp8 === undefined &&
    !isBlackwell(accelerator) &&
    capability(accelerator) >= (engine === 'sglang' ? 8 : 7.5)
  );
}

/** The model's published format, or the nearest one the device has: a device without bf16 gets fp16. */
export function defaultDtype(model: ModelArchitecture, accelerator: Accelerator): Dtype {
  const published = publishedDtype(model);
  return published === 'bf16' && dtypeProblem(accelerator, 'bf16') !== undefined ? 'fp16' : published;
}

/** Compute capability as a number; zero for a device that has none. */
export function capability(accelerator: Accelerator): number {
  const value = Number(accelerator.computeCapability);
  return Number.isNaN(value) ? 0 : value;
}

/** Peak arithmetic of a format on a device in TFLOPS, or of the format to which its weights are widened. */
export function peakTflops(accelerator: Accelerator, dtype: Dtype): number {
  const { denseTflops: peak } = accelerator;
  const wide = peak.bf16 ?? peak.fp16 ?? assumedTflops(accelerator);
  switch (dtype) {
    case 'fp8':
      return peak.fp8 ?? wide;
    case 'nvfp4':
      return peak.fp4 ?? peak.fp8 ?? wide;
    case 'mxfp4':
      return peak.fp4 === undefined ? wide : (peak.fp8 ?? wide);
    case 'bf16':
    case 'fp16':
    case 'int8':
    case 'int4':
      return wide;
  }
}

/** Volta and Turing multiply in fp16 only. */
function lacksBf16(accelerator: Accelerator): boolean {
  return accelerator.vendor === 'nvidia' && capability(accelerator) < 8;
}

function isBlackwell(accelerator: Accelerator): boolean {
  return accelerator.architecture.startsWith('blackwell');
}

/**
 * TFLOPS of a device whose vendor publishes a bandwidth and no arithmetic: by the ratio of the RTX PRO 6000, which has 468
 * TFLOPS at 1,597 GB/s.
 */
function assumedTflops(accelerator: Accelerator): number {
  return accelerator.memoryBandwidthGBs * 0.29;
}
