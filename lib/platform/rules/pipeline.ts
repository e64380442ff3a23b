import type { Issue } from '../issue';
import type { Rule } from './rule';

/** The repository and branch are exact, because the trust policy contains them: a wildcard would let others deploy. */
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
            fix: `copy it from the URL of the repository, for example 'example-org/support-assistant'`,
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
            fix: 'write the name of the branch that deploys',
          } satisfies Issue,
        ]),
  ];
};
