import type { OpenWeightsModel } from '../spec';
import { decide, pinned } from './decision';
import type { Decision } from './decision';

/** `s3://…/` prefix of the files of a revision. */
export function weightsInS3(model: OpenWeightsModel, path: string, artifactBucket: string): Decision<string> {
  const uri = model.artifact?.s3Uri;
  if (uri !== undefined) return pinned(uri, `${path}.artifact.s3Uri`);
  return decide(
    `s3://${artifactBucket}/models/${model.id}/${model.revision}/`,
    'weights.by-revision',
    'the artifact bucket of this environment, under id and revision: two revisions never share a file',
    [
      {
        value: `huggingface.co/${model.id}`,
        reason: 'an endpoint without internet access cannot download, and a branch moves',
      },
    ],
  );
}

/** `azureml://registries/…` of a revision. */
export function weightsInAzureMl(model: OpenWeightsModel, path: string, registry: string): Decision<string> {
  const uri = model.artifact?.azureModelUri;
  if (uri !== undefined) return pinned(uri, `${path}.artifact.azureModelUri`);
  const name = model.id.replaceAll(/[^A-Za-z0-9-]+/g, '-');
  return decide(
    `azureml://registries/${registry}/models/${name}/versions/${model.revision}`,
    'weights.by-revision',
    'the ML registry of this environment, with the revision as version: a version of a registry cannot be overwritten',
  );
}
