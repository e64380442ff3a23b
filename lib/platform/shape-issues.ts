import type { z } from 'zod';
import type { Issue } from './issue';
import type { Step } from './raw';
import { dotted, valueAt } from './raw';
import { withoutUrlPath } from './secret-text';
import { knownFields } from './shape-fields';
import { didYouMean, listed, unknownName } from './suggest';

type ShapeProblem = z.core.$ZodIssue;

/** Issues about the shape of a spec, with the nearest known name for every unknown one. */
export function shapeIssues(raw: unknown, problems: readonly ShapeProblem[]): readonly Issue[] {
  return flatten(problems).flatMap((problem) => toIssues(raw, problem));
}

/**
 * Problems with those of unions resolved. A value that fits no alternative is reported against the alternative that fits
 * its outermost level.
 */
export function flatten(problems: readonly ShapeProblem[], parent: readonly Step[] = []): readonly ShapeProblem[] {
  return problems.flatMap((problem): readonly ShapeProblem[] => {
    const path = [...parent, ...steps(problem.path)];
    if (problem.code === 'invalid_union' && problem.errors.length > 0) {
      const nearestBranch = problem.errors.find((branch) =>
        branch.every(({ code, path: at }) => at.length > 0 || code === 'unrecognized_keys'),
      );
      if (nearestBranch !== undefined) return flatten(nearestBranch, path);
    }
    return [{ ...problem, path }];
  });
}

function toIssues(raw: unknown, problem: ShapeProblem): readonly Issue[] {
  const at = steps(problem.path);
  const path = dotted(at);
  const got = valueAt(raw, at);
  switch (problem.code) {
    case 'unrecognized_keys':
      return problem.keys.map((key) => unknownField(raw, at, key));
    case 'invalid_type':
      if (got === undefined) return [missingField(path, problem.expected)];
      if (problem.expected === 'int' && typeof got === 'number') return [outOfRange(path, got, 'a whole number')];
      return [wrongType(path, got, article(problem.expected))];
    case 'invalid_value':
      if (got === undefined) return [missingField(path, listed(problem.values.map(String)))];
      return [unknownValue(path, got, problem.values.map(String))];
    case 'invalid_union':
      return [noAlternative(path, got, problem)];
    case 'too_small':
      if (problem.origin === 'array') return [emptyList(path, got)];
      return [outOfRange(path, got, `${problem.inclusive === true ? 'at least' : 'more than'} ${problem.minimum}`)];
    case 'too_big':
      return [outOfRange(path, got, `${problem.inclusive === true ? 'at most' : 'less than'} ${problem.maximum}`)];
    default:
      return [{ code: 'WrongValue', path, message: problem.message.toLowerCase(), got, expected: 'a valid value' }];
  }
}

/** The tag of a tagged union is missing or unknown, or a value fits no alternative of `whenIdle` or `gates`. */
function noAlternative(path: string, got: unknown, problem: z.core.$ZodIssueInvalidUnion): Issue {
  const tags = 'options' in problem ? problem.options : undefined;
  if (!Array.isArray(tags)) {
    const words = problem.errors.flat().flatMap((inner) => (inner.code === 'invalid_value' ? inner.values : []));
    if (words.length === 0) return wrongType(path, got, 'a list of gates or { waived: true, reason }');
    if (words.includes(false)) return wrongType(path, got, 'false or an object');
    const allowed = words.map(String);
    return typeof got === 'string'
      ? unknownValue(path, got, allowed)
      : wrongType(path, got, `${allowed.map((word) => `'${word}'`).join(', ')} or { schedule }`);
  }
  return got === undefined ? missingField(path, listed(tags.map(String))) : unknownValue(path, got, tags.map(String));
}

function unknownField(raw: unknown, at: readonly Step[], key: string): Issue {
  const known = knownFields(raw, at);
  return unknownName({
    code: 'UnknownField',
    path: dotted([...at, key]),
    noun: 'field',
    got: key,
    known,
    otherwise: `remove '${key}'`,
  });
}

function missingField(path: string, expected: string): Issue {
  return {
    code: 'MissingField',
    path,
    message: 'required field is missing',
    expected: expected.includes(`'`) ? expected : article(expected),
    fix: `add ${path}`,
  };
}

function wrongType(path: string, got: unknown, expected: string): Issue {
  const fix = `write ${inType(got, expected) ?? expected}`;
  return { code: 'WrongType', path, message: `must be ${expected}`, got: withoutUrlPath(got), expected, fix };
}

/** The same value in the expected type: an account id without quotes, a number in quotes. */
function inType(got: unknown, expected: string): string | undefined {
  if (expected === 'a string' && typeof got === 'number') return `'${got}'`;
  const isNumber = typeof got === 'string' && got.trim() !== '' && Number.isFinite(Number(got));
  return isNumber && (expected === 'a number' || expected === 'a whole number') ? String(Number(got)) : undefined;
}

function unknownValue(path: string, got: unknown, allowed: readonly string[]): Issue {
  return {
    code: 'UnknownValue',
    path,
    message: `must be ${listed(allowed)}`,
    got,
    expected: listed(allowed),
    fix: didYouMean(typeof got === 'string' ? got : '', allowed, `use ${listed(allowed)}`),
  };
}

function outOfRange(path: string, got: unknown, expected: string): Issue {
  return { code: 'NumberOutOfRange', path, message: `must be ${expected}`, got, expected, fix: `use ${expected}` };
}

function emptyList(path: string, got: unknown): Issue {
  return {
    code: 'EmptyList',
    path,
    message: 'the list needs at least one entry',
    got,
    expected: 'a list with at least one entry',
    fix: `add an entry to ${path} or remove what it belongs to`,
  };
}

function article(type: string): string {
  if (type === 'array') return 'a list';
  if (type === 'record' || type === 'object') return 'an object';
  return type === 'int' ? 'a whole number' : `a ${type}`;
}

function steps(path: readonly PropertyKey[]): readonly Step[] {
  return path.map((step) => (typeof step === 'number' ? step : String(step)));
}
