import type { Dtype, ModelArchitecture } from '../../catalog/types';
import type { Cloud, EndpointSpec, QuantisedFormat } from '../../platform';
import type { FormatOption } from './choose-size';

/** Formats a GPU of the last three generations serves, and most models are published in by somebody. */
const usual: readonly QuantisedFormat[] = ['fp8'];

/** Formats the spec says there are weights in on a cloud, sorted, beside the published one. */
export function formatsOn(
  cloud: Cloud,
  path: string,
  { quantisation = {} }: EndpointSpec,
  model: ModelArchitecture,
): readonly FormatOption[] {
  const formats: readonly QuantisedFormat[] = ['fp8', 'int4', 'int8', 'mxfp4', 'nvfp4'];
  return formats.flatMap((dtype) => {
    const artifact = quantisation[dtype];
    const uri = cloud === 'aws' ? artifact?.s3Uri : artifact?.azureModelUri;
    if (uri === undefined || dtype === model.publishedDtype) return [];
    return [{ dtype, path: `${path}.quantisation.${dtype}` }];
  });
}

/** Formats worth a price although there are no weights in them yet. */
export function usualFormats(
  { publishedDtype = 'bf16' }: ModelArchitecture,
  existing: readonly FormatOption[],
): readonly Dtype[] {
  if (publishedDtype !== 'bf16') return [];
  return usual.filter((dtype) => existing.every((option) => option.dtype !== dtype));
}
