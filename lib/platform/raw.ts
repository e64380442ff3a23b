/** A step from a value to a value inside it. */
export type Step = string | number;

/** Whether a value is an object that is neither null nor a list. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value at a path, or undefined. */
export function valueAt(value: unknown, path: readonly Step[]): unknown {
  return path.reduce<unknown>((at, step) => {
    if (Array.isArray(at)) return at[Number(step)];
    return isRecord(at) && Object.hasOwn(at, String(step)) ? at[String(step)] : undefined;
  }, value);
}

/** A copy without the value at a path, which must not be empty. Later items of a list move up. */
export function without(value: unknown, path: readonly Step[]): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return undefined;
  if (Array.isArray(value)) {
    const items: readonly unknown[] = value;
    return items.flatMap((item, index) => {
      if (index !== Number(step)) return [item];
      return rest.length === 0 ? [] : [without(item, rest)];
    });
  }
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, item]) => {
      if (key !== String(step)) return [[key, item]];
      return rest.length === 0 ? [] : [[key, without(item, rest)]];
    }),
  );
}

/** `endpoints.chat.clouds[0]`; an empty key is written `['']`, so that it is seen. */
export function dotted(path: readonly Step[]): string {
  return path
    .map((step, at) => (typeof step === 'number' ? `[${step}]` : step === '' ? `['']` : at === 0 ? step : `.${step}`))
    .join('');
}
