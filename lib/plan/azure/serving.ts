import type { VariableImage } from '../../catalog/published-images';
import { variableImage } from '../../catalog/published-images';
import { containerPorts } from '../../catalog/rows/container-ports';
import type { ServingEngine } from '../../catalog/types';
import type { AzureServing, EndpointSpec, Issue, Result } from '../../platform';
import { failure, listed, success, upstreamIssues } from '../../platform';
import type { Alternative, Decision, Sourced } from '../decision';
import { cite, decide, pinned, withRejected } from '../decision';
import type { EndpointContext } from '../endpoint/endpoint-context';
import { azureMlEnvironment, azureMlMountPath, azureMlVariables } from '../endpoint/serving';
import type { SizedEndpoint } from '../endpoint/size';
import { modelTags, quantisedWeights, weightsInAzureMl } from '../endpoint/weights';
import type { AzureOnlineEndpointPlan, AzureServingContainerPlan } from './azure-plan';
import { artifactCache, cacheRepository } from './cache-rules';

/** What a deployment runs: its container, settings and weights. */
export type Served = Pick<
  AzureOnlineEndpointPlan,
  'servedFrom' | 'container' | 'environment' | 'modelUri' | 'modelTags'
>;

/** Names of the registries of an environment. */
export interface RegistryNames {
  readonly images: string;
  readonly models: string;
}

interface ServingInput {
  readonly context: Pick<EndpointContext, 'key' | 'endpoint' | 'model' | 'catalog'>;
  readonly sized: SizedEndpoint;
  readonly registries: RegistryNames;
}

/** Variable with the command line of the engine, for an image of the user. */
const argumentsVariable = 'ENGINE_ARGS';

/** Decides what serves an endpoint on Azure Machine Learning, whose deployments have no command line. */
export function azureServing(input: ServingInput): Result<Served> {
  const { endpoint } = input.context;
  const from = endpoint.serving.azure ?? { from: 'published-image' };
  switch (from.from) {
    case 'published-image':
      return publishedImage(input);
    case 'own-image':
      return success(ownImage(input, from));
    case 'hugging-face':
      return success(registryModel(input, from));
    case 'cached-image':
      return cachedImage(input, from);
  }
}

const imageImport: Sourced = {
  source: 'MicrosoftDocs/azure-management-docs, container-registry-import-images.md of 2023-10-31',
  asOf: '2026-11-30',
};

const preview: readonly Alternative[] = [
  {
    value: 'a deployment template of a registry',
    reason: 'preview, without a service level: the closest to a plan per size once it is generally available',
    possible: false,
  },
  {
    value: 'managed compute of Foundry',
    reason: 'API version 2026-05-15-preview only, with its own quota, and no class in the provider',
    possible: false,
  },
];

function servedFrom(
  endpoint: EndpointSpec,
  key: string,
  from: AzureServing['from'],
  why: string,
): Served['servedFrom'] {
  return endpoint.serving.azure === undefined
    ? decide(from, 'serving.published-image', why, [
        {
          value: 'hugging-face',
          reason: 'its engine and arguments are not the planned ones, and weights come from the hub at each start',
        },
        { value: 'own-image', reason: 'an image to build, to scan and to renew' },
        ...preview,
      ])
    : pinned(from, `endpoints.${key}.serving.azure.from`);
}

function publishedImage({ context, sized, registries }: ServingInput): Result<Served> {
  const { key, endpoint } = context;
  const { engine, size } = sized;
  const image = variableImage(engine);
  if (image === undefined) return failure([noVariableImage(context, engine)]);
  const digest = endpoint.serving.imageDigest.azure ?? '';
  return success({
    servedFrom: servedFrom(
      endpoint,
      key,
      'published-image',
      'a published image reads every planned argument from variables, and is imported without a build',
    ),
    container: {
      imageUri: importedImage(image, engine, { key, digest, registry: registries.images }),
      importFrom: cite(
        `${image.repository}@${digest}`,
        'serving.import',
        `az acr import --name ${registries.images} --source <this> --repository ${withoutRegistry(image.repository)} copies it by the control plane, without a way into the network${image.tag === undefined ? '' : `; its tag is ${image.tag}`}`,
        imageImport,
      ),
      ...answers(image.answers),
    },
    environment: azureMlVariables(engine, image, key, size.value),
    ...weights(context, sized, registries),
  });
}

/** The published image, or another one that reads the same variables, through a cache rule of the registry. */
function cachedImage(
  { context, sized, registries }: ServingInput,
  from: Extract<AzureServing, { from: 'cached-image' }>,
): Result<Served> {
  const { key, endpoint } = context;
  const { engine, size } = sized;
  const image = variableImage(engine);
  if (image === undefined) return failure([noVariableImage(context, engine)]);
  const path = `endpoints.${key}.serving`;
  const repository = from.image ?? image.repository;
  const issues = upstreamIssues('azure', `${path}.azure`, repository, from.login);
  if (issues.length > 0) return failure(issues);
  const source = `${repository}@${endpoint.serving.imageDigest.azure ?? ''}`;
  return success({
    servedFrom: servedFrom(endpoint, key, 'cached-image', ''),
    container: {
      imageUri: cite(
        `${registries.images}.azurecr.io/${cacheRepository(repository)}@${endpoint.serving.imageDigest.azure ?? ''}`,
        'serving.cached-image',
        `the first pull of the digest fetches ${repository} by a cache rule of the environment's registry, which keeps it; a cached repository and an imported one never have one name`,
        artifactCache,
      ),
      cachedFrom:
        from.image === undefined
          ? cite(
              source,
              'serving.image-by-digest',
              `the published image of the engine, pinned by ${path}.imageDigest.azure`,
              engine,
            )
          : pinned(source, `${path}.azure.image and ${path}.imageDigest.azure`),
      ...answers(image.answers),
    },
    environment: azureMlVariables(engine, image, key, size.value),
    ...weights(context, sized, registries),
  });
}

/** Where the published image is imported to. */
function importedImage(
  { repository }: VariableImage,
  engine: ServingEngine,
  { key, digest, registry }: { readonly key: string; readonly digest: string; readonly registry: string },
): Decision<string> {
  const image = cite(
    `${registry}.azurecr.io/${withoutRegistry(repository)}@${digest}`,
    'serving.image-by-digest',
    `${repository} imported into the environment's registry, which keeps the digest pinned by endpoints.${key}.serving.imageDigest.azure`,
    engine,
  );
  const driver = {
    rule: 'serving.host-driver-unknown',
    text: 'no source names the NVIDIA driver of the hosts of Azure Machine Learning: test that they start this image before relying on it',
  };
  return withRejected({ ...image, because: [...image.because, driver] }, [
    { value: repository, reason: 'a deployment without egress cannot pull from a public registry' },
  ]);
}

function ownImage(
  { context, sized, registries }: ServingInput,
  { repository }: Extract<AzureServing, { from: 'own-image' }>,
): Served {
  const { key, endpoint } = context;
  const { engine, size } = sized;
  const path = `endpoints.${key}.serving`;
  return {
    servedFrom: servedFrom(endpoint, key, 'own-image', ''),
    container: {
      imageUri: pinned(
        `${registries.images}.azurecr.io/${repository}@${endpoint.serving.imageDigest.azure ?? ''}`,
        `${path}.azure.repository and ${path}.imageDigest.azure`,
      ),
      ...answers(containerPorts[engine.engine]),
    },
    environment: azureMlEnvironment(engine, key, size.value, argumentsVariable),
    ...weights(context, sized, registries),
  };
}

const huggingFaceRegistry: Sourced = {
  source: 'MicrosoftDocs/azure-ai-docs, how-to-deploy-models-from-huggingface.md of 2025-07-17',
  asOf: '2026-11-30',
};

function registryModel(
  { context: { key, endpoint, model } }: ServingInput,
  from: Extract<AzureServing, { from: 'hugging-face' }>,
): Served {
  return {
    servedFrom: servedFrom(endpoint, key, 'hugging-face', ''),
    environment: decide({}, 'serving.of-registry', 'the model of the registry brings its engine and its settings'),
    modelUri: cite(
      `azureml://registries/HuggingFace/models/${from.model}/versions/${from.version}`,
      'serving.hugging-face',
      `pinned by endpoints.${key}.serving.azure; which commit of ${model.id} and which engine version it serves is decided by the registry, so the predicted figures are those of another engine. The registry is outside of the vendor's support`,
      huggingFaceRegistry,
    ),
  };
}

function weights(
  { key, endpoint, model }: ServingInput['context'],
  { architecture, size }: SizedEndpoint,
  registries: RegistryNames,
): { readonly modelUri: Decision<string>; readonly modelTags: ReturnType<typeof modelTags> } {
  const quantised = quantisedWeights(key, endpoint, size.value.dtype, architecture.publishedDtype);
  return {
    modelUri: weightsInAzureMl(model, `models.${endpoint.model}`, registries.models, quantised),
    modelTags: modelTags(model),
  };
}

function answers(
  row: VariableImage['answers'],
): Pick<AzureServingContainerPlan, 'port' | 'healthPath' | 'modelMountPath'> {
  return {
    port: cite(row.port, 'serving.port', 'the port that the entry point of the image serves on', row),
    healthPath: cite(row.healthPath, 'serving.health', 'answers once the weights are loaded', row),
    modelMountPath: azureMlMountPath(),
  };
}

function withoutRegistry(repository: string): string {
  return repository.split('/').slice(1).join('/');
}

function noVariableImage({ key, catalog }: ServingInput['context'], { engine, version }: ServingEngine): Issue {
  const known = catalog.engines
    .filter((row) => row.engine === engine && variableImage(row) !== undefined)
    .map((row) => row.version);
  const own = `set endpoints.${key}.serving.azure to { from: 'own-image', repository }`;
  return {
    code: 'NoVariableImage',
    path: `endpoints.${key}.serving.version`,
    message: `no published image of ${engine} ${version} reads its arguments from variables, and a deployment on Azure has no command line`,
    got: `${engine} ${version}`,
    expected: known.length === 0 ? 'an image driven by variables' : `a version with such an image: ${listed(known)}`,
    fix: known.length === 0 ? own : `use ${listed(known)}, or ${own}`,
  };
}
