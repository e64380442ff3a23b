import type { Json, JsonObject } from '../../../../constraints/json';
import { ServiceError } from '../../errors';
import type { CallContext } from '../call';
import type { Condition } from './expressions/condition';
import { meets, parseCondition } from './expressions/condition';
import { expressionOf, substitutionsOf } from './expressions/of-request';
import type { Path } from './expressions/parser';
import type { UpdateAction } from './expressions/update';
import { parseUpdate, updated } from './expressions/update';
import type { DataTable } from './tables';
import { assertItemKeys, keyAttributes, keyOf, keyText, limits, readKey, requireTable, storedItem } from './tables';
import type { AttributeMap } from './values';
import { invalid, mapBytes, mapJson, readMap } from './values';

/** What a write does with the item under its key. */
export type WriteKind = 'Put' | 'Update' | 'Delete' | 'ConditionCheck';

/** A write that was read and whose form is right. */
export interface Write {
  readonly kind: WriteKind;
  readonly table: DataTable;
  readonly key: AttributeMap;
  /** Names the item across tables. */
  readonly id: string;
  readonly condition: Condition | undefined;
  /** Whether a failed condition shows the item. */
  readonly showsItem: boolean;
  /** The item of a put. */
  readonly item: AttributeMap | undefined;
  readonly actions: readonly UpdateAction[];
}

/** What a write would do. */
export interface WriteResult {
  readonly before: AttributeMap | undefined;
  /** @default - there is no item afterwards */
  readonly after: AttributeMap | undefined;
}

/** Reads a write. @throws ServiceError (ValidationException, ResourceNotFoundException) */
export function readWrite(kind: WriteKind, input: JsonObject, context: CallContext): Write {
  const table = requireTable(input['TableName'], context);
  const given = substitutionsOf(input, ['ConditionExpression', 'UpdateExpression']);
  const conditionText = expressionOf(input, 'ConditionExpression');
  const updateText = expressionOf(input, 'UpdateExpression');
  const actions = updateText === undefined ? [] : parseUpdate(updateText, given);
  const condition =
    conditionText === undefined ? undefined : parseCondition(conditionText, 'ConditionExpression', given);
  given.assertAllUsed();
  if (kind === 'ConditionCheck' && condition === undefined)
    throw invalid(
      "1 validation error detected: Value null at 'conditionExpression' failed to satisfy constraint: Member must not be null",
    );
  const item = kind === 'Put' ? readMap(input['Item'], 'Item') : undefined;
  if (item !== undefined) assertItemKeys(item, table);
  const key = item === undefined ? readKey(input['Key'], table) : keyOf(item, table);
  assertKeyStays(actions, table);
  return {
    ...{ kind, table, key, condition, item, actions },
    id: `${table.arn} ${keyText(key, table)}`,
    showsItem:
      oneOf(
        input['ReturnValuesOnConditionCheckFailure'],
        ['NONE', 'ALL_OLD'],
        'returnValuesOnConditionCheckFailure',
      ) === 'ALL_OLD',
  };
}

function assertKeyStays(actions: readonly UpdateAction[], table: DataTable): void {
  const keys = keyAttributes(table).map(({ name }) => name);
  const changed = actions.map(({ path }) => path[0]).find((name) => keys.some((key) => key === name));
  if (changed === undefined) return;
  throw invalid(
    `One or more parameter values were invalid: Cannot update attribute ${changed}. This attribute is part of the key`,
  );
}

/** One of some values, the first where the member is absent. @throws ServiceError (ValidationException) */
export function oneOf(given: Json | undefined, known: readonly string[], member: string): string {
  if (given === undefined || given === null) return known[0] ?? '';
  if (typeof given === 'string' && known.includes(given)) return given;
  throw invalid(
    `1 validation error detected: Value '${JSON.stringify(given)}' at '${member}' failed to satisfy constraint: Member must satisfy enum value set: [${known.join(', ')}]`,
  );
}

/**
 * What a write would do now; nothing is stored.
 * @throws ServiceError (ConditionalCheckFailedException with the item where the write asks for it, ValidationException)
 */
export function resultOf(write: Write): WriteResult {
  const { kind, table, key, condition } = write;
  const before = storedItem(table, key);
  if (condition !== undefined && !meets(condition, before ?? new Map())) {
    const shown = write.showsItem && before !== undefined ? { Item: mapJson(before) } : {};
    throw new ServiceError('ConditionalCheckFailedException', 'The conditional request failed', 400, shown);
  }
  if (kind === 'ConditionCheck') return { before, after: before };
  if (kind === 'Delete') return { before, after: undefined };
  const after = write.item ?? updated(before ?? key, write.actions);
  if (mapBytes(after) > limits.item)
    throw invalid(
      kind === 'Update'
        ? 'Item size to update has exceeded the maximum allowed size'
        : 'Item size has exceeded the maximum allowed size',
    );
  if (kind === 'Update') assertItemKeys(after, table);
  return { before, after };
}

/** The paths that an update writes. */
export function updatedPaths({ actions }: Write): readonly Path[] {
  return actions.map(({ path }) => path);
}
