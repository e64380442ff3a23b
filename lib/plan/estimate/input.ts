import type { Accelerator, Catalog, Dtype, InstanceOffer, ModelArchitecture, ServingEngine } from '../../catalog';
import type { Issue, Result } from '../../platform';
import { failure, success } from '../../platform';
import { findEngine } from '../facts/engines';
import { unsupportedArchitecture } from '../facts/lookup';
import { unknownInCatalog } from '../facts/unknown-in-catalog';
import { compareText } from '../order';
import { defaultDtype, dtypes } from '../performance/dtype-support';
import type { AdapterSlots, CopyLoad, ServedBy } from '../performance/model-copy';
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
  splitIssues,
  utilizationIssues,
} from './problems';
import type { EstimateRequest } from './request';

/** An estimate request in facts of the catalogue. */
export interface EstimateInput {
  readonly model: ModelArchitecture;
  readonly offer: InstanceOffer;
  readonly accelerator: Accelerator;
  readonly dtype: Dtype;
  readonly servedBy: ServedBy;
  /** Tensor parallel degrees to try, smallest first; the requested one alone when there is one. */
  readonly splits: readonly number[];
  readonly load: CopyLoad;
  readonly adapters?: AdapterSlots;
  /** Longest mean times, in milliseconds. */
  readonly slo: { readonly timeToFirstTokenMs?: number; readonly timePerOutputTokenMs?: number };
}

const defaultRegion = { aws: 'us-east-1', azure: 'eastus' } as const;

/** Looks a request up in the catalogue. Every issue at once; paths are fields of the request. */
export function estimateInput(request: EstimateRequest, catalog: Catalog): Result<EstimateInput> {
  const { concurrency, inputTokens, outputTokens } = request;
  const load = { concurrency, inputTokens, outputTokens };
  const model = byName(request.model, catalog.models, (row) => row.id);
  const types = offersOf(request.instance, catalog);
  const offer = inRegion(types, request.region);
  const accelerator = catalog.accelerators.find((row) => row.id === types[0]?.accelerator);
  const dtype = dtypeIn(request, model, accelerator);
  const engine = engineOf(request, catalog);
  const servedBy = engine.ok ? servedByOf(request, engine.value) : undefined;
  const rows = { model, offer: types[0], accelerator };
  const issues = [
    ...(model === undefined ? [unknownModel(request.model, catalog)] : modelIssues(model)),
    ...(types.length === 0 ? [unknownInstance(request.instance, catalog)] : []),
    ...(types.length > 0 && offer === undefined ? [regionIssue(request, types)] : []),
    ...(accelerator === undefined ? [] : deviceIssues(accelerator, request.instance)),
    ...dtypeIssues(request, { ...rows, dtype, servedBy }),
    ...engine.issues,
    ...utilizationIssues(request),
    ...(engine.ok ? splitIssues(request, { ...rows, dtype, servedBy }) : []),
    ...loadIssues(load),
    ...limitIssues(request),
    ...adapterIssues(request),
    ...(model === undefined ? [] : contextIssues(load, model)),
  ];
  if (issues.length > 0 || model === undefined || offer === undefined) return failure(issues);
  if (accelerator === undefined || dtype === undefined || servedBy === undefined) return failure(issues);
  const { tensorParallel, loraAdapters, loraRank = defaultRank, sloTtft, sloTpot } = request;
  return success({
    model,
    offer,
    accelerator,
    dtype,
    servedBy,
    splits:
      tensorParallel === undefined
        ? tensorParallelOptions({ model, dtype, servedBy }, gpusOf(offer))
        : [tensorParallel],
    load,
    ...(loraAdapters === undefined ? {} : { adapters: { count: loraAdapters, rank: loraRank } }),
    slo: {
      ...(sloTtft === undefined ? {} : { timeToFirstTokenMs: sloTtft }),
      ...(sloTpot === undefined ? {} : { timePerOutputTokenMs: sloTpot }),
    },
  });
}

/** The engine of a request: vLLM, in the version that the catalogue has first, unless the request says otherwise. */
function engineOf({ engine = 'vllm', engineVersion }: EstimateRequest, catalog: Catalog): Result<ServingEngine> {
  const names = [...new Set(catalog.engines.map((row) => row.engine))];
  const first = catalog.engines.find((row) => row.engine === engine);
  if (first === undefined) {
    const issue = { code: 'UnknownEngine', path: 'engine', noun: 'serving engine', got: engine, known: names } as const;
    return failure([unknownInCatalog(issue)]);
  }
  return engineVersion === undefined ? success(first) : findEngine(catalog, engine, engineVersion, 'engineVersion');
}

function servedByOf({ utilization, expertParallel }: EstimateRequest, row: ServingEngine): ServedBy {
  const { engine, version, fp8ExpertBlock } = row;
  return {
    engine,
    version,
    ...(fp8ExpertBlock === undefined ? {} : { fp8ExpertBlock }),
    ...(expertParallel === undefined ? {} : { expertParallel }),
    ...(utilization === undefined ? {} : { gpuMemoryUtilization: utilization }),
  };
}

function byName<T>(name: string, rows: readonly T[], nameOf: (row: T) => string): T | undefined {
  return (
    rows.find((row) => nameOf(row) === name) ?? rows.find((row) => nameOf(row).toLowerCase() === name.toLowerCase())
  );
}

/** Offers of one type. The managed endpoint of an Azure size precedes the virtual machine, which costs the same. */
function offersOf(instance: string, { instances }: Catalog): readonly InstanceOffer[] {
  const type = byName(instance, instances, (row) => row.instanceType)?.instanceType;
  return instances.filter((row) => row.instanceType === type).toSorted((a, b) => compareText(a.service, b.service));
}

function inRegion(types: readonly InstanceOffer[], region: string | undefined): InstanceOffer | undefined {
  const first = types[0];
  if (first === undefined) return undefined;
  const wanted = region ?? defaultRegion[first.cloud];
  const there = types.find((row) => row.region === wanted);
  if (there !== undefined || region !== undefined) return there;
  const sorted = types.toSorted((a, b) => compareText(a.region, b.region));
  return sorted.reduce((best, next) => (priceOf(next) < priceOf(best) ? next : best), sorted[0] ?? first);
}

function priceOf({ usdPerHour = Number.POSITIVE_INFINITY }: InstanceOffer): number {
  return usdPerHour;
}

/** A model served per token runs on no instance that could be estimated. */
function unknownModel(got: string, catalog: Catalog): Issue {
  const { models, managedModels } = catalog;
  const unsupported = unsupportedArchitecture(catalog, got);
  if (unsupported !== undefined) return { ...unsupported, path: 'model' };
  const ids = models.map((row) => row.id);
  const issue = unknownInCatalog({ code: 'UnknownModel', path: 'model', noun: 'open-weights model', got, known: ids });
  const managed = byName(got, managedModels, (row) => row.id);
  if (managed === undefined) return issue;
  return { ...issue, fix: `${managed.id} is served per token: name it in compareWith of an endpoint and plan` };
}

function unknownInstance(got: string, { instances }: Catalog): Issue {
  const types = [...new Set(instances.map((row) => row.instanceType))];
  return unknownInCatalog({ code: 'UnknownInstance', path: 'instance', noun: 'instance type', got, known: types });
}

function dtypeIn(
  { dtype }: EstimateRequest,
  model: ModelArchitecture | undefined,
  accelerator: Accelerator | undefined,
): Dtype | undefined {
  if (dtype === undefined) {
    return model === undefined || accelerator === undefined ? undefined : defaultDtype(model, accelerator);
  }
  // Two formats have four bits. A model published in MXFP4 is served in it, any other in NVFP4.
  if (dtype === 'fp4') return model?.publishedDtype === 'mxfp4' ? 'mxfp4' : 'nvfp4';
  return dtypes.find((known) => known === dtype.toLowerCase());
}
