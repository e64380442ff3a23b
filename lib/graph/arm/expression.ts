/** An expression of a template, without its brackets. */
export type Expression =
  | { readonly kind: 'literal'; readonly value: string | number }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly Expression[] }
  | { readonly kind: 'property'; readonly of: Expression; readonly name: string; readonly safe: boolean }
  | { readonly kind: 'index'; readonly of: Expression; readonly index: Expression; readonly safe: boolean };

/** Calls and accessors within each other: many more than any template has, and few enough for the call stack. */
const mostNested = 200;

/**
 * The expression of a text that begins with `[` and ends with `]`. A text that begins with `[[` is no expression.
 *
 * Source: learn.microsoft.com/azure/azure-resource-manager/templates/template-expressions, read 2026-12-01.
 * @returns undefined for other texts, and for what is not a valid expression
 */
export function expressionOf(text: string): Expression | undefined {
  if (!text.startsWith('[') || text.startsWith('[[') || !text.endsWith(']')) return undefined;
  const parser = new Parser(text.slice(1, -1));
  return parser.whole();
}

/** The text that a string of a template stands for: `[[` at the beginning is one bracket. */
export function literalOf(text: string): string {
  return text.startsWith('[[') ? text.slice(1) : text;
}

const number = /-?\d+(?:\.\d+)?/y;
const name = /[A-Za-z_$][\w$]*(?:\.[A-Za-z_$][\w$]*(?=\s*\())?/y;
const string = /'(?:[^']|'')*'/y;
const blank = /\s*/y;

class Parser {
  private at = 0;
  private depth = 0;

  constructor(private readonly text: string) {}

  whole(): Expression | undefined {
    const expression = this.expression();
    this.match(blank);
    return this.at === this.text.length ? expression : undefined;
  }

  private expression(): Expression | undefined {
    if (++this.depth > mostNested) return undefined;
    let value = this.primary();
    while (value !== undefined) {
      const next = this.accessor(value);
      if (next === null) break;
      value = next;
    }
    this.depth--;
    return value;
  }

  private primary(): Expression | undefined {
    this.match(blank);
    const quoted = this.match(string);
    if (quoted !== undefined) return { kind: 'literal', value: quoted.slice(1, -1).replaceAll("''", "'") };
    const digits = this.match(number);
    if (digits !== undefined) return { kind: 'literal', value: Number(digits) };
    const called = this.match(name);
    if (called === undefined || !this.take('(')) return undefined;
    const args = this.list();
    return args === undefined ? undefined : { kind: 'call', name: called, args };
  }

  private list(): readonly Expression[] | undefined {
    const args: Expression[] = [];
    if (this.take(')')) return args;
    do {
      const argument = this.expression();
      if (argument === undefined) return undefined;
      args.push(argument);
    } while (this.take(','));
    return this.take(')') ? args : undefined;
  }

  /** @returns null where no accessor follows, undefined where a wrong one does */
  private accessor(of: Expression): Expression | undefined | null {
    const safe = this.take('?');
    if (this.take('.')) {
      const property = this.match(/[A-Za-z_$][\w$]*/y);
      return property === undefined ? undefined : { kind: 'property', of, name: property, safe };
    }
    if (this.take('[')) {
      const index = this.expression();
      return index !== undefined && this.take(']') ? { kind: 'index', of, index, safe } : undefined;
    }
    return safe ? undefined : null;
  }

  private take(character: string): boolean {
    this.match(blank);
    if (this.text[this.at] !== character) return false;
    this.at++;
    return true;
  }

  private match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0];
    if (found !== undefined) this.at += found.length;
    return found;
  }
}
