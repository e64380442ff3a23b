import type { Issue } from '../issue';
import type { Rule } from './rule';

/** The repository is part of the trust policy: a loose value would let another repository deploy. */
export const pipelineRule: Rule = ({ spec: { pipeline } }) => {
  if (pipeline === undefined) return [];
  const { repository, branch } = pipeline;
  return [
    ...(/^[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?\/[\w.-]+$/.test(repository)
      ? []
      : [
          {
            code: 'InvalidRepository',
            path: 'pipeline.repository',
            message: 'not a GitHub repository',
            got: repository,
            expected: 'organisation/repository without host and wildcard',
            fix: `write it as in the address of the repository, for example 'example-org/support-assistant'`,
          } satisfies Issue,
        ]),
    ...(branch === undefined || /^[\w.-]+(\/[\w.-]+)*$/.test(branch)
      ? []
      : [
          {
            code: 'InvalidBranch',
            path: 'pipeline.branch',
            message: 'not the name of one branch',
            got: branch,
            expected: 'a branch name without wildcard',
            fix: 'name the branch that deploys',
          } satisfies Issue,
        ]),
  ];
};
