import { createHash } from 'node:crypto';
import type { Json, JsonObject } from '../../../../constraints/json';
import { isList, isObject, scalarText } from '../../../../constraints/json';
import { ServiceError } from '../../errors';
import type { CallContext } from '../call';
import { readItem } from './items';
import { storeItem } from './tables';
import { invalid, mapBytes, mapJson } from './values';
import type { Write, WriteKind, WriteResult } from './writes';
import { readWrite, resultOf } from './writes';

/** Items and bytes of a transaction, and how long its token counts. Source: Amazon DynamoDB API reference, TransactWriteItems (as botocore has it, read 2026-12-01). */
const limits = { items: 100, bytes: 4_194_304, tokenMs: 600_000 };
const kinds: readonly WriteKind[] = ['Put', 'Update', 'Delete', 'ConditionCheck'];

/** A transaction that was done, under its token. */
interface DoneTransaction {
  /** Of what the request asked for. */
  readonly hash: string;
  readonly until: Date;
}

/** The parts of a transaction, each under the name of what it does. @throws ServiceError (ValidationException) */
function partsOf(
  input: JsonObject,
  known: readonly string[],
): readonly { readonly kind: string; readonly part: JsonObject }[] {
  const given = input['TransactItems'];
  if (!isList(given)) throw invalid('TransactItems: expected a list');
  if (given.length < 1 || given.length > limits.items)
    throw invalid(
      `1 validation error detected: Value at 'transactItems' failed to satisfy constraint: Member must have length between 1 and ${limits.items}, got ${given.length}`,
    );
  return given.map((element: Json, at) => {
    const [kind, ...more] = isObject(element) ? Object.keys(element) : [];
    const part = isObject(element) && kind !== undefined ? element[kind] : undefined;
    if (kind === undefined || more.length > 0 || !known.includes(kind) || !isObject(part))
      throw invalid(`TransactItems[${at}]: expected exactly one of ${known.join(', ')}`);
    return { kind, part };
  });
}

/** TransactWriteItems: every write is stored, or none. A request with the token of one that was done does nothing. */
export function transactWriteItems(input: JsonObject, context: CallContext): JsonObject {
  const done = doneBefore(input, context);
  if (done !== undefined) return done;
  const writes = partsOf(input, kinds).map(({ kind, part }) => {
    if (part['ReturnValues'] !== undefined) throw invalid('ReturnValues is not a member of a part of a transaction');
    return readWrite(kinds.find((known) => known === kind) ?? 'Put', part, context);
  });
  if (new Set(writes.map(({ id }) => id)).size < writes.length)
    throw invalid('Transaction request cannot include multiple operations on one item');
  const outcomes = writes.map(outcomeOf);
  const reasons = outcomes.map((outcome) => (outcome instanceof ServiceError ? reasonOf(outcome) : { Code: 'None' }));
  if (reasons.some((reason) => reason['Code'] !== 'None')) throw cancelled(reasons);
  const results = outcomes.flatMap((outcome, at) => {
    const write = writes[at];
    return outcome instanceof ServiceError || write === undefined ? [] : [{ write, after: outcome.after }];
  });
  if (results.reduce((sum, { after }) => sum + (after === undefined ? 0 : mapBytes(after)), 0) > limits.bytes)
    throw invalid('Collection size of the transaction exceeded the maximum of 4 MB');
  for (const { write, after } of results) if (write.kind !== 'ConditionCheck') storeItem(write.table, write.key, after);
  noteDone(input, context);
  return {};
}

function outcomeOf(write: Write): WriteResult | ServiceError {
  try {
    return resultOf(write);
  } catch (error) {
    if (error instanceof ServiceError) return error;
    throw error;
  }
}

function reasonOf({ code, message, details }: ServiceError): JsonObject {
  const failed = code === 'ConditionalCheckFailedException';
  return { Code: failed ? 'ConditionalCheckFailed' : 'ValidationError', Message: message, ...details };
}

function cancelled(reasons: readonly JsonObject[]): ServiceError {
  const codes = reasons.map((reason) => scalarText(reason['Code'])).join(', ');
  return new ServiceError(
    'TransactionCanceledException',
    `Transaction cancelled, please refer cancellation reasons for specific reasons [${codes}]`,
    400,
    { CancellationReasons: reasons },
  );
}

function tokensOf({ cloud, account, region }: CallContext): Map<string, DoneTransaction> {
  return cloud.ledger.table(`dynamodb-tokens/${account}/${region}`);
}

function hashOf({ TransactItems }: JsonObject): string {
  return createHash('sha256').update(JSON.stringify(TransactItems)).digest('hex');
}

/** @throws ServiceError (IdempotentParameterMismatchException, ValidationException) */
function doneBefore(input: JsonObject, context: CallContext): JsonObject | undefined {
  const token = input['ClientRequestToken'];
  if (token === undefined) return undefined;
  if (typeof token !== 'string' || token.length < 1 || token.length > 36)
    throw invalid('ClientRequestToken: expected 1 to 36 characters');
  const tokens = tokensOf(context);
  const now = context.cloud.now();
  for (const [old, { until }] of tokens) if (until <= now) tokens.delete(old);
  const found = tokens.get(token);
  if (found === undefined) return undefined;
  if (found.hash === hashOf(input)) return {};
  throw new ServiceError(
    'IdempotentParameterMismatchException',
    'A request with this ClientRequestToken was done with other parameters',
  );
}

function noteDone(input: JsonObject, context: CallContext): void {
  const token = input['ClientRequestToken'];
  if (typeof token !== 'string') return;
  const until = new Date(context.cloud.now().getTime() + limits.tokenMs);
  tokensOf(context).set(token, { hash: hashOf(input), until });
}

/** TransactGetItems: every item as it is at one moment. */
export function transactGetItems(input: JsonObject, context: CallContext): JsonObject {
  const items = partsOf(input, ['Get']).map(({ part }) => readItem(part, part['Key'], context));
  if (items.reduce((sum, item) => sum + (item === undefined ? 0 : mapBytes(item)), 0) > limits.bytes)
    throw invalid('Collection size of the transaction exceeded the maximum of 4 MB');
  return { Responses: items.map((item) => (item === undefined ? {} : { Item: mapJson(item) })) };
}
