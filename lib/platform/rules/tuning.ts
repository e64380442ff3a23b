import type { Issue } from '../issue';
import { digestIssues } from './digest';
import { modelReference } from './model-reference';
import { prefixIssues } from './prefix';
import type { Rule } from './rule';

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
      ...repository(`${path}.image.repository`, job.image.repository),
      ...(job.maxRuntimeHours !== undefined && job.maxRuntimeHours > maxHours
        ? [tooLong(`${path}.maxRuntimeHours`, job.maxRuntimeHours)]
        : []),
    ];
  });

function repository(path: string, got: string): readonly Issue[] {
  if (/^[a-z0-9]+([._/-][a-z0-9]+)*$/.test(got)) return [];
  return [
    {
      code: 'InvalidImageRepository',
      path,
      message: 'not the name of an image repository',
      got,
      expected: 'a repository without registry host and tag, for example huggingface-pytorch-training',
      fix: 'remove the host before the first slash, the tag and the digest',
    },
  ];
}

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
