import { jobProblems } from '../../../../constructs/aws/tuning/job-problems';
import { tuningJobSlice } from '../../../helpers/aws-plan-fixture';

function problemsOf(overrides: Parameters<typeof tuningJobSlice>[0]): readonly string[] {
  return jobProblems({ job: tuningJobSlice(overrides), artifactBucketName: 'artifacts' })
    .flat()
    .map(({ prop }) => prop);
}

const many = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, at) => [`p${at}`, '1']));

test.each([
  [{}, []],
  [{ maxRuntimeSeconds: 28 * 24 * 3600 }, []],
  [{ instanceCount: 2.5 }, ['job.instanceCount']],
  [{ pipelineName: 'a'.repeat(256) }, []],
  [{ pipelineName: 'a'.repeat(257) }, ['job.pipelineName']],
  [{ hyperparameters: many(100) }, []],
  [{ hyperparameters: many(101) }, ['job.hyperparameters.length']],
])('of a job with %j', (overrides, problems) => {
  expect(problemsOf(overrides)).toEqual(problems);
});
