import type { Issue, OpenWeightsModel, WeightsImport } from '../../platform';
import type { AwsContext } from '../context';
import { awsName } from '../context';
import type { Decision } from '../decision';
import { cite, decide, pinned } from '../decision';
import { weightsInS3 } from '../endpoint/weights';
import { openWeightsModel } from '../entries';
import type { AwsEndpointPlan, AwsIntegrationPlan, AwsTuningJobPlan, AwsWeightsImportPlan } from './aws-plan';

type ByJob = Extract<WeightsImport, { readonly by: 'job' }>;

/** What loads weights in an environment. */
interface Loaders {
  readonly endpoints: Readonly<Record<string, AwsEndpointPlan>>;
  readonly jobs: Readonly<Record<string, AwsTuningJobPlan>>;
}

const defaultHub = 'https://huggingface.co';

/**
 * The jobs that bring weights into the artifact bucket of an environment: one for each place of a model that the config has
 * imported by a job and that something loads. Nothing without such a model.
 */
export function weightsImports(context: AwsContext, loaders: Loaders): Pick<AwsIntegrationPlan, 'imports'> {
  const bucket = awsName(context, 's3-bucket', 'artifacts').value;
  const loaded = loadedUris(context, loaders);
  const byPrefix = new Map<string, readonly [string, AwsWeightsImportPlan]>();
  for (const [key, model, how] of importedModels(context)) {
    const place = weightsInS3(model, `models.${key}`, bucket);
    const prefix = prefixIn(bucket, place.value);
    // Two keys of one revision share its files, and a prefix has one writer.
    if (prefix === undefined || !loaded.has(`${key} ${place.value}`) || byPrefix.has(prefix)) continue;
    byPrefix.set(prefix, [key, weightsImport(context, { key, model, how, prefix: { ...place, value: prefix } })]);
  }
  if (byPrefix.size === 0) return {};
  return { imports: Object.fromEntries(byPrefix.values()) };
}

/** Weights that a job cannot bring to where the config places them, or that its policy would close to somebody else. */
export function weightsImportIssues(context: AwsContext): readonly Issue[] {
  return importedModels(context).flatMap(([key, model]) => [
    ...elsewhere(context, key, model),
    ...beside(context, key),
  ]);
}

function importedModels(context: AwsContext): readonly (readonly [string, OpenWeightsModel, ByJob])[] {
  return Object.keys(context.platform.models)
    .toSorted()
    .flatMap((key) => {
      const model = openWeightsModel(context, key);
      const how = model?.import?.aws;
      return model === undefined || how?.by !== 'job' ? [] : [[key, model, how] as const];
    });
}

function loadedUris({ platform }: AwsContext, { endpoints, jobs }: Loaders): ReadonlySet<string> {
  return new Set([
    ...Object.entries(endpoints).map(
      ([key, { modelDataUri }]) => `${platform.endpoints[key]?.model ?? key} ${modelDataUri.value}`,
    ),
    ...Object.entries(jobs).map(
      ([key, { baseModelUri }]) => `${platform.tuning[key]?.base ?? key} ${baseModelUri.value}`,
    ),
  ]);
}

function prefixIn(bucket: string, uri: string): string | undefined {
  const start = `s3://${bucket}/`;
  return uri.startsWith(start) ? uri.slice(start.length) : undefined;
}

interface Import {
  readonly key: string;
  readonly model: OpenWeightsModel;
  readonly how: ByJob;
  readonly prefix: Decision<string>;
}

function weightsImport(context: AwsContext, { key, model, how, prefix }: Import): AwsWeightsImportPlan {
  const path = `models.${key}`;
  return {
    projectName: awsName(context, 'codebuild-project', 'import', key),
    repository: pinned(model.id, `${path}.id`),
    revision: pinned(model.revision, `${path}.revision`),
    prefix,
    hub:
      how.hub === undefined
        ? decide(defaultHub, 'imports.hub', `the hub that ${path}.id is a repository of`)
        : pinned(how.hub, `${path}.import.aws.hub`),
    ...(how.tokenSecret === undefined
      ? {}
      : { tokenSecret: pinned(how.tokenSecret, `${path}.import.aws.tokenSecret`) }),
    signature: signature(path, model),
    usdPerMinute: usdPerMinute(),
  };
}

function signature(path: string, model: OpenWeightsModel): AwsWeightsImportPlan['signature'] {
  return model.signature === undefined
    ? decide(
        'none',
        'imports.signature',
        `${path}.signature is absent: the job checks the list and the hashes of the hub`,
      )
    : decide(
        'required',
        'imports.signature',
        `the job installs nothing, so it has no sigstore packages: 'llmops assets push' checks ${path}.signature over the list of the hub and starts the job with the hash of that list. The job refuses every other list, and every start without one`,
      );
}

/** Second hand: the pricing page of CodeBuild was not read. */
function usdPerMinute(): Decision<number> {
  return cite(
    0.02,
    'imports.price',
    'a build minute of the size general1.large on Linux. Nothing is billed while no import runs',
    {
      source:
        'AWS Pricing Calculator, CodeBuild in eu-central-1: ten builds of 40 minutes for $8.00; reported second hand',
      asOf: '2026-09-24',
    },
  );
}

function elsewhere(context: AwsContext, key: string, model: OpenWeightsModel): readonly Issue[] {
  const uri = model.artifact?.s3Uri;
  if (uri === undefined) return [];
  const own = Object.entries(context.platform.environments).flatMap(([environment, { aws }]) =>
    aws === undefined ? [] : [awsName({ ...context, key: environment, target: aws }, 's3-bucket', 'artifacts').value],
  );
  if (own.some((bucket) => prefixIn(bucket, uri) !== undefined)) return [];
  return [
    {
      code: 'ImportElsewhere',
      path: `models.${key}.import.aws`,
      message: `models.${key}.artifact.s3Uri is in no bucket of the platform, and the kit writes nowhere else`,
      got: uri,
      expected: 'weights in the artifact bucket of an environment',
      fix: `remove models.${key}.artifact.s3Uri, or models.${key}.import.aws and copy the files yourself`,
    },
  ];
}

/** An adapter lies below the prefix of the weights, where nobody but the job writes. */
function beside({ platform }: AwsContext, key: string): readonly Issue[] {
  return Object.entries(platform.endpoints).flatMap(([endpoint, { model, clouds, adapters = {} }]): readonly Issue[] =>
    model !== key || !clouds.includes('aws') || Object.keys(adapters).length === 0
      ? []
      : [
          {
            code: 'AdaptersBesideImport',
            path: `endpoints.${endpoint}.adapters`,
            message: `adapters lie below the prefix of '${key}', and nobody but its import job writes there`,
            got: Object.keys(adapters),
            expected: 'a model that llmops assets push brings',
            fix: `remove models.${key}.import.aws`,
          },
        ],
  );
}
