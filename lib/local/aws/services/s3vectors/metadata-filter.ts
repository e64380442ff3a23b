import type { Json, JsonObject } from '../../../../constraints/json';
import { isList, isObject } from '../../../../constraints/json';
import type { ValueTest } from '../../../vectors/value-tests';
import { amongBy, orders } from '../../../vectors/value-tests';
import { invalid } from './vector-index';

/** Whether the metadata of a vector pass a filter. */
export type MetadataFilter = (metadata: JsonObject) => boolean;

const among = amongBy(same);

/** Operators on one key. Source: Amazon S3 user guide, "Metadata filtering" of S3 Vectors (read 2026-12-01). */
const tests: Readonly<Record<string, ValueTest>> = {
  $eq: same,
  $ne: (found, wanted) => !same(found, wanted),
  $gt: orders.greater,
  $gte: orders.greaterOrEqual,
  $lt: orders.less,
  $lte: orders.lessOrEqual,
  $in: among,
  $nin: (found, wanted) => !among(found, wanted),
  $exists: (found, wanted) => (found !== undefined) === (wanted === true),
};

const lists: ReadonlySet<string> = new Set(['$in', '$nin']);

/**
 * Reads the filter of a query.
 * @param nonFilterable metadata keys that the index does not let queries filter on
 * @throws ServiceError (ValidationException)
 */
export function metadataFilter(filter: Json, nonFilterable: ReadonlySet<string>): MetadataFilter {
  if (!isObject(filter) || Object.keys(filter).length === 0)
    throw invalid('filter: expected an object with an operator or key');
  const parts = Object.entries(filter).map(([key, condition]): MetadataFilter => {
    if (key === '$and' || key === '$or') return combined(key, condition, nonFilterable);
    if (key.startsWith('$')) throw invalid(`filter: unknown operator ${key}`);
    if (nonFilterable.has(key)) throw invalid(`filter: the metadata key ${key} is not filterable`);
    return keyCondition(key, condition);
  });
  return (metadata) => parts.every((part) => part(metadata));
}

function combined(operator: string, conditions: Json, nonFilterable: ReadonlySet<string>): MetadataFilter {
  if (!isList(conditions) || conditions.length === 0) throw invalid(`filter: ${operator} takes a list of conditions`);
  const parts = conditions.map((condition) => metadataFilter(condition, nonFilterable));
  return operator === '$and'
    ? (metadata) => parts.every((part) => part(metadata))
    : (metadata) => parts.some((part) => part(metadata));
}

function keyCondition(key: string, condition: Json): MetadataFilter {
  const operators = isObject(condition) ? Object.entries(condition) : [['$eq', condition] as const];
  const read = operators.map(([operator, wanted]) => {
    const test = Object.hasOwn(tests, operator) ? tests[operator] : undefined;
    if (test === undefined) throw invalid(`filter: unknown operator ${operator}`);
    if (lists.has(operator) !== isList(wanted))
      throw invalid(`filter: ${operator} of ${key} has a value of another kind`);
    return (metadata: JsonObject) => test(Object.hasOwn(metadata, key) ? metadata[key] : undefined, wanted);
  });
  return (metadata) => read.every((test) => test(metadata));
}

/** Equality; of a list of values one must be equal. */
function same(found: Json | undefined, wanted: Json): boolean {
  return isList(found) ? found.includes(wanted) : found === wanted;
}
