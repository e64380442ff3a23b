import type { Issue } from '../issue';
import type { OpenWeightsModel } from '../model';

const s3Prefix = /^s3:\/\/[a-z0-9.-]{3,63}\/.*\/$/;
/** A version of an ML registry is a whole number: a commit belongs into a tag of the model. */
const azureModelUri = /^azureml:\/\/registries\/[\w-]+\/models\/[\w.-]+\/versions\/[1-9]\d*$/;

/** Checks the locations of copied weights, at most one per cloud. */
export function artifactIssues(path: string, artifact: OpenWeightsModel['artifact'] = {}): readonly Issue[] {
  const { s3Uri: s3, azureModelUri: azure } = artifact;
  return [
    ...(s3 === undefined || s3Prefix.test(s3)
      ? []
      : [invalidUri(`${path}.s3Uri`, s3, 's3://bucket/prefix/ with a final slash')]),
    ...(azure === undefined || azureModelUri.test(azure)
      ? []
      : [
          invalidUri(
            `${path}.azureModelUri`,
            azure,
            'azureml://registries/<registry>/models/<name>/versions/<whole number>',
          ),
        ]),
  ];
}

function invalidUri(path: string, got: string, expected: string): Issue {
  return {
    code: 'InvalidArtifactUri',
    path,
    message: 'not a location of model weights',
    got,
    expected,
    fix: `use ${expected}`,
  };
}
