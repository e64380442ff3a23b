import type { Catalog } from '../../catalog';
import { defaultDtype, dtypeProblem } from '../performance/dtype-support';
import type { ModelCopy } from '../performance/model-copy';
import { gpusOf, tensorParallelOptions } from '../performance/tensor-parallel';
import { deviceProblem } from '../sizing/candidate';
import type { EstimateSubject } from './input';

/** Whether a copy serves a request of the load's length. */
type Fits = (subject: EstimateSubject, copy: ModelCopy) => boolean;

/**
 * What works instead of a copy that does not fit, nearest first: more GPUs of the same instance, a smaller format, a
 * shorter request, the cheapest other instance of the same service and region.
 */
export function nearestThatFits(
  subject: EstimateSubject,
  copy: ModelCopy,
  catalog: Catalog,
  fits: Fits,
): readonly string[] {
  const found = [
    moreGpus(subject, copy, fits),
    smallerFormat(subject, copy, fits),
    shorterRequest(subject, copy, fits),
    otherInstance(subject, copy, catalog, fits),
  ];
  return found.filter((text) => text !== undefined);
}

function moreGpus(subject: EstimateSubject, copy: ModelCopy, fits: Fits): string | undefined {
  const wider = tensorParallelOptions(copy.model, gpusOf(subject.offer)).find(
    (tensorParallel) => tensorParallel > copy.tensorParallel && fits(subject, { ...copy, tensorParallel }),
  );
  return wider === undefined ? undefined : `tensor parallel ${wider} on the same instance`;
}

/** Formats a checkpoint can be quantised to without retraining, largest first. */
const quantised = ['fp8', 'int8', 'nvfp4', 'int4'] as const;

function smallerFormat(subject: EstimateSubject, copy: ModelCopy, fits: Fits): string | undefined {
  const smaller = quantised.find(
    (dtype) =>
      dtype !== copy.dtype && dtypeProblem(copy.accelerator, dtype) === undefined && fits(subject, { ...copy, dtype }),
  );
  return smaller === undefined ? undefined : `weights in ${smaller} on the same GPUs`;
}

function shorterRequest(subject: EstimateSubject, copy: ModelCopy, fits: Fits): string | undefined {
  const { outputTokens } = subject.load;
  const holds = (inputTokens: number): boolean => fits({ ...subject, load: { ...subject.load, inputTokens } }, copy);
  let low = 0;
  let high = Math.floor(subject.load.inputTokens);
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (holds(middle)) low = middle;
    else high = middle;
  }
  return low === 0 ? undefined : `prompts of at most ${low} tokens, with answers of ${outputTokens}`;
}

function otherInstance(subject: EstimateSubject, copy: ModelCopy, catalog: Catalog, fits: Fits): string | undefined {
  const { model, offer, dtype: asked } = subject;
  const devices = new Map(catalog.accelerators.map((accelerator) => [accelerator.id, accelerator]));
  const options = catalog.instances.flatMap((other) => {
    const accelerator = devices.get(other.accelerator);
    if (other.service !== offer.service || other.region !== offer.region || other.usdPerHour === undefined) return [];
    if (accelerator === undefined || deviceProblem(accelerator) !== undefined) return [];
    const dtype = dtypeProblem(accelerator, asked) === undefined ? asked : defaultDtype(model, accelerator);
    if (dtypeProblem(accelerator, dtype) !== undefined) return [];
    const tensorParallel = tensorParallelOptions(model, gpusOf(other)).find((split) =>
      fits(subject, { ...copy, accelerator, acceleratorShare: other.acceleratorShare, tensorParallel: split, dtype }),
    );
    return tensorParallel === undefined ? [] : [{ other, usdPerHour: other.usdPerHour, tensorParallel, dtype }];
  });
  const best = options.toSorted(
    (a, b) => a.usdPerHour - b.usdPerHour || (a.other.instanceType < b.other.instanceType ? -1 : 1),
  )[0];
  if (best === undefined) return undefined;
  const price = `$${best.usdPerHour.toFixed(2)} an hour, ${best.other.priceStatus}`;
  return `${best.other.instanceType} with tensor parallel ${best.tensorParallel} in ${best.dtype} (${price})`;
}
