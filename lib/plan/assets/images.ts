import type { AwsPlan } from '../aws/aws-plan';
import type { AzurePlan } from '../azure/azure-plan';
import type { Decision } from '../decision';
import { cite, decide, derive } from '../decision';
import type { Asset, AssetDestination, AssetSource } from './asset';

/** An image that something runs. */
interface RunImage {
  /** Key of what runs it. */
  readonly key: string;
  readonly usedBy: string;
  readonly uri: Decision<string>;
  /** Public image that is copied to it. */
  readonly importFrom?: Decision<string> | undefined;
  /** Image of another registry that the first pull fetches. */
  readonly cachedFrom?: Decision<string> | undefined;
  readonly neededBy?: 'deployment';
}

/** The image of every endpoint and tuning job. Two that run one digest have an asset each, so that ids do not depend on others. */
export function imageAssets(aws: AwsPlan | undefined, azure: AzurePlan | undefined): readonly Asset[] {
  return [...(aws === undefined ? [] : runOnAws(aws)).map(onAws), ...runOnAzure(azure).map(onAzure)];
}

function runOnAws({ deployment, tuning }: AwsPlan): readonly RunImage[] {
  return [
    ...Object.entries(deployment.endpoints).map(([key, { imageUri, imageCopiedFrom, imageCachedFrom }]): RunImage => ({
      key,
      usedBy: `aws.deployment.endpoints.${key}`,
      uri: imageUri,
      importFrom: imageCopiedFrom,
      cachedFrom: imageCachedFrom,
      neededBy: 'deployment',
    })),
    ...Object.entries(tuning.jobs).map(([key, { imageUri }]): RunImage => ({
      key: `tuning/${key}`,
      usedBy: `aws.tuning.jobs.${key}`,
      uri: imageUri,
    })),
  ];
}

function runOnAzure(azure: AzurePlan | undefined): readonly RunImage[] {
  return Object.entries(azure?.deployment.endpoints ?? {}).flatMap(([key, { container }]): readonly RunImage[] =>
    container === undefined
      ? []
      : [
          {
            key,
            usedBy: `azure.deployment.endpoints.${key}`,
            uri: container.imageUri,
            importFrom: container.importFrom,
            cachedFrom: container.cachedFrom,
            // The endpoint's own pull fetches it.
            ...(container.cachedFrom === undefined ? { neededBy: 'deployment' } : {}),
          },
        ],
  );
}

function common(image: RunImage): Pick<Asset, 'kind' | 'usedBy' | 'uri' | 'neededBy'> {
  const { usedBy, uri, neededBy } = image;
  return {
    kind: 'image',
    usedBy: decide([usedBy], 'assets.used-by', 'it names this digest'),
    uri,
    neededBy: decide(neededBy === undefined ? [] : [neededBy], 'assets.needed-by', neededByText(image)),
  };
}

function neededByText({ neededBy, cachedFrom }: RunImage): string {
  if (neededBy !== undefined) return 'an endpoint pulls it by digest when it starts';
  return cachedFrom === undefined
    ? 'a tuning job pulls it when it runs'
    : 'the pull by which an endpoint starts fetches it';
}

function onAws(image: RunImage): Asset {
  const { key, uri, importFrom, cachedFrom } = image;
  const destination = ecrImage(uri.value);
  const from = importFrom ?? cachedFrom;
  return {
    id: `aws/image/${key}`,
    cloud: 'aws',
    ...common(image),
    source: derive<AssetSource>(from ?? uri, { kind: 'registry', image: (from ?? uri).value }),
    destination: derive<AssetDestination>(uri, destination),
    ...(from === undefined
      ? {}
      : {
          after: decide(
            'integration',
            'assets.after',
            `the integration stack creates the ${importFrom === undefined ? 'cache' : 'repository'}`,
          ),
        }),
    bringer: bringerOnAws(image, destination.account),
  };
}

function bringerOnAws({ importFrom, cachedFrom }: RunImage, account: string): Asset['bringer'] {
  if (importFrom !== undefined)
    return decide('push', 'assets.bringer', "'llmops assets push' copies it by digest, layer by layer");
  if (cachedFrom !== undefined) {
    return cite(
      'cache',
      'assets.bringer',
      "the first pull of the digest fetches it: 'llmops assets push' makes it before the endpoint, because a first pull through private endpoints of ECR needs a way to the internet",
      { source: 'Amazon ECR User Guide, considerations for pull through cache rules', asOf: '2026-12-01' },
    );
  }
  return decide(
    'provider',
    'assets.bringer',
    `account ${account} of AWS publishes it in this region: it is looked for, not copied`,
  );
}

function ecrImage(uri: string): Extract<AssetDestination, { kind: 'ecr-image' }> {
  const [, account = '', region = '', repository = '', digest = ''] =
    /^(\d{12})\.dkr\.ecr\.([^.]+)\.[^/]+\/([^@]+)@(.+)$/.exec(uri) ?? [];
  return { kind: 'ecr-image', account, region, repository, digest };
}

function onAzure(image: RunImage): Asset {
  const { key, uri, importFrom, cachedFrom } = image;
  const from = importFrom ?? cachedFrom;
  const [, registry = '', repository = '', digest = ''] = /^([^.]+)\.[^/]+\/([^@]+)@(.+)$/.exec(uri.value) ?? [];
  return {
    id: `azure/image/${key}`,
    cloud: 'azure',
    ...common(image),
    source:
      from === undefined
        ? derive<AssetSource>(uri, { kind: 'yours' })
        : derive<AssetSource>(from, { kind: 'registry', image: from.value }),
    destination: derive<AssetDestination>(uri, { kind: 'acr-image', registry, repository, digest }),
    after: decide('initialization', 'assets.after', 'the initialization stage creates the container registry'),
    bringer: bringerOnAzure(image),
  };
}

function bringerOnAzure({ importFrom, cachedFrom }: RunImage): Asset['bringer'] {
  if (importFrom !== undefined)
    return decide('push', 'assets.bringer', "'llmops assets push' has the registry import it by digest");
  if (cachedFrom !== undefined)
    return decide(
      'cache',
      'assets.bringer',
      'the first pull of the digest, by the endpoint, fetches it by a cache rule',
    );
  return decide('you', 'assets.bringer', 'your image: its build pushes it into the registry of the environment');
}
