/** What other engines have and JavaScript writes otherwise or not at all, with what it means here. */
const dialect: readonly (readonly [RegExp, string])[] = [
  [/\(\?[a-zA-Z]+(?:-[a-zA-Z]+)?\)/g, ''],
  [/\(\?[a-zA-Z]+(?:-[a-zA-Z]+)?:/g, '(?:'],
  [/\(\?P</g, '(?<'],
  [/\(\?>/g, '(?:'],
  [/(?<!\\)([*+?}])\+/g, '$1'],
];

/**
 * Why a text is no regular expression of a guardrail, in words; undefined where it is one, or one of another dialect. The
 * engine of Bedrock is not known, so only what no engine takes is said to be wrong.
 */
export function regexProblem(pattern: string): string | undefined {
  if (/(?<!\\)\(\?<?[=!]/.test(pattern)) return 'guardrails do not support lookaround';
  const plain = dialect.reduce((text, [from, to]) => text.replaceAll(from, to), pattern);
  try {
    new RegExp(plain);
    return undefined;
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    const [, reason = ''] = /: ([^:]*)$/.exec(said) ?? [];
    return /^(?:Unterminated|Unmatched|Nothing to repeat|Range out of order|\\ at end|numbers out of order|Lone)/.test(
      reason,
    )
      ? reason
      : undefined;
  }
}
