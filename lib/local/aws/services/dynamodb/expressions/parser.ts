import type { AttributeValue } from '../values';
import { invalid } from '../values';
import { reservedWords } from './reserved-words';
import type { Token } from './tokens';
import { syntaxError, tokensOf } from './tokens';

/** The place of a value: names of attributes, and positions of lists after the first. */
export type Path = readonly (string | number)[];

/** What stands for names and values in the expressions of a request; notes which of them are used. */
export class Substitutions {
  readonly #used = new Set<string>();

  constructor(
    private readonly names: ReadonlyMap<string, string>,
    private readonly values: ReadonlyMap<string, AttributeValue>,
  ) {}

  /** @throws ServiceError (ValidationException) */
  name(alias: string, what: string): string {
    this.#used.add(alias);
    const found = this.names.get(alias);
    if (found !== undefined) return found;
    throw invalid(
      `Invalid ${what}: An expression attribute name used in the document path is not defined; attribute name: ${alias}`,
    );
  }

  /** @throws ServiceError (ValidationException) */
  value(alias: string, what: string): AttributeValue {
    this.#used.add(alias);
    const found = this.values.get(alias);
    if (found !== undefined) return found;
    throw invalid(
      `Invalid ${what}: An expression attribute value used in expression is not defined; attribute value: ${alias}`,
    );
  }

  /** Refuses names and values that no expression uses. @throws ServiceError (ValidationException) */
  assertAllUsed(): void {
    for (const [member, given] of [
      ['ExpressionAttributeNames', this.names],
      ['ExpressionAttributeValues', this.values],
    ] as const) {
      const unused = [...given.keys()].filter((key) => !this.#used.has(key));
      if (unused.length > 0)
        throw invalid(`Value provided in ${member} unused in expressions: keys: {${unused.join(', ')}}`);
    }
  }
}

/** Reads an expression token by token. */
export class Parser {
  readonly #tokens: readonly Token[];
  #next = 0;

  /** @param what the member of the request, such as `ConditionExpression`, for messages */
  constructor(
    readonly text: string,
    readonly what: string,
    readonly given: Substitutions,
  ) {
    this.#tokens = tokensOf(text, what);
  }

  peek(ahead = 0): Token {
    const found = this.#tokens[Math.min(this.#next + ahead, this.#tokens.length - 1)];
    return found ?? { kind: 'end', text: '<EOF>', at: this.text.length };
  }

  take(): Token {
    const token = this.peek();
    this.#next += 1;
    return token;
  }

  /** Whether the next token is a keyword, in any case. */
  isKeyword(...words: readonly string[]): boolean {
    const token = this.peek();
    return token.kind === 'name' && words.includes(token.text.toUpperCase());
  }

  /** Takes a keyword if it comes next. */
  keyword(word: string): boolean {
    if (!this.isKeyword(word)) return false;
    this.#next += 1;
    return true;
  }

  /** Takes a symbol if it comes next. */
  symbol(text: string): boolean {
    const token = this.peek();
    if (token.kind !== 'symbol' || token.text !== text) return false;
    this.#next += 1;
    return true;
  }

  expect(symbol: string): void {
    if (!this.symbol(symbol)) this.fail();
  }

  fail(token = this.peek()): never {
    throw syntaxError(this.text, this.what, token);
  }

  end(): void {
    if (this.peek().kind !== 'end') this.fail();
  }

  /** One or more, between commas. */
  list<T>(read: () => T): readonly T[] {
    const items = [read()];
    while (this.symbol(',')) items.push(read());
    return items;
  }

  path(): Path {
    const steps: (string | number)[] = [this.#name()];
    for (;;) {
      if (this.symbol('.')) steps.push(this.#name());
      else if (this.symbol('[')) {
        const index = this.take();
        if (index.kind !== 'number') this.fail(index);
        steps.push(Number(index.text));
        this.expect(']');
      } else return steps;
    }
  }

  #name(): string {
    const token = this.take();
    if (token.kind === 'alias') return this.given.name(token.text, this.what);
    if (token.kind !== 'name') this.fail(token);
    if (reservedWords.has(token.text.toUpperCase()))
      throw invalid(`Invalid ${this.what}: Attribute name is a reserved keyword; reserved keyword: ${token.text}`);
    return token.text;
  }
}
