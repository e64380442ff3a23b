import { linkedByPcie } from './all-reduce';
import { evidence as measured } from './calibrated-evidence';
import { widensFp8 } from './dtype-support';
import type { ModelClass } from './model-class';
import { generationOf, modelClass } from './model-class';
import type { ModelCopy } from './model-copy';
import { spreadsExperts } from './model-copy';
import type { MeasuredEvidence, MeasuredGroup } from './performance-constants';

/** Error bands of an estimate, in percent. Four of five predictions are within them. */
export interface ErrorBands {
  /** Half-width of the band around the time per token and the throughput, in percent. */
  readonly errorPercent: number;
  /** The same around the time to first token. */
  readonly firstTokenErrorPercent: number;
}

/** The measurements that support an estimate. */
export interface Evidence extends ErrorBands {
  /**
   * `calibrated`: this class of model was measured on this device; `extrapolated`: only one of them was, or not together;
   * `unknown`: neither was.
   */
  readonly class: 'calibrated' | 'extrapolated' | 'unknown';
  /** What was measured, as text. */
  readonly reason: string;
}

/** Groups with fewer rows are ignored. */
const fewestRows = 10;
/** Factors on the error of what was left out of the fit, by how many of device and class were not measured. */
const widening = { one: 1, two: 1.25, unknown: 1.5 } as const;
/** Smallest band in percent where nothing similar was measured, and for attention that was never measured. */
const leastUnknown = 40;
/** Factors where few groups were measured (all-reduce over PCIe) or none (fractions of a GPU). */
const pcieGroup = 1.25;
const partOfGpu = 1.25;
/** Factor where fp8 weights are widened before they are multiplied: no measured run did. */
const widenedFp8 = 1.25;
/** Factor where the experts are spread over the GPUs: no measured run says that it was. */
const spreadExperts = 1.25;

/**
 * Rates the evidence for a copy. Bands never narrow when measurements are taken away.
 *
 * @param table - what was measured; the shipped calibration unless a test says otherwise
 */
export function evidenceFor(copy: ModelCopy, table: MeasuredEvidence = measured): Evidence {
  const wanted = modelClass(copy.model, copy.dtype);
  const near = nearest(copy, wanted, table);
  return {
    class: near.step === 'pair' ? 'calibrated' : near.step === 'unknown' ? 'unknown' : 'extrapolated',
    ...bands(copy, wanted, near, table),
    reason: [near.reason(), ...setupReasons(copy)].join('; '),
  };
}

/** The bands of `evidenceFor` alone. */
export function errorBandsFor(copy: ModelCopy): ErrorBands {
  const wanted = modelClass(copy.model, copy.dtype);
  return bands(copy, wanted, nearest(copy, wanted, measured), measured);
}

function bands(copy: ModelCopy, wanted: ModelClass, near: Nearest, table: MeasuredEvidence): ErrorBands {
  const elsewhere = table.unmeasured[wanted.experts ? 'experts' : 'dense'];
  const factor = near.step === 'pair' ? 1 : widening[near.step];
  const floor = near.step === 'unknown' || (near.step !== 'pair' && wanted.attention !== 'softmax') ? leastUnknown : 0;
  const group = near.step === 'pair' ? near.group : undefined;
  const band = (here: number | undefined, others: number): number =>
    Math.ceil(Math.max(floor, factor * pooled(here, others, group?.models ?? 0)) * setupFactor(copy));
  return {
    errorPercent: band(group?.timePerTokenPercent, elsewhere.timePerTokenPercent),
    firstTokenErrorPercent: band(group?.firstTokenPercent, elsewhere.firstTokenPercent),
  };
}

/**
 * Error of a group whose models may differ from the next one: the error elsewhere counts as one more model. A device
 * without a measured first token has only the error elsewhere.
 */
function pooled(here: number | undefined, elsewhere: number, models: number): number {
  return here === undefined ? elsewhere : Math.sqrt((models * here ** 2 + elsewhere ** 2) / (models + 1));
}

/** The nearest measurements, and the reason, computed only when it is read. */
type Nearest =
  | { readonly step: 'pair'; readonly group: MeasuredGroup; readonly reason: () => string }
  | { readonly step: 'one' | 'two' | 'unknown'; readonly reason: () => string };

function nearest(copy: ModelCopy, wanted: ModelClass, { groups }: MeasuredEvidence): Nearest {
  const { accelerator, servedBy } = copy;
  if (servedBy !== undefined && servedBy.engine !== 'vllm' && servedBy.engine !== 'nim') {
    return {
      step: 'unknown',
      reason: () => `no run of ${servedBy.engine} is in the calibration: the figures are those of vLLM`,
    };
  }
  const here = groups.filter((group) => group.rows >= fewestRows && group.accelerator === accelerator.id);
  const alike = groups.filter((group) => group.rows >= fewestRows && sameClass(group, wanted));
  const pair = here.find((group) => sameClass(group, wanted));
  if (pair !== undefined) {
    const sample = pair.models === 1 ? 'of one model' : `of ${pair.models} models`;
    const reason = () =>
      `${pair.rows} runs ${sample} of this class (${nounOf(wanted)}) were measured on ${accelerator.id}; four of five predictions ` +
      `made without them stay within ${Math.ceil(pair.timePerTokenPercent)} %`;
    return { step: 'pair', group: pair, reason };
  }
  const sameGeneration = alike.filter((group) => group.generation === generationOf(accelerator));
  if (sameGeneration.length > 0) {
    const reason = () =>
      `${nounOf(wanted)} were measured on ${devicesOf(sameGeneration)}, of the same generation, not on ${accelerator.id}`;
    return { step: 'one', reason };
  }
  if (here.some(({ experts }) => experts === wanted.experts)) {
    return {
      step: 'one',
      reason: () => `${accelerator.id} was measured with ${classesOf(here)}, not with ${nounOf(wanted)}`,
    };
  }
  if (here.length > 0) {
    return {
      step: 'two',
      reason: () => `${accelerator.id} was measured with ${classesOf(here)} only, not with ${nounOf(wanted)}`,
    };
  }
  // Kernels of experts differ between generations. Dense kernels are similar, as folds that leave out a device show. All
  // measured devices are from one vendor, so the kernels of others are unknown.
  if (!wanted.experts && alike.length > 0 && accelerator.vendor === 'nvidia') {
    const reason = () =>
      `${nounOf(wanted)} were measured on ${devicesOf(alike)}, of other generations than ${accelerator.id}`;
    return { step: 'two', reason };
  }
  return {
    step: 'unknown',
    reason: () => `neither ${accelerator.id} nor ${nounOf(wanted)} of its generation were measured`,
  };
}

function sameClass(a: ModelClass, b: ModelClass): boolean {
  return a.experts === b.experts && a.format === b.format && a.attention === b.attention;
}

function nounOf({ experts, format, attention }: ModelClass): string {
  const kind = experts ? 'models with experts' : 'dense models';
  return `${format} ${kind}${attention === 'softmax' ? '' : ` and ${attention} attention`}`;
}

function devicesOf(groups: readonly MeasuredGroup[]): string {
  return [...new Set(groups.map(({ accelerator }) => accelerator))].sort().join(', ');
}

function classesOf(groups: readonly MeasuredGroup[]): string {
  return [...new Set(groups.map(nounOf))].sort().join(', ');
}

function setupFactor(copy: ModelCopy): number {
  return (
    (isPcieGroup(copy) ? pcieGroup : 1) *
    (copy.acceleratorShare < 1 ? partOfGpu : 1) *
    (spreadsExperts(copy) ? spreadExperts : 1) *
    (isWidened(copy) ? widenedFp8 : 1)
  );
}

function setupReasons(copy: ModelCopy): readonly string[] {
  return [
    ...(isPcieGroup(copy) ? ['wider because GPUs linked by PCIe were rarely measured'] : []),
    ...(isWidened(copy)
      ? [
          `wider because ${copy.accelerator.id} has no fp8 arithmetic: weights are stored and read in fp8 and multiplied in 16 bits, ` +
            'faster than bf16 only where memory is the limit',
        ]
      : []),
    ...(spreadsExperts(copy) ? ['wider because no run with experts spread over the GPUs was measured'] : []),
    ...(copy.acceleratorShare < 1 ? ['wider because no fraction of a GPU was measured'] : []),
  ];
}

function isWidened({ accelerator, dtype }: ModelCopy): boolean {
  return dtype === 'fp8' && widensFp8(accelerator);
}

function isPcieGroup({ accelerator, tensorParallel }: ModelCopy): boolean {
  return tensorParallel > 1 && linkedByPcie(accelerator);
}
