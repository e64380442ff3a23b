import type { Dtype } from '../../catalog/types';
import type { EndpointSpec, OpenWeightsModel } from '../../platform';
import type { Decision, Sourced } from '../decision';
import { cite, decide, pinned, withRejected } from '../decision';

/** Weights in another number format than the published one, and where the spec names them. */
export interface QuantisedWeights {
  readonly artifact: NonNullable<OpenWeightsModel['artifact']>;
  readonly path: string;
}

/** Weights of the chosen format; undefined for the published weights. */
export function quantisedWeights(
  key: string,
  { quantisation = {} }: EndpointSpec,
  dtype: Dtype,
  published: Dtype = 'bf16',
): QuantisedWeights | undefined {
  if (dtype === published || dtype === 'bf16' || dtype === 'fp16') return undefined;
  const artifact = quantisation[dtype];
  return artifact === undefined ? undefined : { artifact, path: `endpoints.${key}.quantisation.${dtype}` };
}

/** `s3://…/` prefix of the files of a revision. */
export function weightsInS3(
  model: OpenWeightsModel,
  path: string,
  artifactBucket: string,
  quantised?: QuantisedWeights,
): Decision<string> {
  if (quantised?.artifact.s3Uri !== undefined) return pinned(quantised.artifact.s3Uri, `${quantised.path}.s3Uri`);
  const uri = model.artifact?.s3Uri;
  if (uri !== undefined) return pinned(uri, `${path}.artifact.s3Uri`);
  return decide(
    `s3://${artifactBucket}/models/${model.id}/${model.revision}/`,
    'weights.by-revision',
    'the artifact bucket of this environment, under id and revision: two revisions never share a file',
    [
      {
        value: `huggingface.co/${model.id}`,
        reason: 'an endpoint without internet access cannot download, and a branch can move',
      },
    ],
  );
}

/** Key that encrypts the weights; undefined in the own bucket, whose key every role of the environment may use. */
export function weightsKeyInS3(
  model: OpenWeightsModel,
  path: string,
  artifactBucket: string,
  quantised?: QuantisedWeights,
): Decision<string> | undefined {
  const inQuantised = quantised?.artifact.s3Uri !== undefined;
  const artifact = inQuantised ? quantised.artifact : model.artifact;
  if (artifact?.s3KeyArn === undefined || artifact.s3Uri?.startsWith(`s3://${artifactBucket}/`) === true) {
    return undefined;
  }
  return pinned(artifact.s3KeyArn, `${inQuantised ? quantised.path : `${path}.artifact`}.s3KeyArn`);
}

/** `azureml://registries/…` of a revision. */
export function weightsInAzureMl(
  model: OpenWeightsModel,
  path: string,
  registry: string,
  quantised?: QuantisedWeights,
): Decision<string> {
  const azureModelUri = quantised?.artifact.azureModelUri;
  if (quantised !== undefined && azureModelUri !== undefined)
    return pinned(azureModelUri, `${quantised.path}.azureModelUri`);
  const uri = model.artifact?.azureModelUri;
  if (uri !== undefined) return pinned(uri, `${path}.artifact.azureModelUri`);
  return withRejected(
    cite(
      `azureml://registries/${registry}/models/${registryModelName(model)}/versions/1`,
      'weights.by-revision',
      'the ML registry of this environment. A version is a whole number there, so the revision is in the name: two revisions never share a model, and a version cannot be overwritten',
      wholeNumbers,
    ),
    [
      {
        value: `versions/${model.revision}`,
        reason: 'tools of the service and every model of its vendor use whole numbers as versions',
      },
    ],
  );
}

/** Tags of the registered model: the whole commit, of which its name has the first digits only. */
export function modelTags({ id, revision }: OpenWeightsModel): Decision<Readonly<Record<string, string>>> {
  return decide(
    { repository: id, revision },
    'weights.commit-as-tag',
    'who registers the files in the ML registry tags them with the commit they were downloaded from',
  );
}

/** Digits of the commit in a name: as many as git and container tools print. */
const shortRevision = 12;

function registryModelName({ id, revision }: OpenWeightsModel): string {
  return `${id.replaceAll(/[^A-Za-z0-9-]+/g, '-')}-${revision.slice(0, shortRevision)}`;
}

/** Versions of the ML registry, as its tools read them. */
const wholeNumbers: Sourced = {
  source: 'learn.microsoft.com, CLI (v2) model YAML schema; Azure/azureml-examples#2725',
  asOf: '2026-11-30',
};
