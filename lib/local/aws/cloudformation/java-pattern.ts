/** A regular expression of Java as JavaScript reads it, or why it is not read. */
export type JavaPattern =
  | { readonly kind: 'pattern'; readonly expression: RegExp }
  /** Java takes it, and this translation does not. */
  | { readonly kind: 'unknown'; readonly why: string }
  /** Java refuses it. */
  | { readonly kind: 'invalid'; readonly why: string };

/** Classes that Java writes `\p{Name}` and that are ASCII. Source: java.util.regex.Pattern, POSIX character classes. */
const posix: Readonly<Record<string, string>> = {
  ASCII: '\\x00-\\x7F',
  Alnum: 'A-Za-z0-9',
  Alpha: 'A-Za-z',
  Blank: ' \\t',
  Cntrl: '\\x00-\\x1F\\x7F',
  Digit: '0-9',
  Graph: '\\x21-\\x7E',
  Lower: 'a-z',
  Print: '\\x20-\\x7E',
  Punct: '\\x21-\\x2F\\x3A-\\x40\\x5B-\\x60\\x7B-\\x7E',
  Space: ' \\t\\n\\x0B\\f\\r',
  Upper: 'A-Z',
  XDigit: '0-9A-Fa-f',
};
/** Escapes that are classes, with the content of a class each. */
const classes: Readonly<Record<string, string>> = {
  d: '0-9',
  h: ' \\t\\xA0\\u1680\\u180E\\u2000-\\u200A\\u202F\\u205F\\u3000',
  s: ' \\t\\n\\x0B\\f\\r',
  v: '\\n\\x0B\\f\\r\\x85\\u2028\\u2029',
  w: 'A-Za-z0-9_',
};
const characters: Readonly<Record<string, string>> = { a: '\\x07', e: '\\x1B', f: '\\f', n: '\\n', r: '\\r', t: '\\t' };

class Untranslated extends Error {}
class Malformed extends Error {}

/** Translates a pattern that must match the whole text, as AllowedPattern does. */
export function javaPattern(source: string): JavaPattern {
  const flags = /^\(\?([a-zA-Z]+)\)/.exec(source);
  const named = flags?.[1] ?? '';
  if (/[^ismu]/.test(named)) return { kind: 'unknown', why: `the flags (?${named})` };
  try {
    const reader = new Reader(source, flags === null ? 0 : flags[0].length);
    const body = reader.alternatives();
    const kept = named.replace('u', '');
    return { kind: 'pattern', expression: new RegExp(`^(?:${body})$`, `v${kept}`) };
  } catch (error) {
    if (error instanceof Malformed) return { kind: 'invalid', why: error.message };
    return { kind: 'unknown', why: error instanceof Untranslated ? error.message : 'its syntax' };
  }
}

/** Reads Java's syntax from left to right and writes that of JavaScript with the flag `v`. */
class Reader {
  #groups = 0;

  constructor(
    readonly source: string,
    private at: number,
  ) {}

  /** Everything up to the end of the pattern. */
  alternatives(): string {
    let out = '';
    while (this.at < this.source.length) out += this.#part();
    if (this.#groups > 0) throw new Malformed('a group is not closed');
    return out;
  }

  #next(): string {
    return this.source.charAt(this.at++);
  }

  #part(): string {
    const character = this.#next();
    switch (character) {
      case '\\':
        return this.#escape();
      case '[':
        return `[${this.#class()}]`;
      case '(':
        return this.#group();
      case ')':
        if (--this.#groups < 0) throw new Malformed('a group is closed that is not open');
        return ')';
      case '*':
      case '+':
      case '?':
        return this.#quantifier(character);
      case '{': {
        const counts = /^\d+(?:,\d*)?\}/.exec(this.source.slice(this.at))?.[0];
        if (counts === undefined) throw new Malformed('a repetition is not closed');
        this.at += counts.length;
        return this.#quantifier(`{${counts}`);
      }
      case '}':
      case ']':
        return `\\${character}`;
      default:
        return character;
    }
  }

  #quantifier(written: string): string {
    if (this.source.charAt(this.at) === '+') throw new Untranslated('a possessive quantifier');
    if (this.source.charAt(this.at) !== '?') return written;
    this.at++;
    return `${written}?`;
  }

  #group(): string {
    this.#groups++;
    const kind = /^\?(?::|=|!|<=|<!|<[A-Za-z][A-Za-z0-9]*>)/.exec(this.source.slice(this.at))?.[0];
    if (kind !== undefined) {
      this.at += kind.length;
      return `(${kind}`;
    }
    if (this.source.charAt(this.at) === '?') throw new Untranslated('an atomic group, or flags inside the pattern');
    return '(';
  }

  /** An escape outside of a class. */
  #escape(): string {
    const character = this.source.charAt(this.at);
    if (character === 'Q') return this.#quoted(outside);
    if (/[1-9bB]/.test(character)) return `\\${this.#next()}`;
    if (character === 'k') {
      const name = /^k<[A-Za-z][A-Za-z0-9]*>/.exec(this.source.slice(this.at))?.[0];
      if (name === undefined) throw new Malformed('\\k names no group');
      this.at += name.length;
      return `\\${name}`;
    }
    if (character === 'A') return this.#as('^');
    if (character === 'z' || character === 'Z') return this.#as('$');
    if (character === 'R') return this.#as('(?:\\r\\n|[\\n\\x0B\\f\\r\\x85\\u2028\\u2029])');
    const { content, single } = this.#escaped(outside);
    return single ? content : `[${content}]`;
  }

  #as(text: string): string {
    this.at++;
    return text;
  }

  #quoted(special: RegExp): string {
    const end = this.source.indexOf('\\E', this.at);
    const text = this.source.slice(this.at + 1, end < 0 ? undefined : end);
    this.at = end < 0 ? this.source.length : end + 2;
    return text.replace(new RegExp(special, 'g'), '\\$&');
  }

  /** An escape that means a character or a class, inside of a class or not. */
  #escaped(special: RegExp): { readonly content: string; readonly single: boolean } {
    const character = this.#next();
    if (character === '') throw new Malformed('it ends with a backslash');
    const known = Object.hasOwn(classes, character) ? classes[character] : undefined;
    if (known !== undefined) return { content: known, single: false };
    const inverted = Object.hasOwn(classes, character.toLowerCase()) ? classes[character.toLowerCase()] : undefined;
    if (inverted !== undefined) return { content: `[^${inverted}]`, single: false };
    if (character === 'p' || character === 'P') return { content: this.#property(character === 'P'), single: false };
    const control = Object.hasOwn(characters, character) ? characters[character] : undefined;
    if (control !== undefined) return { content: control, single: true };
    if (character === 'x' || character === 'u' || character === '0')
      return { content: this.#code(character), single: true };
    if (/[A-Za-z]/.test(character)) throw new Untranslated(`\\${character}`);
    return { content: literal(character, special), single: true };
  }

  #property(inverted: boolean): string {
    const [whole, braced, letter] = /^(?:\{(\w+)\}|([A-Z]))/.exec(this.source.slice(this.at)) ?? [];
    if (whole === undefined) throw new Malformed('\\p names no class');
    this.at += whole.length;
    const name = (braced ?? letter ?? '').replace(/^Is(?=.)/, '');
    const content = Object.hasOwn(posix, name) ? posix[name] : undefined;
    if (content !== undefined) return inverted ? `[^${content}]` : content;
    if (/^(?:java|In)/.test(name)) throw new Untranslated(`\\p{${name}}`);
    return `\\${inverted ? 'P' : 'p'}{${name}}`;
  }

  #code(kind: string): string {
    const forms = {
      x: /^(?:([0-9A-Fa-f]{2})|\{([0-9A-Fa-f]{1,6})\})/,
      u: /^([0-9A-Fa-f]{4})/,
      '0': /^([0-3]?[0-7]{1,2})/,
    };
    const form = kind === 'x' ? forms.x : kind === 'u' ? forms.u : forms['0'];
    const [whole, short, long] = form.exec(this.source.slice(this.at)) ?? [];
    if (whole === undefined) throw new Malformed(`\\${kind} names no character`);
    this.at += whole.length;
    const code = Number.parseInt(short ?? long ?? '', kind === '0' ? 8 : 16);
    return `\\u{${code.toString(16)}}`;
  }

  /** The content of a class up to its closing bracket; `&&` stands between whole classes. */
  #class(): string {
    const negated = this.source.charAt(this.at) === '^' ? this.#next() : '';
    const operands = [''];
    for (let first = true; ; first = false) {
      const character = this.#next();
      if (character === '') throw new Malformed('a class is not closed');
      if (character === ']' && !first) break;
      if (character === '&' && this.source.startsWith('&', this.at)) {
        this.at++;
        operands.push('');
        continue;
      }
      operands.push((operands.pop() ?? '') + this.#member(character));
    }
    const [only = ''] = operands;
    return negated + (operands.length === 1 ? only : operands.map((operand) => `[${operand}]`).join('&&'));
  }

  #member(character: string): string {
    if (character === '[') return `[${this.#class()}]`;
    if (character === '\\') {
      if (this.source.charAt(this.at) === 'Q') return this.#quoted(inside);
      return this.#escaped(inside).content;
    }
    if (character !== '-') return literal(character, inside);
    // A hyphen is a range between two characters, and a hyphen elsewhere.
    const before = this.source.charAt(this.at - 2);
    const isRange =
      !/[[^]/.test(before) &&
      !/\\[dDsSwWhHvVpP]$/.test(this.source.slice(0, this.at - 1)) &&
      !/^(?:\]|\[|&&|\\[dDsSwWhHvVpP])/.test(this.source.slice(this.at)) &&
      this.#startsRange();
    return isRange ? '-' : '\\-';
  }

  /** Whether the character before a hyphen is not itself the end of a range, as the `c` of `a-c-e`. */
  #startsRange(): boolean {
    return !/[^\\[]-(?:\\?.)$/.test(this.source.slice(0, this.at - 1));
  }
}

const outside = /[\^$\\.*+?()[\]{}|/]/;
const inside = /[\^$\\.*+?()[\]{}|/\-&!#%,:;<=>@`~]/;

/** A character that means itself. */
function literal(character: string, special: RegExp): string {
  return special.test(character) ? `\\${character}` : character;
}
