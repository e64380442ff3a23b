import type { ExecutionOptions } from '../../cloudformation/operation';
import type { Stack } from '../../cloudformation/stack';
import { assertStackPolicy } from '../../cloudformation/stack-policy';
import { parseTemplate } from '../../cloudformation/template';
import { objectText } from '../../cloudformation/template-url';
import { validationError } from '../../errors';
import type { QueryParameters } from '../../wire/query-parameters';
import type { CallContext } from '../call';

/** What a request says about the run of its operation. @throws ServiceError (ValidationError) for what contradicts itself */
export function readOptions(parameters: QueryParameters): ExecutionOptions & { readonly express: boolean } {
  const onFailure = parameters.get('OnFailure') ?? parameters.get('OnStackFailure');
  if (onFailure !== undefined && !['DO_NOTHING', 'ROLLBACK', 'DELETE'].includes(onFailure)) {
    throw validationError(
      `1 validation error detected: Value '${onFailure}' at 'onFailure' failed to satisfy constraint: Member must satisfy enum value set: [ROLLBACK, DELETE, DO_NOTHING]`,
    );
  }
  if (onFailure !== undefined && parameters.has('DisableRollback'))
    throw validationError('Either DisableRollback or OnFailure can be specified, not both.');
  const mode = parameters.get('DeploymentConfig.Mode') ?? 'STANDARD';
  if (mode !== 'STANDARD' && mode !== 'EXPRESS') {
    throw validationError(
      `1 validation error detected: Value '${mode}' at 'deploymentConfig.mode' failed to satisfy constraint: Member must satisfy enum value set: [STANDARD, EXPRESS]`,
    );
  }
  const express = mode === 'EXPRESS';
  // Express mode disables rollback by default (CloudFormation User Guide, "Rollback behavior with express mode", 2026-09).
  const disabled = parameters.flag('DeploymentConfig.DisableRollback') ?? parameters.flag('DisableRollback') ?? express;
  return {
    disableRollback: onFailure === undefined ? disabled : onFailure === 'DO_NOTHING',
    deleteOnFailure: onFailure === 'DELETE',
    retainExceptOnCreate: parameters.flag('RetainExceptOnCreate') === true,
    clientRequestToken: parameters.get('ClientRequestToken'),
    timeoutMinutes: minutesOf(parameters),
    express,
  };
}

/** @throws ServiceError (ValidationError) for a limit that is no whole number of minutes */
function minutesOf(parameters: QueryParameters): number | undefined {
  const text = parameters.get('TimeoutInMinutes') ?? '';
  if (text === '') return undefined;
  if (/^\d{1,9}$/.test(text) && Number(text) >= 1) return Number(text);
  throw validationError(
    `1 validation error detected: Value '${text}' at 'timeoutInMinutes' failed to satisfy constraint: Member must have value greater than or equal to 1`,
  );
}

/**
 * A stack policy of a request.
 * @param name `StackPolicy` or `StackPolicyDuringUpdate`
 * @param templateText the template whose resources the policy may name
 */
export function readPolicy(
  parameters: QueryParameters,
  name: string,
  templateText: string,
  context: CallContext,
): string | undefined {
  const [body, url] = [parameters.get(`${name}Body`), parameters.get(`${name}URL`)];
  if (body !== undefined && url !== undefined)
    throw validationError(`You cannot specify both ${name}URL and ${name}Body`);
  const text = url === undefined ? body : objectText(url, context);
  if (text === undefined || text === '') return undefined;
  assertStackPolicy(text, [...parseTemplate(templateText).resources.keys()]);
  return text;
}

/** Refuses an update with rollback of a stack whose last update failed and was not rolled back. @throws ServiceError */
export function assertFailedUpdate({ status }: Stack, { disableRollback }: ExecutionOptions): void {
  if ((status === 'UPDATE_FAILED' || status === 'CREATE_FAILED') && !disableRollback) {
    throw validationError(
      `This stack is currently in a non-terminal [${status}] state. To update the stack from this state, please use the disable-rollback parameter with update-stack API. To rollback to the last known good state, use the rollback-stack API`,
    );
  }
}
