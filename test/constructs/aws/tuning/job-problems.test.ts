import { jobProblems } from '../../../../constructs/aws/tuning/job-problems';
import { testStack } from '../../../helpers/aws-app';
import { tuningJobSlice } from '../../../helpers/aws-plan-fixture';

function problemsOf(overrides: Parameters<typeof tuningJobSlice>[0]): readonly string[] {
  return jobProblems(testStack(), { job: tuningJobSlice(overrides), artifactBucketName: 'artifacts' })
    .flat()
    .map(({ prop }) => prop);
}

const many = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, at) => [`p${at}`, '1']));

test.each([
  [{}, []],
  [{ maxRuntimeSeconds: 28 * 24 * 3600 }, []],
  [{ imageUri: '763104351884.dkr.ecr.eu-central-1.amazonaws.com/training:latest' }, ['job.imageUri']],
  [{ imageUri: `763104351884.dkr.ecr.us-east-1.amazonaws.com/training@sha256:${'a'.repeat(64)}` }, ['job.imageUri']],
  [{ instanceType: 'ml.g6e.12xlarge', volumeEncryption: 'customer-key' }, ['job.volumeEncryption']],
  [{ instanceType: 'ml.m5.xlarge', volumeEncryption: 'customer-key' }, []],
  [{ instanceCount: 2.5 }, ['job.instanceCount']],
  [{ pipelineName: 'a'.repeat(256) }, []],
  [{ pipelineName: 'a'.repeat(257) }, ['job.pipelineName']],
  [{ hyperparameters: many(100) }, []],
  [{ hyperparameters: many(101) }, ['job.hyperparameters.length']],
] as const)('of a job with %j', (overrides, problems) => {
  expect(problemsOf(overrides)).toEqual(problems);
});
