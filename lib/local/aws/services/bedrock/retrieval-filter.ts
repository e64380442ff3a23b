import type { Json, JsonObject } from '../../../../constraints/json';
import { isList, isObject } from '../../../../constraints/json';
import type { ValueTest } from '../../../vectors/value-tests';
import { amongBy, orders } from '../../../vectors/value-tests';
import { ServiceError } from '../../errors';
import type { MetadataFilter } from '../s3vectors/metadata-filter';

const equals: ValueTest = (found, wanted) => found === wanted;
const among = amongBy(equals);

/**
 * Operators of a filter on one attribute. Source: API model of the agent runtime of Bedrock in botocore (2026-11): startsWith is for
 * OpenSearch Serverless only, and stringContains is not there because nothing read says that S3 Vectors take it.
 */
const tests: Readonly<Record<string, ValueTest>> = {
  equals,
  notEquals: (found, wanted) => found !== wanted,
  greaterThan: orders.greater,
  greaterThanOrEquals: orders.greaterOrEqual,
  lessThan: orders.less,
  lessThanOrEquals: orders.lessOrEqual,
  in: among,
  notIn: (found, wanted) => !among(found, wanted),
  listContains: (found, wanted) => isList(found) && found.includes(wanted),
};

/** Reads the filter of a retrieval: one operator with its operand. @throws ServiceError (ValidationException, NotImplemented) */
export function retrievalFilter(filter: Json): MetadataFilter {
  const [[operator, operand] = [], ...more] = isObject(filter) ? Object.entries(filter) : [];
  if (operator === undefined || operand === undefined || more.length > 0)
    throw invalidFilter('a filter has exactly one operator');
  if (operator === 'andAll' || operator === 'orAll') {
    if (!isList(operand) || operand.length < 2) throw invalidFilter(`${operator} takes at least two filters`);
    const parts = operand.map(retrievalFilter);
    return operator === 'andAll'
      ? (metadata) => parts.every((part) => part(metadata))
      : (metadata) => parts.some((part) => part(metadata));
  }
  const test = Object.hasOwn(tests, operator) ? tests[operator] : undefined;
  if (test === undefined)
    throw new ServiceError(
      'NotImplemented',
      `The local cloud does not implement a retrieval with the filter ${operator}`,
      501,
    );
  const key = isObject(operand) ? operand['key'] : undefined;
  const wanted = isObject(operand) ? operand['value'] : undefined;
  if (typeof key !== 'string' || wanted === undefined) throw invalidFilter(`${operator} takes a key and a value`);
  return (metadata: JsonObject) => test(Object.hasOwn(metadata, key) ? metadata[key] : undefined, wanted);
}

function invalidFilter(what: string): ServiceError {
  return new ServiceError('ValidationException', `The filter of the retrieval is not valid: ${what}`);
}
