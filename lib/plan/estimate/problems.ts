import type { Accelerator, Dtype, InstanceOffer, ModelArchitecture } from '../../catalog';
import type { MessageCode } from '../../messages';
import type { Issue } from '../../platform';
import { listed, nearest } from '../../platform';
import { notTextGeneration } from '../facts/model-kind';
import { unknownInCatalog } from '../facts/unknown-in-catalog';
import { adapterRanks } from '../performance/adapters';
import { dtypeProblem, dtypes } from '../performance/dtype-support';
import { memoryLedger } from '../performance/memory';
import type { CopyLoad, ServedBy } from '../performance/model-copy';
import { engineSettings } from '../performance/model-copy';
import type { SplitModel } from '../performance/tensor-parallel';
import { gpusOf, tensorParallelOptions, tensorParallelProblem } from '../performance/tensor-parallel';
import { deviceProblem } from '../sizing/copy-concurrency';
import {
  contextTooLong,
  deviceUnsupported,
  dtypesOn,
  dtypeUnsupported,
  splitIllegal,
} from '../sizing/refusals/wording';
import type { EstimateRequest } from './request';

/*
 * Problems of an estimate request. Paths are fields of the request.
 */

/** Rank of adapters when the request names none. */
export const defaultRank = 16;

/** Rows of the catalogue that a request names; absent when the catalogue has none. */
interface NamedRows {
  readonly model: ModelArchitecture | undefined;
  readonly offer: InstanceOffer | undefined;
  readonly accelerator: Accelerator | undefined;
}

/** Regions that offer a type, sorted. */
function regionsOf(types: readonly InstanceOffer[]): readonly string[] {
  return [...new Set(types.map((row) => row.region))].toSorted();
}

/** The model generates no text. */
export function modelIssues(model: ModelArchitecture): readonly Issue[] {
  return model.kind === 'text-generation' ? [] : [{ ...notTextGeneration(model), path: 'model', got: model.id }];
}

/** The region does not offer the type. */
export function regionIssue({ instance, region }: EstimateRequest, types: readonly InstanceOffer[]): Issue {
  const offered = regionsOf(types);
  const meant = region === undefined ? undefined : nearest(region, offered);
  return {
    code: 'RegionWithoutInstance',
    path: 'region',
    message: `the catalogue has no price of ${instance} in this region`,
    got: region,
    expected: offered.length === 0 ? 'an instance that a region offers' : listed(offered),
    fix:
      meant === undefined
        ? `use ${offered[0] ?? 'another instance'}, or leave the region out`
        : `did you mean '${meant}'?`,
  };
}

/** No performance model exists for the device. A GPU without a serving image can still be estimated. */
export function deviceIssues(accelerator: Accelerator, instance: string): readonly Issue[] {
  const problem = deviceProblem(accelerator);
  if (problem === undefined || accelerator.vendor === 'amd') return [];
  return [
    {
      ...deviceUnsupported(new Map([[accelerator.id, problem]])),
      path: 'instance',
      got: instance,
      fix: 'choose an instance with NVIDIA GPUs from T4 on: llmops catalog show --kind instances lists them',
    },
  ];
}

/** What formats and splits depend on, as far as it is known. */
interface NamedSplit extends NamedRows {
  readonly dtype: Dtype | undefined;
  readonly servedBy: ServedBy | undefined;
}

/** The device does not serve the number format; the fix is a format that fits, where there is one. */
export function dtypeIssues(request: EstimateRequest, rows: NamedSplit): readonly Issue[] {
  const { model, offer, accelerator, dtype, servedBy } = rows;
  if (request.dtype !== undefined && dtype === undefined) {
    return [
      unknownInCatalog({
        code: 'UnknownDtype',
        path: 'dtype',
        noun: 'number format',
        got: request.dtype,
        known: dtypes,
      }),
    ];
  }
  const problem =
    accelerator === undefined || dtype === undefined ? undefined : dtypeProblem(accelerator, dtype, servedBy?.engine);
  if (accelerator === undefined || dtype === undefined || problem === undefined) return [];
  const usable = dtypesOn(accelerator);
  const plain: Dtype = usable.includes('bf16') ? 'bf16' : 'fp16';
  const fits = [plain, ...usable].find((format) =>
    model === undefined || offer === undefined ? true : holdsWeights(model, offer, accelerator, format),
  );
  const elsewhere = `choose an instance whose GPUs serve ${dtype}`;
  return [
    {
      ...dtypeUnsupported(dtype, [problem], usable),
      path: 'dtype',
      got: dtype,
      fix:
        fits === undefined
          ? `${elsewhere}: this one has too little memory for the model in any format`
          : `pass ${fits}${fits === plain ? '' : ', with weights quantised to it'}, or ${elsewhere}`,
    },
  ];
}

/** Whether all GPUs of an instance together hold the weights and one token. */
function holdsWeights(model: ModelArchitecture, offer: InstanceOffer, accelerator: Accelerator, dtype: Dtype): boolean {
  const tensorParallel = Math.max(1, ...tensorParallelOptions({ model, dtype }, gpusOf(offer)));
  const copy = { model, accelerator, acceleratorShare: offer.acceleratorShare, tensorParallel, dtype };
  return memoryLedger(copy, engineSettings(copy, 1), 1).requests >= 1;
}

/** The model or the GPUs of the instance do not allow the tensor parallel degree. */
export function splitIssues({ tensorParallel }: EstimateRequest, rows: NamedSplit): readonly Issue[] {
  const { model, offer, dtype, servedBy } = rows;
  if (tensorParallel === undefined) return [];
  if (model === undefined || offer === undefined) {
    return notWhole('TensorParallelIllegal', 'tensorParallel', tensorParallel, 'GPUs');
  }
  const gpus = gpusOf(offer);
  const split: SplitModel = {
    model,
    ...(dtype === undefined ? {} : { dtype }),
    ...(servedBy === undefined ? {} : { servedBy }),
  };
  if (tensorParallelProblem(split, tensorParallel, gpus) === undefined) return [];
  const near = tensorParallelOptions(split, gpus).reduce(
    (best, one) => (Math.abs(one - tensorParallel) < Math.abs(best - tensorParallel) ? one : best),
    1,
  );
  return [
    {
      ...splitIllegal(split, tensorParallel, { type: offer.instanceType, gpus }),
      path: 'tensorParallel',
      got: tensorParallel,
      fix: `use ${near}${spreadFix(split, tensorParallel, gpus)}`,
    },
  ];
}

/** Proposes expert parallelism where it alone makes a split legal. */
function spreadFix({ servedBy, ...split }: SplitModel, degree: number, gpus: number): string {
  if (servedBy === undefined || split.model.moe === undefined || servedBy.expertParallel === true) return '';
  const spread = { ...split, servedBy: { ...servedBy, expertParallel: true } };
  return tensorParallelProblem(spread, degree, gpus) === undefined
    ? ', or add --expert-parallel, which leaves the experts whole'
    : '';
}

/** A share of memory above the whole, or none. */
export function utilizationIssues({ utilization = 0.9 }: EstimateRequest): readonly Issue[] {
  if (utilization > 0 && utilization <= 1) return [];
  return [
    {
      code: 'NotPositive',
      path: 'utilization',
      message: 'it is no fraction of a GPU',
      got: utilization,
      expected: 'a number above 0 and at most 1',
    },
  ];
}

/** The load is not positive. A mean need not be whole: 556.7 tokens a request is a valid load. */
export function loadIssues(load: CopyLoad): readonly Issue[] {
  return Object.entries<number>({ ...load }).flatMap(([path, got]) => {
    const problems = notPositive(path, got);
    if (problems.length > 0 || got >= 1 || path === 'concurrency') return problems;
    return [
      { code: 'NotPositive', path, message: 'it is less than one token', got, expected: 'a number of at least 1' },
    ];
  });
}

/** A limit is no time. */
export function limitIssues({ sloTtft = 1, sloTpot = 1 }: EstimateRequest): readonly Issue[] {
  return [...notPositive('sloTtft', sloTtft), ...notPositive('sloTpot', sloTpot)];
}

/** Adapters cannot be loaded: their number is not whole, or their rank has no kernel. */
export function adapterIssues({ loraAdapters, loraRank = defaultRank }: EstimateRequest): readonly Issue[] {
  const rank: Issue = {
    code: 'LoraRankUnsupported',
    path: 'loraRank',
    message: 'the serving engine has no kernel for this rank',
    got: loraRank,
    expected: adapterRanks.join(', '),
    fix: `use ${adapterRanks.find((known) => known >= loraRank) ?? adapterRanks[adapterRanks.length - 1] ?? defaultRank}`,
  };
  return [
    ...notWhole('NotPositive', 'loraAdapters', loraAdapters ?? 1, 'adapters'),
    ...(adapterRanks.some((known) => known === loraRank) ? [] : [rank]),
  ];
}

/** Prompt and answer together are longer than the model's context. */
export function contextIssues({ inputTokens, outputTokens }: CopyLoad, model: ModelArchitecture): readonly Issue[] {
  const tokens = inputTokens + outputTokens;
  return tokens > model.maxContext ? [{ ...contextTooLong(model, tokens), path: 'inputTokens' }] : [];
}

function notWhole(code: MessageCode, path: string, got: number, noun: string): readonly Issue[] {
  if (Number.isInteger(got) && got > 0) return [];
  const message = `it is not a whole number of ${noun}`;
  return [{ code, path, message, got, expected: 'a whole number of at least 1' }];
}

function notPositive(path: string, got: number): readonly Issue[] {
  if (Number.isFinite(got) && got > 0) return [];
  return [{ code: 'NotPositive', path, message: 'it is not a positive number', got, expected: 'a number above zero' }];
}
