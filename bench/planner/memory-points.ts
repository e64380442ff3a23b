import type { Accelerator, Catalog } from '../../lib/catalog';
import { cacheBytesPerElement, sequenceCache } from '../../lib/plan/performance/kv-cache';
import { memoryLedger } from '../../lib/plan/performance/memory';
import type { EngineSettings, ModelCopy } from '../../lib/plan/performance/model-copy';
import type { CsvRow } from './csv';
import { numberIn, required } from './csv';

/** One start-up log against the ledger. GiB are of one GPU. */
export interface MemoryPoint {
  readonly name: string;
  readonly weightsGiB?: { readonly logged: number; readonly predicted: number };
  /** Tokens the logged cache holds, by the bytes the planner counts for a token. */
  readonly tokensFromBytes?: { readonly logged: number; readonly predicted: number };
  /** Tokens the whole ledger leaves room for. */
  readonly tokensFromLedger?: { readonly logged: number; readonly predicted: number };
  /** Whether the engine started, where the log says, and whether the planner says it would. */
  readonly starts?: { readonly logged: boolean; readonly predicted: boolean };
}

/** Names of the logs in the catalogue's words. */
const models: Readonly<Record<string, string>> = {
  'Llama-3.1-70B w8a8': 'meta-llama/Llama-3.1-70B-Instruct',
  'Qwen3-235B-A22B-FP8': 'Qwen/Qwen3-235B-A22B-FP8',
  'Meta-Llama-3.1-405B-Instruct-FP8': 'meta-llama/Llama-3.1-405B-Instruct-FP8',
  'Qwen3-30B-A3B': 'Qwen/Qwen3-30B-A3B',
};
const gib = 2 ** 30;
/** Part of the memory a platform reports that the engine sees; the logs state the latter. */
const seen = 0.987;

export function memoryPoints(rows: readonly CsvRow[], catalog: Catalog): readonly MemoryPoint[] {
  // One log of an issue names the engine; the others of that issue ran on the same.
  const old = new Set(rows.filter(({ notes }) => notes?.startsWith('V0')).map(({ source }) => source));
  return rows.flatMap((row) => {
    const copy = copyOf(row, catalog);
    return copy === undefined ? [] : [pointOf(row, copy, old.has(row.source) ? 'V0' : 'V1')];
  });
}

function pointOf(row: CsvRow, copy: ModelCopy, engine: 'V0' | 'V1'): MemoryPoint {
  const notes = row.notes ?? '';
  const maxModelLen = Number(/max_model_len (\d+)/.exec(notes)?.[1] ?? 2048);
  const settings: EngineSettings = {
    gpuMemoryUtilization: numberIn(row, 'util') ?? 0.9,
    // Before V1 the engine processed the longest request in one step; V1 takes 8,192 tokens on devices of this size.
    maxNumBatchedTokens: engine === 'V1' ? 8192 : maxModelLen,
    maxNumSeqs: 256,
  };
  const ledger = memoryLedger(copy, settings, maxModelLen);
  const weights = numberIn(row, 'weights_gib_per_gpu');
  const cache = numberIn(row, 'kv_gib_per_gpu') ?? Number(/kv=([\d.]+)/.exec(notes)?.[1] ?? Number.NaN);
  const tokens = numberIn(row, 'kv_tokens');
  const perToken = sequenceCache(copy.model, copy.tensorParallel, cacheBytesPerElement(copy)).bytesPerToken;
  const complete = tokens !== undefined && copy.accelerator.usableMiB > 1;
  return {
    name: `${copy.model.id} ${copy.dtype}, ${copy.tensorParallel} x ${row.gpu ?? '?'}, ${required(row, 'source')}`,
    ...(weights === undefined ? {} : { weightsGiB: { logged: weights, predicted: ledger.weights / gib } }),
    ...(tokens === undefined || Number.isNaN(cache)
      ? {}
      : { tokensFromBytes: { logged: tokens, predicted: (cache * gib) / perToken } }),
    ...(complete ? { tokensFromLedger: { logged: tokens, predicted: ledger.kvTokens } } : {}),
    ...(complete
      ? { starts: { logged: !notes.includes('refused to start'), predicted: ledger.kvTokens >= maxModelLen } }
      : {}),
  };
}

/** The copy of a log, on a device as large as the log says. */
function copyOf(row: CsvRow, catalog: Catalog): ModelCopy | undefined {
  const name = required(row, 'model');
  const model = catalog.models.find((candidate) => candidate.id === (models[name] ?? name));
  const like = catalog.accelerators.find(
    (candidate) => candidate.id === (row.gpu === 'RTX 3090' ? 'A10' : 'H100-80GB-SXM'),
  );
  if (model === undefined || like === undefined) return undefined;
  const accelerator: Accelerator = { ...like, usableMiB: ((numberIn(row, 'total_gib') ?? 0) * 1024) / seen };
  const dtype = row.dtype === 'int8' || row.dtype === 'fp8' ? row.dtype : 'bf16';
  return { model, accelerator, acceleratorShare: 1, tensorParallel: numberIn(row, 'gpu_count') ?? 1, dtype };
}
