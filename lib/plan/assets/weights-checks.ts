import type { OpenWeightsModel } from '../../platform';
import type { AwsWeightsImportPlan } from '../aws/aws-plan';
import type { Decision } from '../decision';
import { decide } from '../decision';

/** What is checked of the weights of an environment on AWS, and where: by the command, by the job, by the bucket, by SageMaker. */
export function weightsChecks(
  model: OpenWeightsModel | undefined,
  job: AwsWeightsImportPlan | undefined,
): Decision<readonly string[]> {
  const signed = model?.signature !== undefined;
  return decide(
    [...(job === undefined ? byCommand(signed) : byJob(signed)), 'at load: nothing, SageMaker checks no files'],
    'assets.checks',
    'a check holds where it is made: what is checked at the import is held afterwards only by who may write the prefix',
  );
}

function byCommand(signed: boolean): readonly string[] {
  return [
    `at import, on the machine of llmops assets push: the list, the hash of every file${signed ? ' and the signature' : '; there is no signature'}`,
    'in the bucket: the manifest is written once; whoever may write the bucket may write files',
  ];
}

function byJob(signed: boolean): readonly string[] {
  return [
    ...(signed
      ? [
          'before the job, on the machine of llmops assets push: the signature over the list of the hub, with sigstore packages',
        ]
      : []),
    `in the job: the list and the hash of every file${signed ? ', and that the list is the one whose signature was checked' : '; there is no signature'}`,
    'in the bucket: the prefix is written once, versioned, and only the import role may write it',
  ];
}
