import type { Matcher } from './pattern';
import { patternMatcher } from './pattern';

/**
 * Compiles an ARN of an `Arn…` condition: each of its six parts is matched by itself, so a wildcard does not cross a colon
 * before the last part.
 * Source: IAM User Guide, "IAM JSON policy elements: Condition operators", ARN operators (read 2026-11-30).
 */
export function arnMatcher(pattern: string, variables: boolean): Matcher {
  const parts = arnParts(pattern, variables);
  if (parts === undefined) return () => false;
  const matchers = parts.map((part) => patternMatcher(part, { variables }));
  return (text, context) => {
    const given = arnParts(text, false);
    return given !== undefined && matchers.every((matches, index) => matches(given[index] ?? '', context));
  };
}

/** The six parts of an ARN; a colon within a variable separates nothing. */
function arnParts(text: string, variables: boolean): readonly string[] | undefined {
  const hidden = variables ? text.replace(/\$\{[^}]*\}/g, (name) => name.replaceAll(':', '\u0000')) : text;
  const parts = hidden.split(':');
  if (parts.length < 6) return undefined;
  return [...parts.slice(0, 5), parts.slice(5).join(':')].map((part) => part.replaceAll('\u0000', ':'));
}
