import type { Cloud } from './environment';
import type { PlatformSpec } from './platform';
import type { Step } from './raw';
import { isRecord, valueAt, without } from './raw';
import { draftShape } from './shape';
import { flatten } from './shape-issues';

/** Sections whose entries have keys. */
export type KeyedSection = 'environments' | 'models' | 'endpoints' | 'knowledge' | 'tuning';

/** A spec in which any section can be missing. */
type DraftSpec = { readonly [K in keyof PlatformSpec]?: PlatformSpec[K] | undefined };

/**
 * What the rules check: the well-formed part of a spec. A broken entry is left out, but its key still counts as
 * declared, so that one mistake is reported once and not again by every reference to the entry.
 */
export interface Draft {
  readonly spec: DraftSpec;
  /** Keys of a section, broken entries included. */
  readonly declared: (section: KeyedSection) => readonly string[];
  /** Keys of the object at a path, those of broken entries included. */
  readonly keysOf: (path: readonly Step[]) => readonly string[];
  /** The text at a path, also where another field of the same object is broken. */
  readonly textAt: (path: readonly Step[]) => string | undefined;
  /** Whether a path has a value, well formed or not. */
  readonly written: (path: readonly Step[]) => boolean;
  /** Clouds on which an environment has a target, broken targets included. */
  readonly cloudsOf: (environment: string) => readonly Cloud[];
}

/** The well-formed part of a raw spec: unknown fields, wrong values and entries without a required value are left out. */
export function draftOf(raw: unknown): Draft {
  const clouds: readonly Cloud[] = ['aws', 'azure'];
  return {
    spec: wellFormedPart(isRecord(raw) ? raw : {}),
    declared: (section) => keysAt(raw, [section]),
    keysOf: (path) => keysAt(raw, path),
    textAt: (path) => {
      const text = valueAt(raw, path);
      return typeof text === 'string' ? text : undefined;
    },
    written: (path) => valueAt(raw, path) !== undefined,
    cloudsOf: (environment) =>
      clouds.filter((cloud) => valueAt(raw, ['environments', environment, cloud]) !== undefined),
  };
}

function keysAt(raw: unknown, path: readonly Step[]): readonly string[] {
  const entries = valueAt(raw, path);
  return isRecord(entries) ? Object.keys(entries) : [];
}

/** Ends, because every round removes at least one value. */
function wellFormedPart(raw: unknown): DraftSpec {
  const parsed = draftShape.safeParse(raw);
  if (parsed.success) return parsed.data;
  // Last problem first: taking an item out of a list moves only the items behind it.
  const pruned = flatten(parsed.error.issues)
    .toReversed()
    .reduce<unknown>((rest, problem) => {
      const path = problem.path.map((step): Step => (typeof step === 'number' ? step : String(step)));
      if (problem.code === 'unrecognized_keys') {
        return problem.keys.reduce((inner, key) => without(inner, [...path, key]), rest);
      }
      const present = valueAt(raw, path) !== undefined;
      return without(rest, present ? path : path.slice(0, -1));
    }, raw);
  return wellFormedPart(pruned ?? {});
}
