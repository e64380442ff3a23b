import type { IConstruct } from 'constructs';
import { volumeEncryptionProblems } from '../encryption/volume-problems';
import { bucketName, objectPrefix, sageMakerName } from '../props/grammars';
import type { Grammar, PropProblem } from '../props/prop-problem';
import { inGrammar, numberBetween } from '../props/prop-problem';
import { imageProblems } from '../registry/image-problems';
import type { SettledTuningJob } from './tuning-job';

/** API model of SageMaker, botocore 1.44.8: PipelineName, TrainingInstanceType, StoppingCondition, HyperParameters. */
const pipelineName: Grammar = {
  pattern: /^[a-zA-Z0-9](-*[a-zA-Z0-9]){0,255}$/,
  expected: '1 to 256 letters, digits and hyphens, which begin and end with a letter or digit',
  fix: 'use letters, digits and single hyphens',
};
const instanceType: Grammar = {
  pattern: /^ml\.[a-z0-9-]+\.[a-z0-9-]+$/,
  expected: 'an instance type of SageMaker, for example ml.g6e.12xlarge',
  fix: 'write it with ml. and its size',
};
const hyperparameterValue: Grammar = {
  pattern: /^.{0,2500}$/u,
  expected: 'at most 2500 characters on one line',
  fix: 'put long values into a file of the training data',
};
const longestSeconds = 28 * 24 * 3600;

/** What is checked of the props of a pipeline. */
interface CheckedProps {
  readonly job: SettledTuningJob;
  readonly artifactBucketName: string;
  readonly modelPackageGroupName?: string;
}

/** What SageMaker would refuse of a job, when its pipeline is created or started. */
export function jobProblems(scope: IConstruct, props: CheckedProps): readonly (readonly PropProblem[])[] {
  const { job, artifactBucketName, modelPackageGroupName } = props;
  const hyperparameters = Object.entries(job.hyperparameters);
  return [
    // Without a bucket there is another problem.
    artifactBucketName === '' ? [] : inGrammar('artifactBucketName', artifactBucketName, bucketName),
    modelPackageGroupName === undefined ? [] : inGrammar('modelPackageGroupName', modelPackageGroupName, sageMakerName),
    inGrammar('job.pipelineName', job.pipelineName, pipelineName),
    inGrammar('job.instanceType', job.instanceType, instanceType),
    numberBetween('job.instanceCount', job.instanceCount, { least: 1 }),
    numberBetween('job.volumeGiB', job.volumeGiB, { least: 1 }),
    numberBetween('job.maxRuntimeSeconds', job.maxRuntimeSeconds, { least: 1, most: longestSeconds }),
    imageProblems(scope, 'job.imageUri', job.imageUri),
    volumeEncryptionProblems('job.', job),
    inGrammar('job.dataPrefix', job.dataPrefix, objectPrefix),
    inGrammar('job.outputPrefix', job.outputPrefix, objectPrefix),
    numberBetween('job.hyperparameters.length', hyperparameters.length, { least: 0, most: 100 }),
    ...hyperparameters.map(([name, value]) => inGrammar(`job.hyperparameters.${name}`, value, hyperparameterValue)),
  ];
}
