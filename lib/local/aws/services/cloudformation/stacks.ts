import { assertCapabilities } from '../../cloudformation/capabilities';
import { beginDeletion } from '../../cloudformation/deletion';
import { beginDeployment } from '../../cloudformation/executor';
import { dropNestedChangeSets } from '../../cloudformation/nested-change-sets';
import type { Operation } from '../../cloudformation/operation';
import { planDeployment } from '../../cloudformation/plan';
import type { Stack } from '../../cloudformation/stack';
import { ServiceError, validationError } from '../../errors';
import type { Cloud } from '../../state/cloud';
import type { QueryParameters } from '../../wire/query-parameters';
import type { Xml } from '../../wire/xml';
import type { CallContext } from '../call';
import { actingFor } from './actor';
import { assertUpdatable } from './change-sets';
import { assertFailedUpdate, readOptions, readPolicy } from './operation-options';
import { deploymentRequest, findStack, newStack, requireStack } from './requests';
import { isRetry, noteToken } from './tokens';

/** CreateStack, also of a stack that only has change sets: they become obsolete. */
export function createStack(parameters: QueryParameters, context: CallContext): Xml {
  const name = parameters.get('StackName') ?? '';
  const found = findStack(name, context);
  if (found !== undefined && found.status !== 'REVIEW_IN_PROGRESS') {
    if (isRetry(found, parameters)) return { StackId: found.id };
    throw new ServiceError('AlreadyExistsException', `Stack [${name}] already exists`);
  }
  const options = readOptions(parameters);
  const request = deploymentRequest(parameters, undefined, context);
  const { cloud, account, region } = context;
  const stack = found ?? newStack(name, context);
  try {
    const plan = planDeployment(stack, request, cloud);
    assertCapabilities(plan.template, request.capabilities);
    stack.policy = readPolicy(parameters, 'StackPolicy', request.templateText, context);
    Object.assign(stack, actingFor(found, parameters, context));
    stack.terminationProtection = parameters.flag('EnableTerminationProtection') === true;
    stack.disableRollback = options.disableRollback;
    stack.timeoutMinutes = options.timeoutMinutes;
    stack.express = options.express;
    stack.changeSetId = undefined;
    for (const changeSet of stack.changeSets) changeSet.executionStatus = 'OBSOLETE';
    noteToken(stack, parameters);
    cloud.operations.start(stack, beginDeployment(stack, plan, cloud, options));
  } catch (error) {
    if (found === undefined) cloud.stacks(account, region).pop();
    throw error;
  }
  return { StackId: stack.id };
}

/** UpdateStack. */
export function updateStack(parameters: QueryParameters, context: CallContext): Xml {
  const stack = requireStack(parameters, context);
  if (isRetry(stack, parameters)) return { StackId: stack.id };
  assertUpdatable(stack);
  const options = readOptions(parameters);
  assertFailedUpdate(stack, options);
  const request = deploymentRequest(parameters, stack, context);
  const plan = planDeployment(stack, request, context.cloud);
  assertCapabilities(plan.template, request.capabilities);
  const changed = readPolicy(parameters, 'StackPolicy', request.templateText, context);
  const during = readPolicy(parameters, 'StackPolicyDuringUpdate', request.templateText, context);
  if (!plan.changed && stack.failed === undefined) throw validationError('No updates are to be performed.');
  Object.assign(stack, actingFor(stack, parameters, context));
  stack.disableRollback = options.disableRollback;
  stack.express = options.express;
  stack.changeSetId = undefined;
  noteToken(stack, parameters);
  // The policy of before is in force until the update has ended.
  const policy = during ?? stack.policy;
  stack.policy = changed ?? stack.policy;
  context.cloud.operations.start(stack, beginDeployment(stack, plan, context.cloud, { ...options, policy }));
  return { StackId: stack.id };
}

/** DeleteStack by name or ARN; deleting one that does not exist is not an error. */
export function removeStack(parameters: QueryParameters, context: CallContext): Xml {
  const stack = findStack(parameters.get('StackName'), context);
  if (stack === undefined || stack.deleted || isRetry(stack, parameters)) return undefined;
  if (stack.terminationProtection) {
    throw validationError(`Stack [${stack.name}] cannot be deleted while TerminationProtection is enabled`);
  }
  if (stack.status === 'DELETE_IN_PROGRESS') return undefined;
  const retain = retained(stack, parameters);
  const { cloud } = context;
  Object.assign(stack, actingFor(stack, parameters, context));
  for (const changeSet of stack.changeSets) dropNestedChangeSets(stack, changeSet, cloud);
  const { running } = stack;
  if (running !== undefined) interruptByDeletion(stack, running, cloud);
  noteToken(stack, parameters);
  if (running === undefined)
    cloud.operations.start(stack, beginDeletion(stack, cloud, retain, parameters.get('ClientRequestToken')));
  return undefined;
}

/** What a deletion leaves behind. @throws ServiceError unless an earlier deletion failed */
function retained(stack: Stack, parameters: QueryParameters): readonly string[] | 'all' {
  const retain = parameters.list('RetainResources');
  const force = parameters.get('DeletionMode') === 'FORCE_DELETE_STACK';
  if (stack.status === 'DELETE_FAILED') {
    const gone = retain.filter((logicalId) => stack.resources.get(logicalId)?.deployed === undefined);
    if (gone.length > 0) {
      throw validationError(
        `The specified resources to retain must be in a valid state. Do not specify resources that are in the DELETE_COMPLETE state: [${gone.join(', ')}]`,
      );
    }
    return force ? 'all' : retain;
  }
  const fault = force
    ? 'You can activate DeletionMode FORCE_DELETE_STACK in a delete stack operation only when the stack is in the DELETE_FAILED state.'
    : 'When you delete a stack, specify which resources to retain only when the stack is in the DELETE_FAILED state.';
  if (force || retain.length > 0) throw validationError(`Invalid operation on stack [${stack.id}]. ${fault}`);
  return [];
}

/** Only a creation can be ended by a deletion, which follows the step that runs. @throws ServiceError */
function interruptByDeletion(stack: Stack, running: Operation, cloud: Cloud): void {
  if (stack.status !== 'CREATE_IN_PROGRESS') {
    throw validationError(`Stack [${stack.id}] cannot be deleted while in status ${stack.status}`);
  }
  running.interrupt = 'delete';
  cloud.operations.interrupt(stack);
}

/** UpdateTerminationProtection. */
export function setTerminationProtection(parameters: QueryParameters, context: CallContext): Xml {
  const stack = requireStack(parameters, context);
  stack.terminationProtection = parameters.flag('EnableTerminationProtection') === true;
  return { StackId: stack.id };
}
