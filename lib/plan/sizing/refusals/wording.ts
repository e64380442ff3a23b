import type { Accelerator, Dtype, ModelArchitecture } from '../../../catalog';
import type { Issue } from '../../../platform';
import { dtypeProblem, dtypes } from '../../performance/dtype-support';
import type { SplitModel } from '../../performance/tensor-parallel';
import { tensorParallelOptions, tensorParallelProblem } from '../../performance/tensor-parallel';

/*
 * Issues that a plan and an estimate both report. Each has one wording; path, value and fix are the caller's.
 */

/** The parts of an issue that do not depend on who reports it. */
type Wording = Pick<Issue, 'code' | 'message' | 'expected'>;

/**
 * No device is supported.
 *
 * @param reasons - why each device is not, by id
 */
export function deviceUnsupported(reasons: ReadonlyMap<string, string>): Wording {
  const texts = [...reasons].sort().map(([device, reason]) => `${device} is not supported: ${reason}`);
  return {
    code: 'DeviceUnsupported',
    message: texts.join('; '),
    expected: 'an instance with GPUs of compute capability 7.5 or later',
  };
}

/**
 * No device serves the number format.
 *
 * @param problems - why each kind of device does not
 * @param usable - formats that a device serves
 */
export function dtypeUnsupported(dtype: string, problems: readonly string[], usable: readonly Dtype[]): Wording {
  return {
    code: 'DtypeUnsupported',
    message: `weights in ${dtype} cannot be served: ${problems.join('; ')}`,
    expected: `a device that serves ${dtype}${usable.length === 0 ? '' : `, or weights in ${usable.join(', ')}`}`,
  };
}

/** Number formats that a device serves. */
export function dtypesOn(accelerator: Accelerator): readonly Dtype[] {
  return dtypes.filter((dtype) => dtypeProblem(accelerator, dtype) === undefined);
}

/** The model cannot be split over that many GPUs of an instance type. */
export function splitIllegal(
  split: SplitModel,
  tensorParallel: number,
  instance: { readonly type: string; readonly gpus: number },
): Wording {
  const problem = tensorParallelProblem(split, tensorParallel, instance.gpus) ?? 'no split is legal';
  return {
    code: 'TensorParallelIllegal',
    message: `${split.model.id} cannot be split over ${tensorParallel} GPUs: ${problem}`,
    expected: `${tensorParallelOptions(split, instance.gpus).join(', ')} (${instance.type} has ${instance.gpus})`,
  };
}

/**
 * A request is longer than the model's context.
 *
 * @param tokens - prompt and answer together
 */
export function contextTooLong({ id, maxContext, source, asOf }: ModelArchitecture, tokens: number) {
  return {
    code: 'ContextTooLong',
    message: `${id} was trained on ${maxContext} tokens (${source}, ${asOf})`,
    got: tokens,
    expected: `at most ${maxContext} tokens, prompt and answer together`,
    fix: `use at most ${maxContext} tokens or a model with a longer context`,
  } as const satisfies Omit<Issue, 'path'>;
}
