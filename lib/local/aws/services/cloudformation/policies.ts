import type { QueryParameters } from '../../wire/query-parameters';
import type { Xml } from '../../wire/xml';
import type { CallContext } from '../call';
import { readPolicy } from './operation-options';
import { requireStack } from './requests';

/** SetStackPolicy; an empty policy takes the policy away. */
export function setStackPolicy(parameters: QueryParameters, context: CallContext): Xml {
  const stack = requireStack(parameters, context);
  stack.policy = readPolicy(parameters, 'StackPolicy', stack.deployment?.templateText ?? '', context);
  return undefined;
}

/** GetStackPolicy: nothing for a stack that never had a policy. */
export function getStackPolicy(parameters: QueryParameters, context: CallContext): Xml {
  const { policy } = requireStack(parameters, context);
  return { StackPolicyBody: policy };
}
