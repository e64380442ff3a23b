import type { Issue } from '../issue';
import { digestIssues } from './digest';
import { repositoryIssues } from './image-repository';
import { modelReference } from './model-reference';
import { prefixIssues } from './prefix';
import type { Rule } from './rule';
import { scheduleSpecIssues } from './schedules';

/** Hours after which SageMaker stops a training job. */
const maxHours = 28 * 24;

/** A tuning job starts from open weights, runs in an image that cannot change, and has a time limit. */
export const tuningRule: Rule = (draft) =>
  Object.entries(draft.spec.tuning ?? {}).flatMap(([key, job]) => {
    const path = `tuning.${key}`;
    return [
      ...modelReference(draft, `${path}.base`, job.base, { kinds: ['open-weights'], user: 'a tuning job' }),
      ...(job.dataPrefix === undefined ? [] : prefixIssues(`${path}.dataPrefix`, job.dataPrefix)),
      ...digestIssues(`${path}.image.digest`, job.image.digest),
      ...repositoryIssues(`${path}.image.repository`, job.image.repository, 'huggingface-pytorch-training'),
      ...(job.maxRuntimeHours !== undefined && job.maxRuntimeHours > maxHours
        ? [tooLong(`${path}.maxRuntimeHours`, job.maxRuntimeHours)]
        : []),
      ...(job.schedule === undefined ? [] : scheduleSpecIssues(`${path}.schedule`, job.schedule)),
    ];
  });

function tooLong(path: string, got: number): Issue {
  return {
    code: 'NumberOutOfRange',
    path,
    message: `SageMaker stops a training job after ${maxHours} hours`,
    got,
    expected: `at most ${maxHours}`,
    fix: `use at most ${maxHours}`,
  };
}
