import type { Accelerator, Catalog, Dtype, InstanceOffer, ModelArchitecture } from '../../catalog';
import { failure, listed, nearest, success } from '../../spec';
import type { Issue, Result } from '../../spec';
import { adapterRanks } from './adapters';
import type { AdapterSlots } from './adapters';
import { deviceProblem } from './candidate';
import type { CopyLoad } from './deployment';
import { defaultDtype, dtypeProblem, dtypes } from './dtype-support';
import { gpusOf, tensorParallelOptions, tensorParallelProblem } from './tensor-parallel';

/** One question to the planner, as a person writes it. */
export interface EstimateRequest {
  /** Repository of the model. */
  readonly model: string;
  /** Instance type or VM size; with `ml.` for a SageMaker endpoint. */
  readonly instance: string;
  /** @default - the fewest GPUs that hold the model, or all of them */
  readonly tensorParallel?: number;
  /** @default - the format the weights are published in */
  readonly dtype?: string;
  readonly concurrency: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
  /** @default - us-east-1 or eastus, or the first region that offers the size */
  readonly region?: string;
  /** LoRA adapters in memory at the same time. @default - none */
  readonly loraAdapters?: number;
  /** Largest rank among them. @default 16 */
  readonly loraRank?: number;
  /** Milliseconds the first token may take. @default - no limit */
  readonly sloTtft?: number;
  /** Milliseconds a token after it may take. @default - no limit */
  readonly sloTpot?: number;
}

/** The same question in facts of the catalogue. */
export interface EstimateSubject {
  readonly model: ModelArchitecture;
  readonly offer: InstanceOffer;
  readonly accelerator: Accelerator;
  readonly dtype: Dtype;
  /** Ways to split the model, fewest GPUs first; the one that was asked for when one was. */
  readonly splits: readonly number[];
  readonly load: CopyLoad;
  readonly adapters?: AdapterSlots;
  readonly slo: { readonly timeToFirstTokenMs?: number; readonly timePerOutputTokenMs?: number };
}

const defaultRank = 16;
const defaultRegion = { aws: 'us-east-1', azure: 'eastus' } as const;

/** Looks a question up in the catalogue. Every issue at once; paths are fields of the request. */
export function estimateSubject(request: EstimateRequest, catalog: Catalog): Result<EstimateSubject> {
  const { concurrency, inputTokens, outputTokens } = request;
  const load = { concurrency, inputTokens, outputTokens };
  const model = byName(request.model, catalog.models, (row) => row.id);
  const types = offersOf(request.instance, catalog);
  const offer = inRegion(types, request.region);
  const accelerator = catalog.accelerators.find((row) => row.id === types[0]?.accelerator);
  const dtype = dtypeIn(request, model, accelerator);
  const issues = [
    ...(model === undefined ? [unknown('UnknownModel', 'model', request.model, ids(catalog))] : modelIssues(model)),
    ...(types.length === 0 ? [unknown('UnknownInstance', 'instance', request.instance, instanceTypes(catalog))] : []),
    ...(types.length > 0 && offer === undefined ? [regionIssue(request, types)] : []),
    ...(accelerator === undefined ? [] : deviceIssues(accelerator, request.instance)),
    ...dtypeIssues(request, dtype, accelerator),
    ...splitIssues(request, model, types[0]),
    ...loadIssues(load),
    ...limitIssues(request),
    ...adapterIssues(request),
    ...(model === undefined ? [] : contextIssues(load, model)),
  ];
  if (issues.length > 0 || model === undefined || offer === undefined) return failure(issues);
  if (accelerator === undefined || dtype === undefined) return failure(issues);
  const gpus = gpusOf(offer);
  const splits = request.tensorParallel === undefined ? tensorParallelOptions(model, gpus) : [request.tensorParallel];
  const { loraAdapters, loraRank = defaultRank, sloTtft, sloTpot } = request;
  return success({
    model,
    offer,
    accelerator,
    dtype,
    splits,
    load,
    ...(loraAdapters === undefined ? {} : { adapters: { count: loraAdapters, rank: loraRank } }),
    slo: {
      ...(sloTtft === undefined ? {} : { timeToFirstTokenMs: sloTtft }),
      ...(sloTpot === undefined ? {} : { timePerOutputTokenMs: sloTpot }),
    },
  });
}

function byName<T>(name: string, rows: readonly T[], nameOf: (row: T) => string): T | undefined {
  return (
    rows.find((row) => nameOf(row) === name) ?? rows.find((row) => nameOf(row).toLowerCase() === name.toLowerCase())
  );
}

/** Offers of one type; the managed endpoint of a size before the machine alone, which costs the same. */
function offersOf(instance: string, { instances }: Catalog): readonly InstanceOffer[] {
  const type = byName(instance, instances, (row) => row.instanceType)?.instanceType;
  return instances
    .filter((row) => row.instanceType === type)
    .toSorted((a, b) => (a.service === b.service ? 0 : a.service < b.service ? -1 : 1));
}

function inRegion(types: readonly InstanceOffer[], region: string | undefined): InstanceOffer | undefined {
  const first = types[0];
  if (first === undefined) return undefined;
  const wanted = region ?? defaultRegion[first.cloud];
  const there = types.find((row) => row.region === wanted);
  if (there !== undefined || region !== undefined) return there;
  const offered = regionsOf(types)[0];
  return types.find((row) => row.region === offered);
}

function regionsOf(types: readonly InstanceOffer[]): readonly string[] {
  return [...new Set(types.map((row) => row.region))].toSorted();
}

function ids({ models }: Catalog): readonly string[] {
  return models.map((row) => row.id);
}

function instanceTypes({ instances }: Catalog): readonly string[] {
  return [...new Set(instances.map((row) => row.instanceType))];
}

function dtypeIn(
  { dtype }: EstimateRequest,
  model: ModelArchitecture | undefined,
  accelerator: Accelerator | undefined,
): Dtype | undefined {
  if (dtype === undefined) {
    return model === undefined || accelerator === undefined ? undefined : defaultDtype(model, accelerator);
  }
  // Two formats of four bits are in use; a model published in one of them means that one.
  if (dtype === 'fp4') return model?.publishedDtype === 'mxfp4' ? 'mxfp4' : 'nvfp4';
  return dtypes.find((known) => known === dtype.toLowerCase());
}

function unknown(code: string, path: string, got: string, candidates: readonly string[]): Issue {
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

function modelIssues(model: ModelArchitecture): readonly Issue[] {
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

function regionIssue({ instance, region }: EstimateRequest, types: readonly InstanceOffer[]): Issue {
  const offered = regionsOf(types);
  const meant = region === undefined ? undefined : nearest(region, offered);
  return {
    code: 'RegionWithoutInstance',
    path: 'region',
    message: `no price of ${instance} is known in this region`,
    got: region,
    expected: listed(offered),
    ...(meant === undefined ? {} : { fix: `did you mean ${meant}?` }),
  };
}

function deviceIssues(accelerator: Accelerator, instance: string): readonly Issue[] {
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
    },
  ];
}

function dtypeIssues(
  request: EstimateRequest,
  dtype: Dtype | undefined,
  accelerator: Accelerator | undefined,
): readonly Issue[] {
  if (request.dtype !== undefined && dtype === undefined) {
    return [unknown('UnknownDtype', 'dtype', request.dtype, dtypes)];
  }
  const problem = accelerator === undefined || dtype === undefined ? undefined : dtypeProblem(accelerator, dtype);
  if (accelerator === undefined || dtype === undefined || problem === undefined) return [];
  const usable = dtypes.filter((candidate) => dtypeProblem(accelerator, candidate) === undefined);
  return [
    {
      code: 'DtypeUnsupported',
      path: 'dtype',
      message: request.dtype === undefined ? `the model is published in ${dtype}, and ${problem}` : problem,
      got: dtype,
      expected: listed(usable),
      fix: `pass ${problem.includes('fp16') ? 'fp16' : 'bf16'}, or choose an instance whose GPUs multiply ${dtype}`,
    },
  ];
}

function splitIssues(
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
function loadIssues(load: CopyLoad): readonly Issue[] {
  return Object.entries<number>({ ...load }).flatMap(([path, got]) => notPositive(path, got));
}

function limitIssues({ sloTtft = 1, sloTpot = 1 }: EstimateRequest): readonly Issue[] {
  return [...notPositive('sloTtft', sloTtft), ...notPositive('sloTpot', sloTpot)];
}

function adapterIssues({ loraAdapters, loraRank = defaultRank }: EstimateRequest): readonly Issue[] {
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

function notPositive(path: string, got: number): readonly Issue[] {
  if (Number.isFinite(got) && got > 0) return [];
  return [{ code: 'NotPositive', path, message: 'it is not a positive number', got, expected: 'a number above zero' }];
}

function contextIssues({ inputTokens, outputTokens }: CopyLoad, model: ModelArchitecture): readonly Issue[] {
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
