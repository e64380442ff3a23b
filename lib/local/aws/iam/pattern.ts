import type { RequestContext } from './context';
import { valuesOf } from './context';

/** Whether a text matches a pattern of a policy, for a request. */
export type Matcher = (text: string, context: RequestContext) => boolean;

/** How a pattern of a policy is read. */
export interface PatternStyle {
  /** Policy variables such as `${aws:username}` are replaced, as version 2012-10-17 of the policy language does. */
  readonly variables: boolean;
  /** @default false */
  readonly ignoreCase?: boolean;
  /** `*` and `?` stand for themselves. @default false */
  readonly literal?: boolean;
  /** Wildcards in the first five parts of an ARN do not pass a colon, unless `*` ends its part. @default false */
  readonly arn?: boolean;
  /** A variable without a value may be anything, so that what must not match does not. @default - it matches nothing */
  readonly unknownMatches?: boolean;
}

const variable = /\$\{([^}]*)\}/g;

/**
 * Compiles a pattern with `*`, `?` and policy variables. The value of a variable stands for itself, wildcards in it too; a
 * variable without a value matches nothing.
 * Source: IAM User Guide, "IAM policy elements: Variables and tags" (read 2026-11-30).
 */
export function patternMatcher(pattern: string, style: PatternStyle): Matcher {
  if (pattern === '*' && style.literal !== true) return () => true;
  if (!style.variables || !pattern.includes('${')) {
    const fixed = expression(pattern, style, undefined);
    return (text) => fixed?.test(text) === true;
  }
  return (text, context) => expression(pattern, style, context)?.test(text) === true;
}

function expression(pattern: string, style: PatternStyle, context: RequestContext | undefined): RegExp | undefined {
  let source = '';
  let from = 0;
  if (context !== undefined) {
    for (const found of pattern.matchAll(variable)) {
      const value = variableValue(found[1] ?? '', context);
      if (value === undefined && style.unknownMatches !== true) return undefined;
      source += globSource(pattern.slice(from, found.index), style, colonsLeft(pattern.slice(0, from), style));
      source += value === undefined ? '.*' : escaped(value);
      from = found.index + found[0].length;
    }
  }
  source += globSource(pattern.slice(from), style, colonsLeft(pattern.slice(0, from), style));
  return new RegExp(`^${source}$`, style.ignoreCase === true ? 'is' : 's');
}

/** Whether every variable of a text has a value in a request. */
export function isComplete(text: string, context: RequestContext): boolean {
  return !text.includes('${') || filledText(text, context) !== undefined;
}

/** The text of a value with its variables replaced; undefined when one has no value. */
export function filledText(text: string, context: RequestContext): string | undefined {
  const names = [...text.matchAll(variable)].map(([, name = '']) => variableValue(name, context));
  let next = 0;
  return names.includes(undefined) ? undefined : text.replace(variable, () => names[next++] ?? '');
}

/** `${*}`, `${?}` and `${$}` are the characters; `${key, 'text'}` has a default. A key of several values has none. */
function variableValue(name: string, context: RequestContext): string | undefined {
  if (name === '*' || name === '?' || name === '$') return name;
  const [, key = name, fallback] = /^([^,]*?)\s*,\s*'([^']*)'\s*$/.exec(name) ?? [];
  const values = valuesOf(context, key.trim());
  return values?.length === 1 ? values[0] : fallback;
}

function globSource(pattern: string, { literal }: PatternStyle, colons: number): string {
  if (literal === true) return escaped(pattern);
  let left = colons;
  return pattern.replace(/[\s\S]/g, (character, index: number) => {
    if (character === ':') left -= 1;
    const within = left > 0;
    if (character === '?') return within ? '[^:]' : '.';
    if (character !== '*') return escaped(character);
    const next = pattern[index + 1];
    return within && next !== undefined && next !== ':' && next !== '*' ? '[^:]*' : '.*';
  });
}

/** Colons that are left before the last part of an ARN. */
function colonsLeft(before: string, style: PatternStyle): number {
  return style.arn === true ? Math.max(0, 5 - before.replace(variable, '').split(':').length + 1) : 0;
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, String.raw`\$&`);
}
