import { beginDeletion } from '../../cloudformation/deletion';
import { beginDeployment, beginRollback } from '../../cloudformation/executor';
import type { Operation } from '../../cloudformation/operation';
import { planDeployment } from '../../cloudformation/plan';
import type { Stack } from '../../cloudformation/stack';
import { ServiceError, validationError } from '../../errors';
import type { Cloud } from '../../state/cloud';
import type { QueryParameters } from '../../wire/query-parameters';
import type { Xml } from '../../wire/xml';
import type { CallContext } from '../call';
import { assertUpdatable } from './change-sets';
import { assertCapabilities, deploymentRequest, findStack, newStack, requireStack } from './requests';

/** CreateStack. */
export function createStack(parameters: QueryParameters, context: CallContext): Xml {
  const name = parameters.get('StackName') ?? '';
  if (findStack(name, context) !== undefined)
    throw new ServiceError('AlreadyExistsException', `Stack [${name}] already exists`);
  const request = deploymentRequest(parameters, undefined, context);
  const { cloud, account, region } = context;
  const stack = newStack(name, context);
  try {
    const plan = planDeployment(stack, request, cloud);
    assertCapabilities(plan.template, request.capabilities);
    stack.roleArn = parameters.get('RoleARN');
    stack.terminationProtection = parameters.flag('EnableTerminationProtection') === true;
    stack.disableRollback = parameters.flag('DisableRollback') === true || parameters.get('OnFailure') === 'DO_NOTHING';
    const { disableRollback } = stack;
    const clientRequestToken = parameters.get('ClientRequestToken');
    cloud.operations.start(stack, beginDeployment(stack, plan, cloud, { disableRollback, clientRequestToken }));
  } catch (error) {
    cloud.stacks(account, region).pop();
    throw error;
  }
  return { StackId: stack.id };
}

/** UpdateStack. */
export function updateStack(parameters: QueryParameters, context: CallContext): Xml {
  const stack = requireStack(parameters, context);
  assertUpdatable(stack);
  const request = deploymentRequest(parameters, stack, context);
  const plan = planDeployment(stack, request, context.cloud);
  assertCapabilities(plan.template, request.capabilities);
  if (!plan.changed) throw validationError('No updates are to be performed.');
  stack.roleArn = parameters.get('RoleARN') ?? stack.roleArn;
  const disableRollback = parameters.flag('DisableRollback') === true;
  const clientRequestToken = parameters.get('ClientRequestToken');
  context.cloud.operations.start(
    stack,
    beginDeployment(stack, plan, context.cloud, { disableRollback, clientRequestToken }),
  );
  return { StackId: stack.id };
}

/** DeleteStack by name or ARN; deleting one that does not exist is not an error. */
export function removeStack(parameters: QueryParameters, context: CallContext): Xml {
  const stack = findStack(parameters.get('StackName'), context);
  if (stack === undefined || stack.deleted) return undefined;
  if (stack.terminationProtection) {
    throw validationError(`Stack [${stack.name}] cannot be deleted while TerminationProtection is enabled`);
  }
  if (stack.status === 'DELETE_IN_PROGRESS') return undefined;
  const { cloud } = context;
  if (stack.running !== undefined) {
    interruptByDeletion(stack, stack.running, cloud);
    return undefined;
  }
  const retained = parameters.list('RetainResources');
  if (retained.length > 0 && stack.status !== 'DELETE_FAILED') {
    throw validationError(
      `Invalid operation on stack [${stack.id}]. When you delete a stack, specify which resources to retain only when the stack is in the DELETE_FAILED state.`,
    );
  }
  cloud.operations.start(stack, beginDeletion(stack, cloud, retained, parameters.get('ClientRequestToken')));
  return undefined;
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

/** RollbackStack: undoes the last deployment of a stack that failed with rollback disabled. */
export function rollbackStack(parameters: QueryParameters, context: CallContext): Xml {
  const stack = requireStack(parameters, context);
  if (stack.failed === undefined || stack.running !== undefined) {
    throw validationError(`Stack [${stack.name}] is in ${stack.status} state and cannot be rolled back`);
  }
  const { cloud } = context;
  cloud.operations.start(stack, beginRollback(stack, stack.failed, cloud, parameters.get('ClientRequestToken')));
  return { StackId: stack.id };
}
