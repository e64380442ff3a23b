import { Token } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { CodedError } from '../../../lib/messages';

/** One prop that cannot be declared. */
export interface PropProblem {
  /** Name of the prop, dotted where it is nested. */
  readonly prop: string;
  readonly got: string | number | readonly string[];
  /** What the service accepts. */
  readonly expected: string;
  /** The smallest change that makes it right. */
  readonly fix: string;
}

/**
 * Refuses the props of a construct with every problem at once, so that a service does not refuse them one by one during a
 * deployment.
 *
 * @throws CodedError `InvalidProps` when there is a problem
 */
export function refuseProps(scope: IConstruct, ...found: readonly (readonly PropProblem[])[]): void {
  const problems = found.flat();
  const [first, ...others] = problems;
  if (first === undefined) return;
  const place = scope.node.path;
  if (others.length === 0) {
    const { prop, got, expected, fix } = first;
    throw new CodedError('InvalidProps', {
      place: `${place}: ${prop}`,
      message: 'AWS does not accept this value',
      got,
      expected,
      fix,
    });
  }
  throw new CodedError('InvalidProps', {
    place,
    message: `AWS does not accept ${problems.length} values`,
    got: problems.map(({ prop, got }) => `${prop}: ${JSON.stringify(got)}`),
    expected: problems.map(({ prop, expected }) => `${prop}: ${expected}`).join('; '),
    fix: problems.map(({ prop, fix }) => `${prop}: ${fix}`).join('; '),
  });
}

/**
 * A number from `least` to `most`, whole unless `fraction` is given. Without `most` the service names no upper bound. A
 * token is known only at deployment and passes.
 */
export function numberBetween(
  prop: string,
  got: number,
  {
    least,
    most = Number.POSITIVE_INFINITY,
    fraction = false,
  }: { readonly least: number; readonly most?: number; readonly fraction?: boolean },
): readonly PropProblem[] {
  if (Token.isUnresolved(got)) return [];
  if (got >= least && got <= most && (fraction || Number.isInteger(got))) return [];
  const nearest = Math.min(most, Math.max(least, fraction ? got : Math.round(got)));
  const kind = fraction ? 'a number' : 'a whole number';
  return [
    {
      prop,
      got,
      expected: Number.isFinite(most) ? `${kind} from ${least} to ${most}` : `${kind} of at least ${least}`,
      fix: Number.isNaN(nearest) ? `write ${kind}` : `use ${nearest}`,
    },
  ];
}

/** One of the numbers that a service offers, in ascending order. */
export function oneOf(prop: string, got: number, offered: readonly number[]): readonly PropProblem[] {
  if (Token.isUnresolved(got) || offered.includes(got)) return [];
  const next = offered.find((value) => value >= got) ?? offered.at(-1);
  return [{ prop, got, expected: `one of ${offered.join(', ')}`, fix: `use ${next}` }];
}

/** A grammar of a service, in words. */
export interface Grammar {
  readonly pattern: RegExp;
  readonly expected: string;
  readonly fix: string;
}

/** A text in the grammar of a service. Only the part of a text that is no token is known before the deployment. */
export function inGrammar(prop: string, got: string, { pattern, expected, fix }: Grammar): readonly PropProblem[] {
  return Token.isUnresolved(got) || pattern.test(got) ? [] : [{ prop, got, expected, fix }];
}

/** The same for each entry of a list. */
export function eachInGrammar(prop: string, got: readonly string[], grammar: Grammar): readonly PropProblem[] {
  return got.flatMap((entry, index) => inGrammar(`${prop}[${index}]`, entry, grammar));
}
