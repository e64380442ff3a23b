import type { RightsTarget } from './stack-template';
import type { Statement } from './statements';

/**
 * What the deploy role of the bootstrap must be allowed on the stacks that it changes. A bootstrap stack that was made before an
 * environment was added does not name its stacks.
 */
export function deployStatement(stackNames: readonly string[], target: RightsTarget): Statement {
  const { partition, account, region } = target;
  return {
    Effect: 'Allow',
    Action: ['cloudformation:CreateChangeSet', 'cloudformation:DeleteStack', 'cloudformation:ExecuteChangeSet'],
    Resource: stackNames.map((name) => `arn:${partition}:cloudformation:${region}:${account}:stack/${name}/*`),
  };
}
