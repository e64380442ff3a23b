import type { PipelineSpec } from '../platform';
import { githubRepository } from '../platform';
import type { Decision } from './decision';
import { cite } from './decision';

/** Issuer of the tokens of GitHub Actions on github.com. */
export const githubIssuer = 'https://token.actions.githubusercontent.com';

const reference = {
  source: 'github/docs at 051718f297, content/actions/reference/security/oidc.md',
  asOf: '2026-11-30',
};

/**
 * The `sub` claim of the jobs that may deploy an environment, on either cloud: those of one repository in the GitHub
 * environment of its name. It has ids where the config has them, and names only where it has not; never both forms.
 *
 * @param environment - key of the environment
 */
export function githubSubject(pipeline: PipelineSpec, environment: string): Decision<string> {
  const { owner, name, ids } = githubRepository(pipeline) ?? { owner: pipeline.repository, name: '' };
  const byName = `repo:${owner}/${name}`;
  const byId = (of: string, on: string): string => `repo:${owner}@${of}/${name}@${on}`;
  const sent = ids === undefined ? byName : byId(String(ids.owner), String(ids.repository));
  const form =
    ids === undefined
      ? 'names only, as repositories send that were created before 2026-07-15 and neither renamed, transferred nor opted in since: whoever gets the names next can deploy'
      : 'with the ids of owner and repository, which GitHub never gives to another';
  const decision = cite(
    `${sent}:environment:${environment}`,
    'federation.subject',
    `only jobs of ${owner}/${name} in the GitHub environment '${environment}', which has reviewers and a branch rule; ${form}`,
    reference,
  );
  return {
    ...decision,
    rejected: [
      {
        value: `${sent}:ref:refs/heads/${pipeline.branch ?? 'main'}`,
        reason: 'every job of the branch could deploy here, without the reviewers of the environment',
      },
      { value: `${sent}:*`, reason: 'every pull request could deploy' },
      ids === undefined
        ? {
            value: `${byId('<ownerId>', '<repositoryId>')}:environment:${environment}`,
            reason: 'the ids are not in the config; pipeline.ownerId and pipeline.repositoryId add them',
          }
        : {
            value: `${byName}:environment:${environment}`,
            reason: 'a repository that sends ids is refused, and whoever gets the names next could deploy',
          },
    ],
  };
}
