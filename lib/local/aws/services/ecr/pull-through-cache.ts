import { textAt } from '../../../../constraints/value';
import { authorize } from '../../iam/authorize';
import type { CallContext } from '../call';
import type { Repository } from './store';
import { contentsOf } from './store';

/**
 * The repository that the first pull through a cache rule creates; undefined where no rule has its prefix. No stack owns it,
 * as in the service. This cloud reaches no other registry, so the repository is empty: images are pushed into it.
 *
 * Actions: Amazon ECR User Guide, "IAM permissions required to sync an upstream registry" (read 2026-12-01).
 *
 * @throws ServiceError (AccessDenied)
 */
export function cachedRepository(name: string, context: CallContext): Repository | undefined {
  const { account, region, cloud } = context;
  const prefixed = (type: string, property: string) =>
    cloud.registry
      .list(type, account, region)
      .find(({ properties }) => name.startsWith(`${textAt(properties, property) ?? ''}/`));
  if (prefixed('AWS::ECR::PullThroughCacheRule', 'EcrRepositoryPrefix') === undefined) return undefined;
  const arn = `arn:aws:ecr:${region}:${account}:repository/${name}`;
  authorize(
    ['ecr:BatchImportUpstreamImage', 'ecr:CreateRepository'].map((action) => ({ action, resource: arn })),
    context,
  );
  const template = prefixed('AWS::ECR::RepositoryCreationTemplate', 'Prefix');
  const repository = {
    account,
    region,
    type: 'AWS::ECR::Repository',
    stackId: '',
    logicalId: name,
    physicalId: name,
    uniqueKey: undefined,
    arn,
    properties: {
      RepositoryName: name,
      ImageTagMutability: textAt(template?.properties, 'ImageTagMutability') ?? 'MUTABLE',
    },
  };
  cloud.registry.add(repository);
  return contentsOf(repository, cloud);
}
