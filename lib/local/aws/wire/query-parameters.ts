/** The parameters of an AWS query request (`Action=…&Capabilities.member.1=…`). */
export class QueryParameters {
  readonly #values: ReadonlyMap<string, string>;

  constructor(form: string) {
    this.#values = formFields(form) ?? new Map(new URLSearchParams(form));
  }

  /** A scalar parameter. */
  get(name: string): string | undefined {
    return this.#values.get(name);
  }

  /** A boolean parameter, undefined when absent. */
  flag(name: string): boolean | undefined {
    const value = this.#values.get(name);
    return value === undefined ? undefined : value === 'true';
  }

  /** The elements of a list. An empty list is sent as `Name=`. */
  list(name: string): readonly string[] {
    return this.#indices(name).flatMap((index) => this.#values.get(`${name}.member.${index}`) ?? []);
  }

  /** The elements of a list of structures, each as field names and values. */
  structures(name: string): readonly ReadonlyMap<string, string>[] {
    return this.#indices(name).map((index) => this.#fields(`${name}.member.${index}.`));
  }

  /** The texts of a list as EC2 sends it: `VpcId.1`. */
  numberedTexts(name: string): readonly string[] {
    return this.#indices(name, '').flatMap((index) => this.#values.get(`${name}.${index}`) ?? []);
  }

  /** The structures of a list as EC2 sends it: `Filter.1.Name`. */
  numbered(name: string): readonly ReadonlyMap<string, string>[] {
    return this.#indices(name, '').map((index) => this.#fields(`${name}.${index}.`));
  }

  /** True when the parameter or any of its members was sent. */
  has(name: string): boolean {
    return [...this.#values.keys()].some((key) => key === name || key.startsWith(`${name}.member.`));
  }

  /** Every parameter but the action and its version, by its path without indices: `Tags.member.1.Key` is `Tags.Key`. */
  members(): readonly (readonly [path: string, value: string])[] {
    return [...this.#values]
      .filter(([key]) => key !== 'Action' && key !== 'Version')
      .map(([key, value]) => [key.replace(/\.(?:(?:member|entry)\.)?\d+(?=\.|$)/g, ''), value]);
  }

  #fields(prefix: string): ReadonlyMap<string, string> {
    return new Map(
      [...this.#values]
        .filter(([key]) => key.startsWith(prefix))
        .map(([key, value]) => [key.slice(prefix.length), value]),
    );
  }

  #indices(name: string, infix = 'member.'): readonly number[] {
    const pattern = `${name}.${infix}`;
    const found = new Set<number>();
    for (const key of this.#values.keys()) {
      if (key.startsWith(pattern)) found.add(Number.parseInt(key.slice(pattern.length), 10));
    }
    return [...found].sort((left, right) => left - right);
  }
}

/**
 * The fields of a form, of fields with one name the last; undefined where a percent sign escapes no text. Node reads forms
 * character by character, which for a template takes longer than to parse it.
 */
function formFields(form: string): ReadonlyMap<string, string> | undefined {
  const fields = new Map<string, string>();
  try {
    for (const field of form.split('&')) {
      const equals = field.indexOf('=');
      if (field === '') continue;
      if (equals < 0) fields.set(decoded(field), '');
      else fields.set(decoded(field.slice(0, equals)), decoded(field.slice(equals + 1)));
    }
    return fields;
  } catch {
    return undefined;
  }
}

/** @throws URIError for what is not escaped UTF-8 */
function decoded(text: string): string {
  const spaced = text.includes('+') ? text.replaceAll('+', ' ') : text;
  return spaced.includes('%') ? decodeURIComponent(spaced) : spaced;
}
