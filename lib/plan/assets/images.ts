import type { AwsPlan } from '../aws/aws-plan';
import type { AzurePlan } from '../azure/azure-plan';
import type { Decision } from '../decision';
import { decide, derive } from '../decision';
import type { Asset, AssetDestination, AssetSource } from './asset';

/** An image that something runs. */
interface RunImage {
  /** Key of what runs it. */
  readonly key: string;
  readonly usedBy: string;
  readonly uri: Decision<string>;
  /** Public image that is copied to it. */
  readonly importFrom?: Decision<string> | undefined;
  readonly neededBy?: 'deployment';
}

/** The image of every endpoint and tuning job. Two that run one digest have an asset each, so that ids do not depend on others. */
export function imageAssets(aws: AwsPlan | undefined, azure: AzurePlan | undefined): readonly Asset[] {
  return [...(aws === undefined ? [] : runOnAws(aws)).map(onAws), ...runOnAzure(azure).map(onAzure)];
}

function runOnAws({ deployment, tuning }: AwsPlan): readonly RunImage[] {
  return [
    ...Object.entries(deployment.endpoints).map(([key, { imageUri, imageCopiedFrom }]): RunImage => ({
      key,
      usedBy: `aws.deployment.endpoints.${key}`,
      uri: imageUri,
      importFrom: imageCopiedFrom,
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
            neededBy: 'deployment',
          },
        ],
  );
}

function common({ usedBy, uri, neededBy }: RunImage): Pick<Asset, 'kind' | 'usedBy' | 'uri' | 'neededBy'> {
  return {
    kind: 'image',
    usedBy: decide([usedBy], 'assets.used-by', 'it names this digest'),
    uri,
    neededBy: decide(
      neededBy === undefined ? [] : [neededBy],
      'assets.needed-by',
      neededBy === undefined ? 'a tuning job pulls it when it runs' : 'an endpoint pulls it by digest when it starts',
    ),
  };
}

function onAws(image: RunImage): Asset {
  const { key, uri, importFrom } = image;
  const destination = ecrImage(uri.value);
  return {
    id: `aws/image/${key}`,
    cloud: 'aws',
    ...common(image),
    source: derive<AssetSource>(importFrom ?? uri, { kind: 'registry', image: (importFrom ?? uri).value }),
    destination: derive<AssetDestination>(uri, destination),
    ...(importFrom === undefined
      ? {}
      : { after: decide('integration', 'assets.after', 'the integration stack creates the repository') }),
    bringer:
      importFrom === undefined
        ? decide(
            'provider',
            'assets.bringer',
            `account ${destination.account} of AWS publishes it in this region: it is looked for, not copied`,
          )
        : decide('push', 'assets.bringer', "'llmops assets push' copies it by digest, layer by layer"),
  };
}

function ecrImage(uri: string): Extract<AssetDestination, { kind: 'ecr-image' }> {
  const [, account = '', region = '', repository = '', digest = ''] =
    /^(\d{12})\.dkr\.ecr\.([^.]+)\.[^/]+\/([^@]+)@(.+)$/.exec(uri) ?? [];
  return { kind: 'ecr-image', account, region, repository, digest };
}

function onAzure(image: RunImage): Asset {
  const { key, uri, importFrom } = image;
  const [, registry = '', repository = '', digest = ''] = /^([^.]+)\.[^/]+\/([^@]+)@(.+)$/.exec(uri.value) ?? [];
  return {
    id: `azure/image/${key}`,
    cloud: 'azure',
    ...common(image),
    source:
      importFrom === undefined
        ? derive<AssetSource>(uri, { kind: 'yours' })
        : derive<AssetSource>(importFrom, { kind: 'registry', image: importFrom.value }),
    destination: derive<AssetDestination>(uri, { kind: 'acr-image', registry, repository, digest }),
    after: decide('initialization', 'assets.after', 'the initialization stage creates the container registry'),
    bringer:
      importFrom === undefined
        ? decide('you', 'assets.bringer', 'your image: its build pushes it into the registry of the environment')
        : decide('push', 'assets.bringer', "'llmops assets push' has the registry import it by digest"),
  };
}
