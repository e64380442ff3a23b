import type { Draft } from '../draft';
import type { EndpointSpec } from '../endpoint';
import type { Issue } from '../issue';
import { needsAzureImage, withoutEffect } from './azure-serving';

/**
 * Settings and weights that a model of the `HuggingFace` registry does not read on Azure: it brings its own. Adapters are
 * refused while the endpoint is planned.
 */
export function registryModelIssues(draft: Draft, key: string, endpoint: EndpointSpec): readonly Issue[] {
  if (needsAzureImage(endpoint) || !endpoint.clouds.includes('azure')) return [];
  const { serving, quantisation = {}, clouds } = endpoint;
  const path = `endpoints.${key}`;
  const brings = `the model of the HuggingFace registry brings its own engine and weights`;
  const aws = clouds.includes('aws') ? ', or ignore this: it has an effect on AWS' : '';
  const settings = (['gpuMemoryUtilization', 'expertParallel'] as const).flatMap((name): readonly Issue[] => {
    const at = `${path}.serving.${name}`;
    const fix = `remove ${at}: ${brings}${aws}`;
    return serving[name] === undefined ? [] : [withoutEffect(at, serving[name], fix)];
  });
  const weights = [
    ...(readsArtifact(draft, key, endpoint)
      ? []
      : [[`models.${endpoint.model}.artifact`, artifactOf(draft, endpoint)] as const]),
    ...Object.entries(quantisation).map(
      ([format, artifact]) => [`${path}.quantisation.${format}`, artifact.azureModelUri] as const,
    ),
  ].flatMap(([at, uri]): readonly Issue[] =>
    uri === undefined ? [] : [withoutEffect(`${at}.azureModelUri`, uri, `remove ${at}.azureModelUri: ${brings}`)],
  );
  return [...settings, ...weights];
}

function artifactOf({ spec }: Draft, { model }: EndpointSpec): string | undefined {
  const found = spec.models?.[model];
  return found?.kind === 'open-weights' ? found.artifact?.azureModelUri : undefined;
}

/** Whether another endpoint reads the weights, or an earlier one has reported that none does. */
function readsArtifact({ spec }: Draft, key: string, { model }: EndpointSpec): boolean {
  const onAzure = Object.entries(spec.endpoints ?? {}).filter(
    ([, other]) => other.model === model && other.clouds.includes('azure'),
  );
  return onAzure.some(([, other]) => needsAzureImage(other)) || onAzure[0]?.[0] !== key;
}
