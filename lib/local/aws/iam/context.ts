/** The condition keys of a request, in lower case, with their value or, for a key of several values, their values. */
export type RequestContext = ReadonlyMap<string, string | readonly string[]>;

/** What a caller wants to do. */
export interface AccessRequest {
  /** Such as `s3:GetObject`. */
  readonly action: string;
  /** ARN of the resource; `*` for an action that has none. */
  readonly resource: string;
  /** Keys of the action itself, such as `s3:prefix`; the keys about caller and request are added. @default - none */
  readonly context?: Readonly<Record<string, string | readonly string[] | undefined>>;
  /** Whether the resource grants it by other means than a policy, such as a grant of KMS: only a deny is left to look for. @default false */
  readonly granted?: boolean;
}

/** The values of a condition key; undefined when the request does not have it. */
export function valuesOf(context: RequestContext, key: string): readonly string[] | undefined {
  const value = context.get(key.toLowerCase());
  return typeof value === 'string' ? [value] : value;
}

/** Condition keys from pairs; keys without a value are left out. */
export function contextOf(
  ...parts: readonly Readonly<Record<string, string | readonly string[] | undefined>>[]
): RequestContext {
  const context = new Map<string, string | readonly string[]>();
  for (const part of parts) {
    for (const [key, value] of Object.entries(part)) {
      if (value !== undefined) context.set(key.toLowerCase(), value);
    }
  }
  return context;
}
