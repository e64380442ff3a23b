/** Longest text that a pattern is tried on: what is longer is not known to match or not. */
const longest = 4096;

const compiled = new Map<string, RegExp | undefined>();

/**
 * The pattern of a schema as JavaScript reads it; undefined where it cannot. Registry schemas use the dialect of Java: `(?i)`
 * at the start ignores case, `\p{L}` is a Unicode class, `\A` and `\z` are the ends.
 */
export function regexOf(pattern: string): RegExp | undefined {
  if (!compiled.has(pattern)) compiled.set(pattern, compile(pattern));
  return compiled.get(pattern);
}

function compile(pattern: string): RegExp | undefined {
  const insensitive = pattern.startsWith('(?i)');
  const body = (insensitive ? pattern.slice(4) : pattern).replaceAll(/\\(\\|[AzZ])/g, (whole, letter: string) =>
    letter === '\\' ? whole : letter === 'A' ? '^' : '$',
  );
  // Nested classes and intersections of Java are other sets in JavaScript, without an error.
  if (/\[[^\]]*&&/.test(body) || /\[\[:/.test(body) || /\(\?[a-z-]+[:)]/.test(body)) return undefined;
  const unicode = /\\[pP]\{|\\x\{/.test(body);
  try {
    return new RegExp(body, `${insensitive ? 'i' : ''}${unicode ? 'u' : ''}`);
  } catch {
    return undefined;
  }
}

/** Whether a text has a match of a pattern; undefined where that is not known. */
export function matches(text: string, pattern: string): boolean | undefined {
  return text.length > longest ? undefined : regexOf(pattern)?.test(text);
}
