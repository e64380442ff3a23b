import type { PipelineSpec } from './platform';

/** A repository on github.com, as a token of GitHub Actions names it. */
export interface GithubRepository {
  /** Organisation or user. */
  readonly owner: string;
  readonly name: string;
  /** Both ids; absent where the token has names only. */
  readonly ids?: { readonly owner: number; readonly repository: number };
}

const ownerName = '[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?';
const form = new RegExp(`^(${ownerName})(?:@([1-9]\\d*))?/([\\w.-]+)(?:@([1-9]\\d*))?$`);

/** Names and ids that are written in `pipeline.repository` alone; undefined when it is no repository. */
export function writtenRepository(
  text: string,
):
  | { readonly owner: string; readonly name: string; readonly ownerId?: number; readonly repositoryId?: number }
  | undefined {
  const [, owner, ownerId, name, repositoryId] = form.exec(text) ?? [];
  if (owner === undefined || name === undefined) return undefined;
  return {
    owner,
    name,
    ...(ownerId === undefined ? {} : { ownerId: Number(ownerId) }),
    ...(repositoryId === undefined ? {} : { repositoryId: Number(repositoryId) }),
  };
}

/** The repository of a pipeline, with ids from either place that they can be written in; undefined when it is none. */
export function githubRepository(pipeline: PipelineSpec): GithubRepository | undefined {
  const written = writtenRepository(pipeline.repository);
  if (written === undefined) return undefined;
  const { owner, name, ownerId = pipeline.ownerId, repositoryId = pipeline.repositoryId } = written;
  if (ownerId === undefined || repositoryId === undefined) return { owner, name };
  return { owner, name, ids: { owner: ownerId, repository: repositoryId } };
}
