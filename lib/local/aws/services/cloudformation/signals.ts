import { signalTarget } from '../../cloudformation/wait';
import { validationError } from '../../errors';
import type { QueryParameters } from '../../wire/query-parameters';
import type { Xml } from '../../wire/xml';
import type { CallContext } from '../call';
import { requireStack } from './requests';

/** SignalResource: tells a resource with a creation policy that one of the things it waits for is done. */
export function signalResource(parameters: QueryParameters, context: CallContext): Xml {
  const stack = requireStack(parameters, context);
  const logicalId = parameters.get('LogicalResourceId') ?? '';
  const resource = stack.resources.get(logicalId);
  if (resource === undefined) throw validationError(`Resource ${logicalId} does not exist for stack ${stack.name}`);
  if (!resource.status.endsWith('_IN_PROGRESS'))
    throw validationError(`Resource ${logicalId} is in ${resource.status} state and cannot be signaled`);
  const status = parameters.get('Status') ?? '';
  if (status !== 'SUCCESS' && status !== 'FAILURE') {
    throw validationError(
      `1 validation error detected: Value '${status}' at 'status' failed to satisfy constraint: Member must satisfy enum value set: [FAILURE, SUCCESS]`,
    );
  }
  const uniqueId = parameters.get('UniqueId') ?? '';
  context.cloud.signals.send(signalTarget(stack.id, logicalId), {
    status,
    uniqueId,
    reason: undefined,
    data: undefined,
  });
  return undefined;
}
