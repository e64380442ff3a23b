import type { Accelerator, Catalog, Dtype, ModelArchitecture } from '../../lib/catalog';
import { weightBytes } from '../../lib/plan/performance/memory';
import type { CacheDtype } from '../../lib/plan/performance/model-copy';
import type { RunConditions } from '../../lib/plan/performance/performance';
import type { CsvRow } from './csv';
import { numberIn, required } from './csv';

/** One measured figure of one run. */
export interface Measurement {
  readonly source: string;
  readonly model: ModelArchitecture;
  readonly accelerator: Accelerator;
  readonly dtype: Dtype;
  readonly tensorParallel: number;
  /** Requests in flight. */
  readonly concurrency: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
  readonly metric: 'tpot' | 'ttft';
  /** Milliseconds. */
  readonly value: number;
  /** The time per token includes a share of the first token: whole latency divided by tokens. */
  readonly wholeRequest: boolean;
  /** What the source says, or shows, about the run beyond its load. */
  readonly conditions: RunConditions;
  /** Number format of the cache the run was started with. */
  readonly cacheDtype: CacheDtype;
  /** Mean length of requests and answers, of the stated one. */
  readonly lengthShare: number;
  /** Why the stated load or parallelism cannot be the real one; such rows are scored apart and never fitted. */
  readonly doubt?: string;
  /** Instance the run was priced on, when it ran on one. */
  readonly instanceType?: string;
  /** Workload name, for pairing runs on different instances. */
  readonly workload?: string;
}

/** A row that is not scored, and why. */
interface Exclusion {
  readonly reason: string;
  readonly rows: number;
}

export interface MeasurementSet {
  readonly measurements: readonly Measurement[];
  readonly exclusions: readonly Exclusion[];
}

/** Turns the vLLM rows of a benchmark table into measurements; every other row is counted under a reason. */
export function readMeasurements(rows: readonly CsvRow[], catalog: Catalog): MeasurementSet {
  const counts = new Map<string, number>();
  const measurements: Measurement[] = [];
  const shared = overlappingRuns(rows);
  for (const row of rows) {
    const read = shared.has(fileOf(row) ?? '')
      ? 'two clients ran at the same time on one endpoint: requests in flight are not those stated'
      : measurementOf(row, catalog);
    if (typeof read === 'string') counts.set(read, (counts.get(read) ?? 0) + 1);
    else measurements.push(read);
  }
  const exclusions = [...counts].map(([reason, count]) => ({ reason, rows: count }));
  return { measurements, exclusions };
}

/** Levels of a run repeat at least this often, so a run takes at least that many times the sum of its latencies. */
const roundsPerLevel = 4;

function fileOf(row: CsvRow): string | undefined {
  return /file=(\S+)$/.exec(row.notes ?? '')?.[1];
}

/** Names of the SageMaker suite's result files that were written while another client used the same endpoint. */
function overlappingRuns(rows: readonly CsvRow[]): ReadonlySet<string> {
  const runs = new Map<string, { endpoint: string; start: number; seconds: number }>();
  for (const row of rows) {
    const file = fileOf(row) ?? '';
    const name =
      /^(.*)_(?:multiturn_chat|long_context|tool_calling)_(\w+)_(\d{4})(\d\d)(\d\d)_(\d\d)(\d\d)(\d\d)\.csv$/.exec(
        file,
      );
    if (name === null) continue;
    const [, prefix = '', region = '', ...clock] = name;
    const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = clock.map(Number);
    const run = runs.get(file) ?? {
      endpoint: `${prefix} ${region}`,
      start: Date.UTC(year, month - 1, day, hour, minute, second) / 1000,
      seconds: 0,
    };
    run.seconds += (roundsPerLevel * Number(/latency_p50_ms=([\d.]+)/.exec(row.notes ?? '')?.[1] ?? 0)) / 1000;
    runs.set(file, run);
  }
  const all = [...runs];
  return new Set(
    all
      .filter(([file, run]) =>
        all.some(
          ([other, against]) =>
            other !== file &&
            against.endpoint === run.endpoint &&
            run.start < against.start + against.seconds &&
            against.start < run.start + run.seconds,
        ),
      )
      .map(([file]) => file),
  );
}

function measurementOf(row: CsvRow, catalog: Catalog): Measurement | string {
  const source = required(row, 'source');
  const notes = row.notes ?? '';
  if (source.startsWith('ai-dynamo') && !notes.startsWith('vllm')) return 'another engine than vLLM';
  if (/TensorRT-LLM|neuron/i.test(source)) return 'another engine than vLLM';
  if (source.startsWith('dstackai')) return 'dstack: throughput counts prompt tokens, and the cache was saturated';
  if (/; dp=(?!1?;)/.test(notes)) return 'data-parallel attention';
  const suite = source.includes('benchmark suite');
  if (suite && !notes.includes('; vanilla;'))
    return 'an optimisation other than vanilla (EAGLE-3, LMCache, prefix cache)';
  const model = modelOf(required(row, 'model'), catalog);
  const accelerator = catalog.accelerators.find((device) => device.id === row.gpu);
  if (model === undefined || accelerator === undefined)
    return `not in the catalogue: ${row.model ?? ''} on ${row.gpu ?? ''}`;
  const dtype = dtypeOf(required(row, 'dtype'), model);
  if (dtype === undefined) return 'number format unknown';
  const concurrency = numberIn(row, 'concurrency_or_batch');
  const inputTokens = numberIn(row, 'input_tokens');
  const outputTokens = numberIn(row, 'output_tokens');
  const raw = numberIn(row, 'value');
  if (concurrency === undefined || inputTokens === undefined || outputTokens === undefined || raw === undefined) {
    return 'load not stated';
  }
  if (outputTokens < 50) return 'fewer than 50 output tokens';
  const metric = required(row, 'metric');
  // A row is either a time or a rate of one stream or of all of them.
  const rate = metric === 'output_tok_s' ? raw / concurrency : raw;
  const isRate = metric.startsWith('output_tok_s');
  const tensorParallel = Number(/ tp=(\d+)/.exec(notes)?.[1] ?? required(row, 'gpu_count'));
  if (model.id === 'openai/gpt-oss-120b' && accelerator.id === 'H100-80GB-SXM' && concurrency === 512) {
    return 'gpt-oss-120b on H100 at 512 requests: faster than the memory can be read';
  }
  const doubt = doubtOf(notes, { model, accelerator, dtype, tensorParallel });
  return {
    source,
    model,
    accelerator,
    dtype,
    tensorParallel,
    concurrency,
    inputTokens,
    outputTokens,
    metric: metric.startsWith('ttft') ? 'ttft' : 'tpot',
    value: isRate ? 1000 / rate : raw,
    wholeRequest: isRate,
    conditions: conditionsOf(source, notes),
    ...recipeOf(source, notes, model, accelerator),
    ...(doubt === undefined ? {} : { doubt }),
    ...(suite ? { instanceType: notes.split(';')[0] ?? '', workload: notes.split('; ')[2] ?? '' } : {}),
  };
}

/** First vLLM version that schedules asynchronously by default. */
const asynchronousSince = 14;

/**
 * Conditions a planner cannot know and a calibration must:
 * - the SageMaker suite repeats its prompts: 1,600 tokens are answered as fast as 500, so the prefix cache serves them;
 * - the 0.12.0 campaign without a stated precision sends requests of one exact length, which finish and return together;
 * - runs without a stated version were published before asynchronous scheduling.
 */
function conditionsOf(source: string, notes: string): RunConditions {
  const minor = Number(/^vllm 0\.(\d+)/.exec(notes)?.[1] ?? 0);
  const recent = source.startsWith('aws-samples') || minor >= asynchronousSince;
  return {
    scheduler: recent ? 'asynchronous' : 'synchronous',
    promptsCached: source.includes('benchmark suite'),
    arrivals: notes.startsWith('vllm 0.12.0') && notes.includes('gemm=;') ? 'lockstep' : 'independent',
    promptsElsewhere: disaggregated(notes),
  };
}

/**
 * InferenceX starts Llama-3.1-70B, and gpt-oss-120b on B200, with an fp8 cache, and draws lengths evenly between 0.8 and
 * 1.0 of the stated ones. Source: SemiAnalysisAI/InferenceX, benchmarks/70b_fp8_h100_slurm.sh, gptoss_fp4_h100.sh,
 * gptoss_fp4_b200.sh and their neighbours.
 */
function recipeOf(
  source: string,
  notes: string,
  model: ModelArchitecture,
  accelerator: Accelerator,
): Pick<Measurement, 'cacheDtype' | 'lengthShare'> {
  const inferenceX = source.startsWith('ai-dynamo') && !notes.startsWith('vllm 0.12.0');
  const fp8 = inferenceX && (model.moe === undefined || accelerator.id === 'B200');
  return { cacheDtype: fp8 ? 'fp8' : 'auto', lengthShare: inferenceX ? 0.9 : 1 };
}

/**
 * The 0.12.0 campaign in fp8 processes prompts on other machines: Llama-3.1-8B on one H200 answers 94 requests a second of
 * 1,000 tokens at 11 ms a token, which would take more arithmetic than the device has.
 */
function disaggregated(notes: string): boolean {
  return notes.startsWith('vllm 0.12.0') && notes.includes('gemm=fp8;');
}

function doubtOf(notes: string, run: Pick<Measurement, 'model' | 'accelerator' | 'dtype' | 'tensorParallel'>) {
  const copy = { ...run, acceleratorShare: 1 };
  if (weightBytes(copy) > run.accelerator.usableMiB * 2 ** 20)
    return 'the weights exceed the memory of the stated GPUs';
  return disaggregated(notes)
    ? 'prompts were processed on other machines, so the stated load and split are not those of the GPUs that answered'
    : undefined;
}

function modelOf(id: string, catalog: Catalog): ModelArchitecture | undefined {
  return catalog.models.find((model) => model.id === id);
}

function dtypeOf(name: string, model: ModelArchitecture): Dtype | undefined {
  switch (name) {
    // Stated without a precision; the same rows exist for fp8 and are twice as fast.
    case 'bf16?':
    case 'bf16':
      return 'bf16';
    case 'fp8':
      return 'fp8';
    case 'mxfp4':
      return 'mxfp4';
    case 'fp4':
      return model.publishedDtype === 'mxfp4' ? 'mxfp4' : 'nvfp4';
    case 'int8':
      return 'int8';
    default:
      return undefined;
  }
}
