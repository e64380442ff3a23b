import { beginRollback, continueRollback } from '../../cloudformation/executor';
import type { Operation } from '../../cloudformation/operation';
import type { Stack } from '../../cloudformation/stack';
import { validationError } from '../../errors';
import type { QueryParameters } from '../../wire/query-parameters';
import type { Xml } from '../../wire/xml';
import type { CallContext } from '../call';
import { actingFor } from './actor';
import { requireStack } from './requests';
import { isRetry, noteToken } from './tokens';

/** CancelUpdateStack: the update is rolled back after the step that runs. */
export function cancelUpdateStack(parameters: QueryParameters, context: CallContext): Xml {
  const stack = requireStack(parameters, context);
  if (isRetry(stack, parameters)) return undefined;
  if (stack.status !== 'UPDATE_IN_PROGRESS' || stack.running === undefined)
    throw validationError('CancelUpdateStack cannot be called from current stack status');
  noteToken(stack, parameters);
  stack.running.interrupt = 'rollBack';
  context.cloud.operations.interrupt(stack);
  return undefined;
}

/** RollbackStack: undoes the last deployment of a stack that failed with rollback disabled. */
export function rollbackStack(parameters: QueryParameters, context: CallContext): Xml {
  const stack = requireStack(parameters, context);
  if (isRetry(stack, parameters)) return { StackId: stack.id };
  const failed = failedOperation(stack, ['CREATE_FAILED', 'UPDATE_FAILED'], 'rolled back');
  const { cloud } = context;
  Object.assign(stack, actingFor(stack, parameters, context));
  const retainExceptOnCreate = parameters.flag('RetainExceptOnCreate') === true;
  const clientRequestToken = parameters.get('ClientRequestToken');
  noteToken(stack, parameters);
  cloud.operations.start(stack, beginRollback(stack, failed, cloud, { clientRequestToken, retainExceptOnCreate }));
  return { StackId: stack.id };
}

/** ContinueUpdateRollback: goes on with a rollback that failed, with or without the resources that could not be put back. */
export function continueUpdateRollback(parameters: QueryParameters, context: CallContext): Xml {
  const stack = requireStack(parameters, context);
  if (isRetry(stack, parameters)) return {};
  const failed = failedOperation(stack, ['UPDATE_ROLLBACK_FAILED'], 'continued to roll back');
  const skippable = [...stack.resources.values()]
    .filter(({ status }) => status === 'UPDATE_FAILED')
    .map(({ logicalId }) => logicalId);
  const wanted = parameters.list('ResourcesToSkip');
  const refused = wanted.filter((logicalId) => !skippable.includes(logicalId));
  if (refused.length > 0) {
    throw validationError(
      `ResourcesToSkip takes only resources that are in the UPDATE_FAILED state because the rollback failed [${skippable.join(', ')}], got [${refused.join(', ')}]`,
    );
  }
  const { cloud } = context;
  Object.assign(stack, actingFor(stack, parameters, context));
  const skip = parameters.flag('ForceRollback') === true ? skippable : wanted;
  const clientRequestToken = parameters.get('ClientRequestToken');
  noteToken(stack, parameters);
  cloud.operations.start(stack, continueRollback(stack, failed, cloud, { clientRequestToken, skip }));
  return {};
}

/** The deployment that a rollback undoes. @throws ServiceError when the status of the stack allows none */
function failedOperation(stack: Stack, statuses: readonly string[], what: string): Operation {
  if (stack.failed === undefined || !statuses.includes(stack.status))
    throw validationError(`Stack [${stack.name}] is in ${stack.status} state and cannot be ${what}`);
  return stack.failed;
}
