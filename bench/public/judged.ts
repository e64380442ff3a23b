import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A file that somebody published. */
interface PublicFile {
  /** `owner/name` on GitHub. */
  readonly repository: string;
  readonly path: string;
  /** The commit that wrote the file as it was read. */
  readonly commit: string;
  /** Of the bytes, in hexadecimal digits. */
  readonly sha256: string;
}

/** A finding with what a person says about it. */
export interface JudgedFinding {
  readonly repository: string;
  readonly file: string;
  readonly rule: string;
  readonly address: string;
  /** Dotted path of the property; empty for the resource. */
  readonly path: string;
  readonly verdict: 'true' | 'false';
  /** Why, in one sentence. */
  readonly reason: string;
}

/** How many findings there were before rules were changed for them. */
interface JudgedRun {
  readonly date: string;
  readonly findings: number;
  readonly false: number;
}

/** The list `findings.json`. */
interface JudgedList {
  readonly files: readonly PublicFile[];
  /** Numbers of the first run, before any rule was changed for it. */
  readonly firstRun: JudgedRun;
  /** The same of the rules for services of Azure and for manifests, which are younger than the list. */
  readonly secondRun: JudgedRun;
  readonly findings: readonly JudgedFinding[];
  /** Findings of these runs that were false and are gone: they must not come back. */
  readonly mended: readonly JudgedFinding[];
}

/** The committed list of files and judged findings. */
export function judgedList(): JudgedList {
  // Written by hand and by the first run, read by this proof only.
  return JSON.parse(readFileSync(join(__dirname, 'findings.json'), 'utf8')) as JudgedList;
}

/** A finding that can occur several times at one place, such as each missing filter of a guardrail. */
type Placed = Omit<JudgedFinding, 'verdict' | 'reason'>;

/** The same findings with a key each: what they are about and their number there. Words of a message may change. */
export function keyed<T extends Placed>(findings: readonly T[]): ReadonlyMap<string, T> {
  const times = new Map<string, number>();
  return new Map(
    findings.map((finding) => {
      const { repository, file, rule, address, path } = finding;
      const place = [repository, file, rule, address, path].join(' ');
      const time = (times.get(place) ?? 0) + 1;
      times.set(place, time);
      return [time === 1 ? place : `${place} (${time})`, finding];
    }),
  );
}
