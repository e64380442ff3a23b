import type { Stack } from '../../cloudformation/stack';
import { ServiceError } from '../../errors';
import type { QueryParameters } from '../../wire/query-parameters';

/** Tokens that a stack keeps: a client repeats a request within minutes. */
const keptTokens = 20;

/**
 * Whether a request that began something on this stack is sent again: its client got no answer. Then it is answered, and
 * nothing begins. Source: CloudFormation API reference, ClientRequestToken of CreateStack, UpdateStack, DeleteStack and
 * ExecuteChangeSet; TokenAlreadyExistsException with its description, 2026-11-30.
 * @throws ServiceError (TokenAlreadyExistsException) when another action has used the token
 */
export function isRetry({ tokens }: Stack, parameters: QueryParameters): boolean {
  const token = parameters.get('ClientRequestToken') ?? '';
  if (token === '') return false;
  const used = tokens.find((known) => known.token === token);
  if (used === undefined) return false;
  if (used.action === parameters.get('Action')) return true;
  throw new ServiceError(
    'TokenAlreadyExistsException',
    `A client request token already exists. (${token}, ${used.action})`,
  );
}

/** Keeps the token of a request that begins something. */
export function noteToken(stack: Stack, parameters: QueryParameters): void {
  const token = parameters.get('ClientRequestToken') ?? '';
  if (token === '') return;
  const action = parameters.get('Action') ?? '';
  stack.tokens = [...stack.tokens, { action, token }].slice(-keptTokens);
}
