import type { JsonObject } from '../../../../constraints/json';
import { scalarText } from '../../../../constraints/json';
import type { AccessRequest } from '../../iam/context';

/** What a caller of Step Functions must be allowed to do: the action on the execution or the machine. */
export function statesAccess(action: string, input: JsonObject): readonly AccessRequest[] {
  const resource = scalarText(input['executionArn']) ?? scalarText(input['stateMachineArn']) ?? '*';
  return [{ action: `states:${action}`, resource }];
}
