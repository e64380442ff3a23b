import type { Breach } from '../constraint';
import type { Json } from '../json';
import { isList, isObject, scalarText } from '../json';
import { suggestion } from '../suggest';
import { isUnresolved } from '../value';

/** One comparison of a `Condition`: an operator, a key and the values of which one must match. */
export interface Condition {
  /** Place in the document, such as `/Statement/0/Condition/StringEquals/aws:SourceAccount`. */
  readonly pointer: string;
  /** The operator without prefix and suffix, such as `StringEquals`. */
  readonly operator: string;
  /** For a key with several values: whether all or any of them must match. */
  readonly set: 'ForAllValues' | 'ForAnyValue' | undefined;
  readonly ifExists: boolean;
  readonly key: string;
  readonly values: readonly string[];
  /** Whether every value is known; false where a function is not resolved. */
  readonly complete: boolean;
}

/**
 * Condition operators.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html, 2026-11-30.
 */
const conditionOperators: readonly string[] = [
  ...['Equals', 'NotEquals', 'EqualsIgnoreCase', 'NotEqualsIgnoreCase', 'Like', 'NotLike'].map((end) => `String${end}`),
  ...['Numeric', 'Date'].flatMap((start) =>
    ['Equals', 'NotEquals', 'LessThan', 'LessThanEquals', 'GreaterThan', 'GreaterThanEquals'].map((end) => start + end),
  ),
  'Bool',
  'BinaryEquals',
  'IpAddress',
  'NotIpAddress',
  ...['Equals', 'Like', 'NotEquals', 'NotLike'].map((end) => `Arn${end}`),
  'Null',
];

const operatorParts = /^(?:(ForAllValues|ForAnyValue):)?([A-Za-z]+?)(IfExists)?$/;
/** `prefix:name`; the prefix of a federated key is the address of its provider. */
const keyForm = /^[^\s:]+:.+$/;
const syntax = 'Syntax errors in policy.';

/** Reads a `Condition`. What is broken becomes a problem; a function that is not resolved is left out. */
export function readConditions(value: Json | undefined, pointer: string, problems: Breach[]): readonly Condition[] {
  if (value === undefined || isUnresolved(value)) return [];
  if (!isObject(value)) {
    problems.push({
      pointer,
      problem: `${syntax} Condition is not an object of operators`,
      fix: 'Write operators with keys and values, such as { "StringEquals": { "aws:SourceAccount": "111111111111" } }.',
    });
    return [];
  }
  return Object.entries(value).flatMap(([name, block]) => {
    const place = `${pointer}/${name}`;
    const [, set, operator = '', ifExists] = operatorParts.exec(name) ?? [];
    const known = conditionOperators.includes(operator) && !(operator === 'Null' && ifExists !== undefined);
    if (!known) {
      problems.push(unknownOperator(name, operator, place));
      return [];
    }
    if (isUnresolved(block)) return [];
    if (!isObject(block)) {
      problems.push({
        pointer: place,
        problem: `${syntax} ${name} is not an object of keys`,
        fix: 'Write a key and its values.',
      });
      return [];
    }
    return Object.entries(block).flatMap(([key, values]): Condition[] => {
      const read = readValues(key, values, `${place}/${key}`, problems);
      return [
        {
          pointer: `${place}/${key}`,
          operator,
          set: set === 'ForAllValues' || set === 'ForAnyValue' ? set : undefined,
          ifExists: ifExists !== undefined,
          key,
          ...read,
        },
      ];
    });
  });
}

function readValues(
  key: string,
  values: Json,
  pointer: string,
  problems: Breach[],
): { readonly values: readonly string[]; readonly complete: boolean } {
  if (!keyForm.test(key)) {
    problems.push({
      pointer,
      problem: `Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc. The key is ${key}, expected a form such as aws:SourceAccount`,
      fix: `Write the key with its prefix, such as aws:${key}.`,
    });
  }
  const listed: readonly Json[] = isList(values) ? values : [values];
  const texts = listed.flatMap((value) => scalarText(value) ?? []);
  const functions = listed.filter(isUnresolved).length;
  if (texts.length + functions < listed.length) {
    problems.push({ pointer, problem: `${syntax} A value of ${key} is not a text`, fix: 'Write texts.' });
  }
  return { values: texts, complete: functions === 0 };
}

function unknownOperator(name: string, operator: string, pointer: string): Breach {
  const near = suggestion(operator === '' ? name : operator, conditionOperators);
  return {
    pointer,
    problem: `${syntax} ${name} is not a condition operator${near === undefined ? '' : ` (did you mean ${near}?)`}`,
    fix: 'Write an operator of the IAM policy grammar, such as StringEquals, with ForAllValues:, ForAnyValue: or IfExists where needed.',
  };
}
