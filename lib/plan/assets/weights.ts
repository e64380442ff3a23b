import type { Dtype } from '../../catalog/types';
import type { Cloud, OpenWeightsModel, QuantisedFormat } from '../../platform';
import type { AwsPlan, AwsWeightsImportPlan } from '../aws/aws-plan';
import type { AzurePlan } from '../azure/azure-plan';
import type { EnvironmentContext } from '../context';
import type { Decision } from '../decision';
import { decide, pinned } from '../decision';
import { openWeightsModel, tuningJobs } from '../entries';
import type { Asset, AssetBringer, AssetDestination, AssetSignature, AssetSource } from './asset';
import { weightsChecks } from './weights-checks';
import { weightsSize } from './weights-size';

/** A model that something loads, from one place. */
interface LoadedModel {
  /** Key of the model in the spec. */
  readonly key: string;
  /** Path in the plan of what loads it. */
  readonly usedBy: string;
  readonly uri: Decision<string>;
  readonly tags?: Decision<Readonly<Record<string, string>>> | undefined;
  /** The unit that cannot be deployed without it. */
  readonly neededBy?: 'deployment';
  /** Where the config places other formats of the model, by format. */
  readonly formats: Readonly<Partial<Record<QuantisedFormat, string>>>;
}

/** Weights of every model that an endpoint serves or a tuning job starts from, each place of a model once. */
export function weightAssets(
  context: EnvironmentContext,
  aws: AwsPlan | undefined,
  azure: AzurePlan | undefined,
): readonly Asset[] {
  const onAws = aws === undefined ? [] : [...servedOnAws(context, aws), ...tunedOnAws(context, aws)];
  const onAzure = azure === undefined ? [] : servedOnAzure(context, azure);
  return [
    ...places(onAws).map((all) => weights(context, all, ownStore(aws))),
    ...places(onAzure).map((all) =>
      weights(context, all, { cloud: 'azure', name: azure?.evaluation.registryName.value, jobs: [] }),
    ),
  ];
}

/** The store of an environment on one cloud. */
interface OwnStore {
  readonly cloud: Cloud;
  readonly name: string | undefined;
  /** Jobs that bring weights into it. */
  readonly jobs: readonly AwsWeightsImportPlan[];
}

function ownStore(aws: AwsPlan | undefined): OwnStore {
  const { artifactBucketName, imports = {} } = aws?.integration ?? {};
  return { cloud: 'aws', name: artifactBucketName?.value, jobs: Object.values(imports) };
}

function servedOnAws({ platform }: EnvironmentContext, { deployment }: AwsPlan): readonly LoadedModel[] {
  return Object.entries(deployment.endpoints).map(([key, { modelDataUri }]) => ({
    key: platform.endpoints[key]?.model ?? key,
    usedBy: `aws.deployment.endpoints.${key}`,
    uri: modelDataUri,
    neededBy: 'deployment',
    formats: formats(platform.endpoints[key]?.quantisation ?? {}, 's3Uri'),
  }));
}

function tunedOnAws(context: EnvironmentContext, { tuning }: AwsPlan): readonly LoadedModel[] {
  return tuningJobs(context).flatMap(([key, { base }]) => {
    const job = tuning.jobs[key];
    return job === undefined
      ? []
      : [{ key: base, usedBy: `aws.tuning.jobs.${key}`, uri: job.baseModelUri, formats: {} }];
  });
}

function servedOnAzure({ platform }: EnvironmentContext, { deployment }: AzurePlan): readonly LoadedModel[] {
  return Object.entries(deployment.endpoints).map(([key, { modelUri, modelTags }]) => ({
    key: platform.endpoints[key]?.model ?? key,
    usedBy: `azure.deployment.endpoints.${key}`,
    uri: modelUri,
    tags: modelTags,
    neededBy: 'deployment',
    formats: formats(platform.endpoints[key]?.quantisation ?? {}, 'azureModelUri'),
  }));
}

function formats(
  quantisation: Readonly<Partial<Record<QuantisedFormat, OpenWeightsModel['artifact']>>>,
  field: 's3Uri' | 'azureModelUri',
): LoadedModel['formats'] {
  return Object.fromEntries(Object.entries(quantisation).map(([format, artifact]) => [format, artifact?.[field]]));
}

/** What loads one model from one place together: two endpoints share its files. */
function places(loaded: readonly LoadedModel[]): readonly (readonly [LoadedModel, ...LoadedModel[]])[] {
  const byPlace = new Map<string, [LoadedModel, ...LoadedModel[]]>();
  for (const one of loaded) {
    const others = byPlace.get(`${one.key} ${one.uri.value}`);
    if (others === undefined) byPlace.set(`${one.key} ${one.uri.value}`, [one]);
    else others.push(one);
  }
  return [...byPlace.values()];
}

function weights(context: EnvironmentContext, all: readonly [LoadedModel, ...LoadedModel[]], own: OwnStore): Asset {
  const { cloud } = own;
  const [{ key, uri, tags }] = all;
  const model = openWeightsModel(context, key);
  const format = all.flatMap((one) => formatAt(one, uri.value))[0];
  const destination = placeOf(uri.value);
  const inOwn = (destination.kind === 's3-prefix' ? destination.bucket : destination.registry) === own.name;
  const job =
    destination.kind === 's3-prefix' && inOwn
      ? own.jobs.find(({ prefix }) => prefix.value === destination.prefix)
      : undefined;
  const row = context.catalog.models.find(({ id }) => id === model?.id);
  const needed = all.some(({ neededBy }) => neededBy !== undefined);
  return {
    id: [cloud, 'weights', key, ...(format === undefined ? [] : [format])].join('/'),
    kind: 'weights',
    cloud,
    usedBy: decide(
      all.map(({ usedBy }) => usedBy),
      'assets.used-by',
      'everything that loads them from this place',
    ),
    source: source(model, key, format),
    destination: { ...uri, value: destination },
    uri,
    ...(inOwn ? { after: after(cloud) } : {}),
    neededBy: decide(
      needed ? ['deployment'] : [],
      'assets.needed-by',
      needed ? 'an endpoint loads them when it starts, and fails without them' : 'a tuning job loads them when it runs',
    ),
    ...broughtBy({ destination, inOwn, own, job }),
    ...(cloud === 'aws' && inOwn ? { checks: weightsChecks(model, job) } : {}),
    ...(tags === undefined ? {} : { tags }),
    ...(row === undefined ? {} : { bytes: weightsSize(row, format) }),
    signature: signature(model, key),
  };
}

function formatAt({ formats: known }: LoadedModel, uri: string): readonly Dtype[] {
  return Object.entries(known).flatMap(([format, at]) => (at === uri ? [format as Dtype] : []));
}

function placeOf(uri: string): Extract<AssetDestination, { kind: 's3-prefix' | 'ml-model' }> {
  const [, bucket, prefix] = /^s3:\/\/([^/]+)\/(.*)$/.exec(uri) ?? [];
  if (bucket !== undefined && prefix !== undefined) return { kind: 's3-prefix', bucket, prefix };
  const [, registry = '', name = '', version = ''] =
    /^azureml:\/\/registries\/([^/]+)\/models\/([^/]+)\/versions\/(.+)$/.exec(uri) ?? [];
  return { kind: 'ml-model', registry, name, version };
}

function source(model: OpenWeightsModel | undefined, key: string, format: Dtype | undefined): Decision<AssetSource> {
  if (model === undefined || format !== undefined) {
    return decide(
      { kind: 'yours' },
      'assets.source-unnamed',
      'the config says where these weights are, and not where they come from',
    );
  }
  return pinned({ kind: 'hub', repository: model.id, revision: model.revision }, `models.${key}.revision`);
}

function after(cloud: Cloud): Decision<'integration' | 'evaluation'> {
  return cloud === 'aws'
    ? decide('integration', 'assets.after', 'the integration stack creates the artifact bucket')
    : decide('evaluation', 'assets.after', 'the evaluation stage creates the ML registry');
}

function broughtBy(placed: Placed): Pick<Asset, 'bringer' | 'job'> {
  const { job } = placed;
  if (job === undefined) return { bringer: bringer(placed) };
  const bringing = decide<AssetBringer>(
    'job',
    'assets.bringer',
    `'llmops assets push' starts the import job ${job.projectName.value} in the account; nobody else writes below its prefix. A build minute costs $${job.usdPerMinute.value}`,
    [
      {
        value: 'push',
        reason: 'the files go through the machine that pushes, and whoever may write the bucket may write weights',
      },
    ],
  );
  return { bringer: bringing, job: job.projectName };
}

/** Where weights are, and who could bring them. */
interface Placed {
  readonly destination: ReturnType<typeof placeOf>;
  readonly inOwn: boolean;
  readonly own: OwnStore;
  readonly job: AwsWeightsImportPlan | undefined;
}

function bringer({ destination, inOwn, own }: Placed): Decision<AssetBringer> {
  if (inOwn) {
    return decide('push', 'assets.bringer', `'llmops assets push' brings them into ${own.name ?? 'the own store'}`);
  }
  if (destination.kind === 'ml-model' && destination.registry === 'HuggingFace') {
    return decide('provider', 'assets.bringer', 'the HuggingFace registry has them, and loads them from the hub');
  }
  return decide(
    'you',
    'assets.bringer',
    'the config places them outside of the stores of this environment, where the kit writes nothing',
  );
}

function signature(model: OpenWeightsModel | undefined, key: string): Decision<AssetSignature> {
  const signed = model?.signature;
  const path = `models.${key}.signature`;
  if (signed === undefined) {
    return decide(
      { kind: 'unsigned' },
      'assets.signature',
      `${path} is absent, so the files are unsigned: hashes of the import only`,
    );
  }
  return pinned('publicKey' in signed ? { kind: 'key', ...signed } : { kind: 'identity', ...signed }, path);
}
