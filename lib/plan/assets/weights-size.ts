import type { Dtype, ModelArchitecture } from '../../catalog/types';
import type { Decision } from '../decision';
import { cite } from '../decision';
import { bytesPerParameter, publishedDtype, splitParameters } from '../performance/parameters';
import { bytesPerGiB } from '../units';

/** Bytes of the files of a model in a number format: the published size where it is known, else parameters times their bytes. */
export function weightsSize(model: ModelArchitecture, dtype: Dtype = publishedDtype(model)): Decision<number> {
  if (dtype === publishedDtype(model) && model.checkpointGiB !== undefined) {
    return cite(
      Math.round(model.checkpointGiB * bytesPerGiB),
      'assets.size',
      `${model.id} is published with ${model.checkpointGiB} GiB of weights`,
      model,
    );
  }
  const { expert, fixed, lookup } = splitParameters(model);
  const bytes = bytesPerParameter(dtype, model);
  return cite(
    Math.round(expert * bytes.expert + fixed * bytes.fixed + lookup * bytes.lookup),
    'assets.size',
    `${model.totalParams} billion parameters in ${dtype}; the sizes of the files are known once they are listed`,
    model,
  );
}
