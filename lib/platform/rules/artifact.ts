import type { Issue } from '../issue';
import type { OpenWeightsModel } from '../model';

const s3Prefix = /^s3:\/\/[a-z0-9.-]{3,63}\/.*\/$/;
const keyArn = /^arn:aws[a-z-]*:kms:[a-z0-9-]+:\d{12}:key\/[A-Za-z0-9-]+$/;
/** A version of an ML registry is a whole number: a commit belongs into a tag of the model. */
const azureModelUri = /^azureml:\/\/registries\/[\w-]+\/models\/[\w.-]+\/versions\/[1-9]\d*$/;

/** Checks the locations of copied weights, at most one per cloud. */
export function artifactIssues(path: string, artifact: OpenWeightsModel['artifact'] = {}): readonly Issue[] {
  const { s3Uri: s3, s3KeyArn: key, azureModelUri: azure } = artifact;
  return [
    ...(key === undefined ? [] : keyIssues(`${path}.s3KeyArn`, key, s3)),
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

function keyIssues(path: string, got: string, s3: string | undefined): readonly Issue[] {
  if (!keyArn.test(got)) {
    return [
      {
        code: 'InvalidKeyArn',
        path,
        message: 'not the ARN of a KMS key',
        got,
        expected: 'arn:aws:kms:<region>:<account>:key/<id>: a policy cannot name a key by its alias',
        fix: 'copy it from the parameter foundation/key-arn of the environment that stores the weights',
      },
    ];
  }
  if (s3 !== undefined) return [];
  return [
    {
      code: 'InvalidKeyArn',
      path,
      message: 'the key of a bucket that is not named',
      got,
      expected: 's3Uri beside it',
      fix: 'add s3Uri, or remove s3KeyArn: the key of the own bucket is known',
    },
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
