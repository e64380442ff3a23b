import { deleteStack } from '../../cloudformation/deletion';
import { execute } from '../../cloudformation/executor';
import { planDeployment } from '../../cloudformation/plan';
import { ServiceError, validationError } from '../../errors';
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
  const stack = newStack(name, context);
  try {
    const plan = planDeployment(stack, request, context.cloud);
    assertCapabilities(plan.template, request.capabilities);
    stack.roleArn = parameters.get('RoleARN');
    stack.terminationProtection = parameters.flag('EnableTerminationProtection') === true;
    stack.disableRollback = parameters.flag('DisableRollback') === true || parameters.get('OnFailure') === 'DO_NOTHING';
    execute(stack, plan, context.cloud, {
      disableRollback: stack.disableRollback,
      clientRequestToken: parameters.get('ClientRequestToken'),
    });
  } catch (error) {
    context.cloud.stacks(context.account, context.region).pop();
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
  execute(stack, plan, context.cloud, {
    disableRollback: parameters.flag('DisableRollback') === true,
    clientRequestToken: parameters.get('ClientRequestToken'),
  });
  return { StackId: stack.id };
}

/** DeleteStack by name or ARN; deleting one that does not exist is not an error. */
export function removeStack(parameters: QueryParameters, context: CallContext): Xml {
  const stack = findStack(parameters.get('StackName'), context);
  if (stack === undefined || stack.deleted) return undefined;
  if (stack.terminationProtection) {
    throw validationError(`Stack [${stack.name}] cannot be deleted while TerminationProtection is enabled`);
  }
  deleteStack(stack, context.cloud, parameters.list('RetainResources'), parameters.get('ClientRequestToken'));
  return undefined;
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
  if (stack.pendingRollback === undefined) {
    throw validationError(`Stack [${stack.name}] is in ${stack.status} state and cannot be rolled back`);
  }
  stack.pendingRollback(parameters.get('ClientRequestToken'));
  return { StackId: stack.id };
}
