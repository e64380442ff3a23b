import type { Draft } from '../draft';
import type { Issue } from '../issue';
import type { ModelSpec, OpenWeightsModel } from '../model';
import { artifactIssues } from './artifact';
import type { Rule } from './rule';
import { weightsImportIssues } from './weights-import';

/** A model is pinned by a commit or version, which cannot change. */
export const modelRule: Rule = (draft) =>
  Object.entries(draft.spec.models ?? {}).flatMap(([key, model]) => [
    ...modelIssues(`models.${key}`, model),
    ...withoutCloud(draft, `models.${key}`, model),
    ...(model.kind === 'open-weights' ? weightsImportIssues(draft, key, model) : []),
  ]);

/** Cloud of the service of a managed model. */
const cloudOf = { bedrock: 'aws', 'azure-openai': 'azure' } as const;

function withoutCloud(draft: Draft, path: string, { kind, id }: ModelSpec): readonly Issue[] {
  if (kind === 'open-weights') return [];
  const cloud = cloudOf[kind];
  const environments = draft.declared('environments');
  if (environments.length === 0 || environments.some((key) => draft.cloudsOf(key).includes(cloud))) return [];
  return [
    {
      code: 'ModelWithoutCloud',
      path,
      message: `${kind} runs on ${cloud}, and no environment has an ${cloud} target`,
      got: id,
      expected: 'a model on a cloud of the platform',
      fix: `add an ${cloud} target to an environment, or remove ${path}`,
    },
  ];
}

function modelIssues(path: string, model: ModelSpec): readonly Issue[] {
  switch (model.kind) {
    case 'open-weights':
      return openWeights(path, model);
    case 'bedrock':
      return /^[a-z0-9-]+\.[a-z0-9.:-]+$/.test(model.id) ? [] : [invalidBedrockId(path, model.id)];
    case 'azure-openai':
      return model.version.trim() === '' ? [emptyVersion(path, model.version)] : [];
  }
}

function openWeights(path: string, { id, revision, artifact }: OpenWeightsModel): readonly Issue[] {
  return [
    ...(/^[\w.-]+\/[\w.-]+$/.test(id) ? [] : [invalidRepositoryId(path, id)]),
    ...(/^[0-9a-f]{40}$/.test(revision) ? [] : [invalidRevision(path, revision)]),
    ...artifactIssues(`${path}.artifact`, artifact),
  ];
}

function invalidRepositoryId(path: string, got: string): Issue {
  return {
    code: 'InvalidModelId',
    path: `${path}.id`,
    message: 'not a repository id',
    got,
    expected: 'organisation/name, for example Qwen/Qwen3-32B',
    fix: 'copy the id from the page of the model',
  };
}

function invalidBedrockId(path: string, got: string): Issue {
  return {
    code: 'InvalidModelId',
    path: `${path}.id`,
    message: 'not a Bedrock foundation-model id',
    got,
    expected: 'provider.model-version, for example amazon.titan-embed-text-v2:0',
    fix: `copy the id from 'aws bedrock list-foundation-models'`,
  };
}

function invalidRevision(path: string, got: string): Issue {
  return {
    code: 'InvalidRevision',
    path: `${path}.revision`,
    message: 'the revision is not a full commit hash; a branch or tag can move after the test',
    got,
    expected: '40 lower-case hexadecimal digits',
    fix: 'write the commit hash that the branch points to now',
  };
}

function emptyVersion(path: string, got: string): Issue {
  return {
    code: 'InvalidModelVersion',
    path: `${path}.version`,
    message: 'the model version is empty',
    got,
    expected: 'a version, for example 2025-04-14',
    fix: `copy it from 'az cognitiveservices model list'`,
  };
}
