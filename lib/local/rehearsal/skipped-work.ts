import type { LocalAwsEvent } from '../aws';

/** Work that the local cloud did not do, or a rule that it did not check, for every resource that it concerns. */
export interface SkippedLine {
  readonly what: string;
  readonly type: string;
  /** `<stack>/<logical id>`, each once, in the order in which they were met. */
  readonly resources: readonly string[];
  /** How often it happened over the whole rehearsal, retries and changes included. */
  readonly times: number;
}

/** Counts what a cloud skipped, from its events. */
export class SkippedLines {
  readonly #lines = new Map<
    string,
    { kind: string; what: string; type: string; resources: Set<string>; times: number }
  >();

  /** Takes an event; one about a step of a resource says nothing here. */
  add(event: LocalAwsEvent): void {
    if (event.kind === 'resource' || event.kind === 'warned') return;
    const { kind, what, type, stack, logicalId } = event;
    const key = [kind, type, what].join('|');
    const line = this.#lines.get(key) ?? { kind, what, type, resources: new Set<string>(), times: 0 };
    line.resources.add(`${stack}/${logicalId}`);
    line.times += 1;
    this.#lines.set(key, line);
  }

  /** The lines of one kind, sorted by type. */
  of(kind: Exclude<LocalAwsEvent['kind'], 'resource'>): readonly SkippedLine[] {
    return [...this.#lines.values()]
      .filter((line) => line.kind === kind)
      .map(({ what, type, resources, times }) => ({ what, type, resources: [...resources], times }))
      .toSorted((left, right) => (left.type < right.type ? -1 : left.type > right.type ? 1 : 0));
  }
}
