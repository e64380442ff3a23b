import type { Catalog } from '../../catalog';
import { compareText } from '../order';
import { defaultDtype, dtypeProblem, quantisedDtypes } from '../performance/dtype-support';
import type { ModelCopy } from '../performance/model-copy';
import { gpusOf, tensorParallelOptions, tensorParallelProblem } from '../performance/tensor-parallel';
import { deviceProblem, largest } from '../sizing/copy-concurrency';
import type { EstimateInput } from './input';

/** Whether a copy holds a request of the load's length. */
type Fits = (input: EstimateInput, copy: ModelCopy) => boolean;

/**
 * Changes that make a copy fit, smallest first: more GPUs of the same instance, a smaller number format, a shorter request,
 * the cheapest other instance of the same service and region.
 */
export function nearestThatFits(
  input: EstimateInput,
  copy: ModelCopy,
  catalog: Catalog,
  fits: Fits,
): readonly string[] {
  const found = [
    moreGpus(input, copy, fits),
    smallerFormat(input, copy, fits),
    shorterRequest(input, copy, fits),
    otherInstance(input, copy, catalog, fits),
  ];
  return found.filter((text) => text !== undefined);
}

function moreGpus(input: EstimateInput, copy: ModelCopy, fits: Fits): string | undefined {
  const wider = tensorParallelOptions(copy, gpusOf(input.offer)).find(
    (tensorParallel) => tensorParallel > copy.tensorParallel && fits(input, { ...copy, tensorParallel }),
  );
  return wider === undefined ? undefined : `tensor parallel ${wider} on the same instance`;
}

function smallerFormat(input: EstimateInput, copy: ModelCopy, fits: Fits): string | undefined {
  const smaller = quantisedDtypes.find((dtype) => {
    const other = { ...copy, dtype };
    const legal = tensorParallelProblem(other, copy.tensorParallel, gpusOf(input.offer)) === undefined;
    return dtype !== copy.dtype && legal && dtypeProblem(copy.accelerator, dtype) === undefined && fits(input, other);
  });
  return smaller === undefined ? undefined : `weights in ${smaller} on the same GPUs`;
}

function shorterRequest(input: EstimateInput, copy: ModelCopy, fits: Fits): string | undefined {
  const { load } = input;
  const fitsWith = (inputTokens: number): boolean => fits({ ...input, load: { ...load, inputTokens } }, copy);
  const most = Math.floor(load.inputTokens);
  if (most < 2 || !fitsWith(1)) return undefined;
  return `prompts of at most ${largest(most - 1, fitsWith)} tokens, with answers of ${load.outputTokens}`;
}

function otherInstance(input: EstimateInput, copy: ModelCopy, catalog: Catalog, fits: Fits): string | undefined {
  const { model, offer, dtype: requested } = input;
  const devices = new Map(catalog.accelerators.map((accelerator) => [accelerator.id, accelerator]));
  const options = catalog.instances.flatMap((other) => {
    const accelerator = devices.get(other.accelerator);
    if (other.service !== offer.service || other.region !== offer.region || other.usdPerHour === undefined) return [];
    if (accelerator === undefined || deviceProblem(accelerator) !== undefined) return [];
    const dtype = dtypeProblem(accelerator, requested) === undefined ? requested : defaultDtype(model, accelerator);
    if (dtypeProblem(accelerator, dtype) !== undefined) return [];
    const tensorParallel = tensorParallelOptions({ ...copy, dtype }, gpusOf(other)).find((split) =>
      fits(input, { ...copy, accelerator, acceleratorShare: other.acceleratorShare, tensorParallel: split, dtype }),
    );
    return tensorParallel === undefined ? [] : [{ other, usdPerHour: other.usdPerHour, tensorParallel, dtype }];
  });
  const best = options.toSorted(
    (a, b) => a.usdPerHour - b.usdPerHour || compareText(a.other.instanceType, b.other.instanceType),
  )[0];
  if (best === undefined) return undefined;
  const price = `$${best.usdPerHour.toFixed(2)} an hour, ${best.other.priceStatus}`;
  return `${best.other.instanceType} with tensor parallel ${best.tensorParallel} in ${best.dtype} (${price})`;
}
