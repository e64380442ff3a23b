import type { Accelerator, Dtype, InstanceOffer, ModelArchitecture } from '../../catalog';
import type { MessageCode } from '../../messages';
import type { Issue } from '../../platform';
import { listed, nearest } from '../../platform';
import { adapterRanks } from '../performance/adapters';
import { dtypeProblem, dtypes } from '../performance/dtype-support';
import { memoryLedger } from '../performance/memory';
import type { CopyLoad } from '../performance/model-copy';
import { engineSettings } from '../performance/model-copy';
import { gpusOf, tensorParallelOptions, tensorParallelProblem } from '../performance/tensor-parallel';
import { deviceProblem } from '../sizing/candidate';
import type { EstimateRequest } from './request';

/*
 * What can be wrong with a question to the planner. Paths are fields of the request.
 */

/** Rank of adapters where the question names none. */
export const defaultRank = 16;

/** Regions that offer a type, in the order of their names. */
export function regionsOf(types: readonly InstanceOffer[]): readonly string[] {
  return [...new Set(types.map((row) => row.region))].toSorted();
}

/** The model writes no text. */
export function modelIssues(model: ModelArchitecture): readonly Issue[] {
  if (model.kind === 'text-generation') return [];
  return [
    {
      code: 'NotTextGeneration',
      path: 'model',
      message: `${model.id} is an ${model.kind} model: it writes no tokens to time`,
      got: model.id,
      expected: 'a model that generates text',
    },
  ];
}

/** The region does not offer the type. */
export function regionIssue({ instance, region }: EstimateRequest, types: readonly InstanceOffer[]): Issue {
  const offered = regionsOf(types);
  const meant = region === undefined ? undefined : nearest(region, offered);
  return {
    code: 'RegionWithoutInstance',
    path: 'region',
    message: `no price of ${instance} is known in this region`,
    got: region,
    expected: listed(offered),
    fix:
      meant === undefined
        ? `use ${offered[0] ?? 'another instance'}, or leave the region out`
        : `did you mean ${meant}?`,
  };
}

/** Nothing is known about how the device serves. */
export function deviceIssues(accelerator: Accelerator, instance: string): readonly Issue[] {
  const problem = deviceProblem(accelerator);
  // The figures of a GPU without an image of ours still say what it could do.
  if (problem === undefined || accelerator.vendor === 'amd') return [];
  return [
    {
      code: 'DeviceUnsupported',
      path: 'instance',
      message: `nothing can be estimated for ${accelerator.id}: ${problem}`,
      got: instance,
      expected: 'an instance with GPUs of compute capability 7.5 or later',
      fix: 'choose an instance with NVIDIA GPUs from T4 on: llmops catalog show --kind instances lists them',
    },
  ];
}

/** What a question named that the catalogue knows. */
interface Known {
  readonly model: ModelArchitecture | undefined;
  readonly offer: InstanceOffer | undefined;
  readonly accelerator: Accelerator | undefined;
}

/** The device cannot multiply the format; the fix is one that fits it, where there is one. */
export function dtypeIssues(
  request: EstimateRequest,
  dtype: Dtype | undefined,
  { model, offer, accelerator }: Known,
): readonly Issue[] {
  if (request.dtype !== undefined && dtype === undefined) {
    return [unknown('UnknownDtype', 'dtype', request.dtype, dtypes)];
  }
  const problem = accelerator === undefined || dtype === undefined ? undefined : dtypeProblem(accelerator, dtype);
  if (accelerator === undefined || dtype === undefined || problem === undefined) return [];
  const usable = dtypes.filter((candidate) => dtypeProblem(accelerator, candidate) === undefined);
  const plain: Dtype = usable.includes('bf16') ? 'bf16' : 'fp16';
  const held = [plain, ...usable].find((format) =>
    model === undefined || offer === undefined ? true : holdsWeights(model, offer, accelerator, format),
  );
  const elsewhere = `choose an instance whose GPUs multiply ${dtype}`;
  return [
    {
      code: 'DtypeUnsupported',
      path: 'dtype',
      message: request.dtype === undefined ? `the model is published in ${dtype}, and ${problem}` : problem,
      got: dtype,
      expected: listed(usable),
      fix:
        held === undefined
          ? `${elsewhere}: this one has too little memory for it in any format`
          : `pass ${held}${held === plain ? '' : ', with weights quantised so'}, or ${elsewhere}`,
    },
  ];
}

/** Whether all GPUs of an instance together hold the weights and one token. */
function holdsWeights(model: ModelArchitecture, offer: InstanceOffer, accelerator: Accelerator, dtype: Dtype): boolean {
  const tensorParallel = Math.max(1, ...tensorParallelOptions(model, gpusOf(offer)));
  const copy = { model, accelerator, acceleratorShare: offer.acceleratorShare, tensorParallel, dtype };
  return memoryLedger(copy, engineSettings(copy, 1), 1).requests >= 1;
}

/** The split is not one the heads and the GPUs allow. */
export function splitIssues(
  { tensorParallel }: EstimateRequest,
  model: ModelArchitecture | undefined,
  offer: InstanceOffer | undefined,
): readonly Issue[] {
  if (tensorParallel === undefined) return [];
  const issue = (message: string, expected: string, fix?: string): readonly Issue[] => [
    {
      code: 'TensorParallelIllegal',
      path: 'tensorParallel',
      message,
      got: tensorParallel,
      expected,
      ...(fix === undefined ? {} : { fix }),
    },
  ];
  if (!Number.isInteger(tensorParallel) || tensorParallel < 1) {
    return issue('it is not a whole number of GPUs', 'a whole number of at least 1');
  }
  if (model === undefined || offer === undefined) return [];
  const gpus = gpusOf(offer);
  const problem = tensorParallelProblem(model, tensorParallel, gpus);
  if (problem === undefined) return [];
  const legal = tensorParallelOptions(model, gpus);
  const near = legal.reduce(
    (best, one) => (Math.abs(one - tensorParallel) < Math.abs(best - tensorParallel) ? one : best),
    1,
  );
  return issue(problem, legal.join(', '), `use ${near}`);
}

/** Means are welcome: a load of 556.7 tokens a request is one. */
export function loadIssues(load: CopyLoad): readonly Issue[] {
  return Object.entries<number>({ ...load }).flatMap(([path, got]) => {
    const problems = notPositive(path, got);
    if (problems.length > 0 || got >= 1 || path === 'concurrency') return problems;
    return [
      { code: 'NotPositive', path, message: 'it is less than one token', got, expected: 'a number of at least 1' },
    ];
  });
}

/** An objective that is no time. */
export function limitIssues({ sloTtft = 1, sloTpot = 1 }: EstimateRequest): readonly Issue[] {
  return [...notPositive('sloTtft', sloTtft), ...notPositive('sloTpot', sloTpot)];
}

/** Adapters that cannot be loaded: not whole, or of a rank without a kernel. */
export function adapterIssues({ loraAdapters, loraRank = defaultRank }: EstimateRequest): readonly Issue[] {
  const count = loraAdapters ?? 1;
  const whole: Issue = {
    code: 'NotPositive',
    path: 'loraAdapters',
    message: 'it is not a whole number of adapters',
    got: count,
    expected: 'a whole number of at least 1',
  };
  const rank: Issue = {
    code: 'LoraRankUnsupported',
    path: 'loraRank',
    message: 'the serving engine has no kernel for this rank',
    got: loraRank,
    expected: adapterRanks.join(', '),
    fix: `use ${adapterRanks.find((known) => known >= loraRank) ?? adapterRanks[adapterRanks.length - 1] ?? defaultRank}`,
  };
  return [
    ...(Number.isInteger(count) && count > 0 ? [] : [whole]),
    ...(adapterRanks.some((known) => known === loraRank) ? [] : [rank]),
  ];
}

/** Request and answer are longer than the model was trained on. */
export function contextIssues({ inputTokens, outputTokens }: CopyLoad, model: ModelArchitecture): readonly Issue[] {
  const tokens = inputTokens + outputTokens;
  if (!(tokens > model.maxContext)) return [];
  return [
    {
      code: 'ContextTooLong',
      path: 'inputTokens',
      message: `request and answer are longer than the context of ${model.id}`,
      got: tokens,
      expected: `at most ${model.maxContext} tokens together`,
      fix: `shorten the request by ${tokens - model.maxContext} tokens, or take a model with a longer context`,
    },
  ];
}

/** A name the catalogue does not have, with the nearest it has. */
export function unknown(code: MessageCode, path: string, got: string, candidates: readonly string[]): Issue {
  const meant = nearest(got, candidates) ?? sameEnding(got, candidates);
  const alike = candidates.filter((name) => name.slice(0, 3).toLowerCase() === got.slice(0, 3).toLowerCase());
  return {
    code,
    path,
    message: `the catalogue has no ${path} of this name`,
    got,
    expected: listed(alike.length === 0 ? candidates : alike),
    ...(meant === undefined ? {} : { fix: `did you mean ${meant}?` }),
  };
}

/** `Qwen3-32B` for `Qwen/Qwen3-32B`, `qwen3-32` for the same: the part after the owner decides. */
function sameEnding(got: string, candidates: readonly string[]): string | undefined {
  const tail = (name: string): string => name.slice(name.lastIndexOf('/') + 1).toLowerCase();
  const tails = new Map(candidates.toSorted().map((name) => [tail(name), name]));
  const near = nearest(tail(got), tails.keys());
  return near === undefined ? undefined : tails.get(near);
}

function notPositive(path: string, got: number): readonly Issue[] {
  if (Number.isFinite(got) && got > 0) return [];
  return [{ code: 'NotPositive', path, message: 'it is not a positive number', got, expected: 'a number above zero' }];
}
