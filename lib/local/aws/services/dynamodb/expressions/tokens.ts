import { invalid } from '../values';

/** A piece of an expression. */
export interface Token {
  /** A name, `#name`, `:value`, whole number or symbol; `end` is after the last one. */
  readonly kind: 'name' | 'alias' | 'value' | 'number' | 'symbol' | 'end';
  readonly text: string;
  readonly at: number;
}

/** Bytes of an expression. Source: Amazon DynamoDB Developer Guide, "Quotas" (not compared with the page). */
const longest = 4096;
const kinds = ['alias', 'value', 'number', 'name', 'symbol'] as const;
const piece =
  /\s*(?:(?<alias>#[A-Za-z0-9_]+)|(?<value>:[A-Za-z0-9_]+)|(?<number>\d+)|(?<name>[A-Za-z_][A-Za-z0-9_]*)|(?<symbol><>|<=|>=|[=<>()[\],.+-]))/y;

/** Takes an expression apart. @throws ServiceError (ValidationException) for a character that no expression has */
export function tokensOf(text: string, what: string): readonly Token[] {
  if (text.trim() === '') throw invalid(`Invalid ${what}: The expression can not be empty;`);
  if (Buffer.byteLength(text) > longest)
    throw invalid(
      `Invalid ${what}: Expression size has exceeded the maximum allowed size; expression size: ${text.length}`,
    );
  const tokens: Token[] = [];
  let at = 0;
  while (text.slice(at).trim() !== '') {
    piece.lastIndex = at;
    const groups: Readonly<Record<string, string | undefined>> = piece.exec(text)?.groups ?? {};
    const kind = kinds.find((known) => groups[known] !== undefined);
    const found = kind && groups[kind];
    if (kind === undefined || found === undefined)
      throw syntaxError(text, what, { text: text.slice(at).trim().charAt(0), at });
    at = piece.lastIndex;
    tokens.push({ kind, text: found, at: at - found.length });
  }
  return [...tokens, { kind: 'end', text: '<EOF>', at: text.length }];
}

/** A refusal in the words of the service, with the token and what is around it. */
export function syntaxError(text: string, what: string, token: Pick<Token, 'text' | 'at'>) {
  const near = text.slice(Math.max(0, token.at - 10), token.at + token.text.length + 10).trim();
  return invalid(`Invalid ${what}: Syntax error; token: "${token.text}", near: "${near}"`);
}
