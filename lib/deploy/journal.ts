import type { Issue } from '../platform';

/** What the cloud cannot say about a unit. */
export interface JournalEntry {
  /** Digest of the plan with which the unit was last done. */
  readonly plan: string;
  /** When that was, ISO 8601. */
  readonly at: string;
  /** The last change of what it reads, as the cloud said it then, ISO 8601; empty where the cloud says none. */
  readonly seen: string;
}

/** When a wait for something that a service holds began, so that a later run goes on with it. */
export interface JournalWait {
  readonly hold: string;
  /** ISO 8601. */
  readonly since: string;
}

/** The journal of an environment: a file beside the cloud, which is asked first. */
export interface Journal {
  readonly schema: 'llmops-kit/deploy/v1';
  readonly platform: string;
  readonly environment: string;
  /** The clouds that it is about. */
  readonly target: 'account' | 'local';
  /** By id of the unit. */
  readonly units: Readonly<Record<string, JournalEntry>>;
  /** By id of the unit that is being deleted. */
  readonly waits: Readonly<Record<string, JournalWait>>;
}

/** Whose journal is wanted. */
export type JournalOwner = Pick<Journal, 'platform' | 'environment' | 'target'>;

const schema = 'llmops-kit/deploy/v1';

/** A journal in which nothing is done. */
export function emptyJournal({ platform, environment, target }: JournalOwner): Journal {
  return { schema, platform, environment, target, units: {}, waits: {} };
}

/** The text of a journal file. */
export function formatJournal(journal: Journal): string {
  return `${JSON.stringify(journal, undefined, 2)}\n`;
}

/**
 * Reads the text of a journal file.
 *
 * @returns the journal, or the issue for which the file is refused: `JournalDamaged`, `JournalVersion`, `JournalForeign`
 */
export function parseJournal(
  text: string,
  file: string,
  owner: JournalOwner,
): { readonly journal: Journal } | { readonly issue: Issue } {
  const read = parsed(text);
  if (!isRecord(read)) return { issue: damaged(file, text) };
  if (read['schema'] !== schema) {
    if (typeof read['schema'] !== 'string') return { issue: damaged(file, text) };
    return {
      issue: {
        code: 'JournalVersion',
        path: file,
        message: 'another version of the kit wrote this journal',
        got: read['schema'],
        expected: schema,
      },
    };
  }
  const foreign = (['platform', 'environment', 'target'] as const).find((key) => read[key] !== owner[key]);
  if (foreign !== undefined) {
    return {
      issue: {
        code: 'JournalForeign',
        path: file,
        message: `the journal is about another ${foreign}`,
        got: read[foreign],
        expected: owner[foreign],
      },
    };
  }
  const units = entries(read['units'], ['plan', 'at', 'seen']);
  const waits = entries(read['waits'], ['hold', 'since']);
  if (units === undefined || waits === undefined) return { issue: damaged(file, text) };
  return { journal: { schema, ...owner, units: units as Journal['units'], waits: waits as Journal['waits'] } };
}

function damaged(file: string, text: string): Issue {
  return {
    code: 'JournalDamaged',
    path: file,
    message: text === '' ? 'the journal is empty' : 'the journal is not what was written to it',
    got: text.slice(0, 80),
    expected: `a journal of ${schema}`,
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A record of records of texts; undefined for anything else. */
function entries(value: unknown, keys: readonly string[]): Readonly<Record<string, unknown>> | undefined {
  if (!isRecord(value)) return undefined;
  const whole = Object.values(value).every(
    (entry) => isRecord(entry) && keys.every((key) => typeof entry[key] === 'string'),
  );
  return whole ? value : undefined;
}

/** The journal after a unit was done. */
export function withDone(journal: Journal, id: string, entry: JournalEntry): Journal {
  return { ...journal, units: { ...journal.units, [id]: entry } };
}

/** The journal after a unit was deleted, or must be done again. */
export function without(journal: Journal, id: string): Journal {
  const keep = <T>(record: Readonly<Record<string, T>>): Readonly<Record<string, T>> =>
    Object.fromEntries(Object.entries(record).filter(([key]) => key !== id));
  return { ...journal, units: keep(journal.units), waits: keep(journal.waits) };
}

/** The journal when a wait begins. One that has begun goes on. */
export function withWait(journal: Journal, id: string, wait: JournalWait): Journal {
  return journal.waits[id]?.hold === wait.hold ? journal : { ...journal, waits: { ...journal.waits, [id]: wait } };
}
