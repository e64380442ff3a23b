import type { Accelerator, Catalog, Dtype, InstanceOffer, ModelArchitecture } from '../../catalog';
import type { Issue, Result } from '../../platform';
import { failure, success } from '../../platform';
import { defaultDtype, dtypes } from '../performance/dtype-support';
import type { AdapterSlots, CopyLoad } from '../performance/model-copy';
import { gpusOf, tensorParallelOptions } from '../performance/tensor-parallel';
import {
  adapterIssues,
  contextIssues,
  defaultRank,
  deviceIssues,
  dtypeIssues,
  limitIssues,
  loadIssues,
  modelIssues,
  regionIssue,
  regionsOf,
  splitIssues,
  unknown,
} from './problems';
import type { EstimateRequest } from './request';

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
    ...(model === undefined ? [unknownModel(request.model, catalog)] : modelIssues(model)),
    ...(types.length === 0 ? [unknown('UnknownInstance', 'instance', request.instance, instanceTypes(catalog))] : []),
    ...(types.length > 0 && offer === undefined ? [regionIssue(request, types)] : []),
    ...(accelerator === undefined ? [] : deviceIssues(accelerator, request.instance)),
    ...dtypeIssues(request, dtype, { model, offer: types[0], accelerator }),
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

function ids({ models }: Catalog): readonly string[] {
  return models.map((row) => row.id);
}

/** A model served per token has no instance to be estimated on. */
function unknownModel(got: string, catalog: Catalog): Issue {
  const issue = unknown('UnknownModel', 'model', got, ids(catalog));
  const managed = byName(got, catalog.managedModels, (row) => row.id);
  if (managed === undefined) return issue;
  return { ...issue, fix: `${managed.id} is served per token: name it in compareWith of an endpoint and plan` };
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
