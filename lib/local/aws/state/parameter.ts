/** One version of an SSM parameter. */
export interface ParameterVersion {
  readonly version: number;
  readonly value: string;
  readonly lastModified: Date;
  readonly labels: readonly string[];
}

/** An SSM parameter with its latest value. */
export interface StoredParameter {
  readonly name: string;
  /** `String`, `StringList` or `SecureString`. */
  readonly type: string;
  readonly value: string;
  readonly version: number;
  readonly lastModified: Date;
  readonly description?: string | undefined;
  readonly allowedPattern?: string | undefined;
  /** Key of a `SecureString`. @default - the key of the service */
  readonly keyId?: string | undefined;
  /** @default - Standard */
  readonly tier?: string | undefined;
  /** @default - text */
  readonly dataType?: string | undefined;
  /** Oldest first, the latest included. @default - the latest alone */
  readonly history?: readonly ParameterVersion[];
  /** @default - none */
  readonly tags?: ReadonlyMap<string, string>;
}

/** Versions that the service keeps. Source: AWS Systems Manager User Guide, "Working with parameter versions" (read 2026-11-30). */
const mostVersions = 100;

/** What a write changes. */
export type ParameterChange = Pick<StoredParameter, 'name' | 'type' | 'value'> &
  Partial<Pick<StoredParameter, 'description' | 'allowedPattern' | 'keyId' | 'tier' | 'dataType' | 'tags'>>;

/** A parameter after a write: the next version, in front of those before it. */
export function nextVersion(
  previous: StoredParameter | undefined,
  change: ParameterChange,
  lastModified: Date,
): StoredParameter {
  const version = (previous?.version ?? 0) + 1;
  const latest: ParameterVersion = { version, value: change.value, lastModified, labels: [] };
  const stated = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
  return {
    ...previous,
    ...stated,
    ...{ name: change.name, type: change.type, value: change.value },
    version,
    lastModified,
    history: [...(previous === undefined ? [] : versionsOf(previous)), latest].slice(-mostVersions),
  };
}

/** The versions of a parameter, oldest first. */
export function versionsOf({ history, version, value, lastModified }: StoredParameter): readonly ParameterVersion[] {
  return history ?? [{ version, value, lastModified, labels: [] }];
}
