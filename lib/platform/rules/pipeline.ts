import type { EnvironmentSpec } from '../environment';
import { writtenRepository } from '../github-repository';
import type { Issue } from '../issue';
import type { PipelineSpec } from '../platform';
import type { Rule } from './rule';

/**
 * The repository and branch are exact, because the trust policy contains them: a wildcard would let others deploy. The
 * ids of owner and repository are written together or not at all.
 */
export const pipelineRule: Rule = ({ spec: { pipeline, environments = {} }, written }) => {
  if (!written(['pipeline'])) return Object.entries(environments).flatMap(unusedProvider);
  if (pipeline === undefined) return [];
  return [...repositoryIssues(pipeline), ...branchIssues(pipeline)];
};

/** Only the role of the pipeline trusts the provider. */
function unusedProvider([key, { aws }]: readonly [string, EnvironmentSpec]): readonly Issue[] {
  if (aws?.identityProvider === undefined) return [];
  return [
    {
      code: 'ProviderWithoutPipeline',
      path: `environments.${key}.aws.identityProvider`,
      message: 'the value has no effect: without a pipeline no role trusts the provider',
      got: aws.identityProvider,
      expected: 'nothing here, or a pipeline',
      fix: `add pipeline, or remove environments.${key}.aws.identityProvider`,
    },
  ];
}

function repositoryIssues(pipeline: PipelineSpec): readonly Issue[] {
  const written = writtenRepository(pipeline.repository);
  if (written === undefined) {
    return [
      {
        code: 'InvalidRepository',
        path: 'pipeline.repository',
        message: 'not a GitHub repository',
        got: pipeline.repository,
        expected: 'organisation/repository without host and wildcard, or organisation@id/repository@id',
        fix: `copy it from the URL of the repository, for example 'example-org/support-assistant'`,
      },
    ];
  }
  const both = [
    ...idIssues('ownerId', pipeline.ownerId, written.ownerId),
    ...idIssues('repositoryId', pipeline.repositoryId, written.repositoryId),
  ];
  const ownerId = written.ownerId ?? pipeline.ownerId;
  const repositoryId = written.repositoryId ?? pipeline.repositoryId;
  if (both.length > 0 || (ownerId === undefined) !== (repositoryId === undefined)) {
    return both.length > 0 ? both : [incomplete(ownerId === undefined ? 'ownerId' : 'repositoryId', written)];
  }
  return ownerId === undefined ? [nameOnly(written)] : [];
}

function idIssues(field: 'ownerId' | 'repositoryId', given?: number, inRepository?: number): readonly Issue[] {
  if (given === undefined || inRepository === undefined || given === inRepository) return [];
  return [
    {
      code: 'InvalidRepositoryIds',
      path: `pipeline.${field}`,
      message: `pipeline.repository has another id, ${inRepository}`,
      got: given,
      expected: String(inRepository),
      fix: `write the id in one place: remove pipeline.${field}, or the id after @ in pipeline.repository`,
    },
  ];
}

interface Names {
  readonly owner: string;
  readonly name: string;
}

/** A token that has ids has both. */
function incomplete(missing: 'ownerId' | 'repositoryId', names: Names): Issue {
  return {
    code: 'InvalidRepositoryIds',
    path: `pipeline.${missing}`,
    message: 'a token of GitHub Actions has the ids of owner and repository, or neither',
    expected: 'both ids, or neither',
    fix: `write pipeline.${missing} as well: ${command(names)} prints both`,
  };
}

/**
 * Repositories that were created, renamed or transferred after 2026-07-15 send ids, and others once they opt in.
 *
 * github/docs at 051718f297, content/actions/reference/security/oidc.md, "Immutable subject claims"
 */
function nameOnly(names: Names): Issue {
  return {
    code: 'RepositoryNameOnly',
    path: 'pipeline.repository',
    message:
      'the trust is in names, which GitHub gives to others after a rename or a deletion; repositories created, renamed or transferred after 2026-07-15 send their ids, and are refused',
    got: `${names.owner}/${names.name}`,
    expected: 'the ids of owner and repository too, unless the repository sends names only',
    fix: `run ${command(names)} and write pipeline.ownerId and pipeline.repositoryId; an older repository opts in to ids in its OIDC settings first`,
  };
}

function command({ owner, name }: Names): string {
  return `gh api repos/${owner}/${name} --jq '{ownerId: .owner.id, repositoryId: .id}'`;
}

function branchIssues({ branch }: PipelineSpec): readonly Issue[] {
  if (branch === undefined || /^[\w.-]+(\/[\w.-]+)*$/.test(branch)) return [];
  return [
    {
      code: 'InvalidBranch',
      path: 'pipeline.branch',
      message: 'not the name of one branch',
      got: branch,
      expected: 'a branch name without wildcard',
      fix: 'write the name of the branch that deploys',
    },
  ];
}
