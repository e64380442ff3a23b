import type { Dtype, ModelArchitecture } from '../../catalog/types';
import type { Cloud, EndpointSpec, QuantisedFormat } from '../../platform';
import type { FormatOption } from './choose-size';
import { isRegistryModel } from './registry-model';

/** Formats that GPUs of the last three generations support and that most models are available in. */
const usual: readonly QuantisedFormat[] = ['fp8'];

/** Formats besides the published one that the spec names weights in on a cloud, sorted. */
export function formatsOn(
  cloud: Cloud,
  path: string,
  endpoint: EndpointSpec,
  model: ModelArchitecture,
): readonly FormatOption[] {
  if (isRegistryModel(cloud, endpoint)) return [];
  const { quantisation = {} } = endpoint;
  const formats: readonly QuantisedFormat[] = ['fp8', 'int4', 'int8', 'mxfp4', 'nvfp4'];
  return formats.flatMap((dtype) => {
    const artifact = quantisation[dtype];
    const uri = cloud === 'aws' ? artifact?.s3Uri : artifact?.azureModelUri;
    if (uri === undefined || dtype === model.publishedDtype) return [];
    return [{ dtype, path: `${path}.quantisation.${dtype}` }];
  });
}

/** Formats to price although the spec names no weights in them. */
export function usualFormats(
  { publishedDtype = 'bf16' }: ModelArchitecture,
  existing: readonly FormatOption[],
): readonly Dtype[] {
  if (publishedDtype !== 'bf16') return [];
  return usual.filter((dtype) => existing.every((option) => option.dtype !== dtype));
}
