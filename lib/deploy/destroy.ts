import type { Hold } from '../constraints/after-deletion';
import { holds } from '../constraints/after-deletion';
import type { Outcome } from './deploy';
import type { Journal } from './journal';
import { without, withWait } from './journal';
import { knownCause, thrown } from './known-causes';
import type { Stay } from './stays';
import type { Unit, UnitEnd } from './unit';
import { unitsOn } from './units';

/** What the cloud says about a unit that is to be deleted. */
export type RemovalState =
  | { readonly kind: 'absent' }
  | { readonly kind: 'there' }
  | { readonly kind: 'busy'; readonly why: string }
  /** Protected on purpose. */
  | { readonly kind: 'held'; readonly why: string; readonly command: string };

/** A unit and what its deletion means, before anything is deleted. */
export interface PlannedRemoval {
  readonly unit: Unit;
  /** `unasked` where its cloud did not answer. */
  readonly state: RemovalState | { readonly kind: 'unasked'; readonly why: string };
  /** What stays when it is deleted. */
  readonly stays: readonly Stay[];
  /** Data that goes with it, one sentence each. */
  readonly losses: readonly string[];
}

/** What came of a unit. */
export type RemovalOutcome =
  | { readonly kind: 'absent' }
  | { readonly kind: 'deleted' }
  | { readonly kind: 'held'; readonly why: string; readonly command: string }
  | Extract<Outcome, { readonly kind: 'failed' | 'waiting' | 'interrupted' }>;

/** A unit and what came of its deletion. */
export interface RemovedUnit {
  readonly unit: Unit;
  readonly outcome: RemovalOutcome;
}

/** What a deletion tells while it runs. */
export type DestroyEvent =
  | { readonly kind: 'starts'; readonly unit: Unit; readonly command: string }
  | { readonly kind: 'busy'; readonly unit: Unit; readonly why: string }
  | {
      readonly kind: 'waits';
      readonly unit: Unit;
      readonly hold: Hold;
      readonly elapsed: number;
      readonly left: number;
    }
  | { readonly kind: 'ends'; readonly unit: Unit; readonly outcome: RemovalOutcome };

/** What a deletion asks and does outside of itself. */
export interface DestroyPorts {
  state(unit: Unit): Promise<RemovalState>;
  /** Deletes a unit, with the data that goes with it. */
  remove(unit: Unit): Promise<UnitEnd>;
  save(journal: Journal): void;
  interrupted(): boolean;
  /** Milliseconds since 1970. */
  clock(): number;
  /** How many times faster than the services the clouds let go of what they hold: a test clock. @default 1 */
  readonly holdSpeed?: number;
  /** Waits; ends early when interrupted. */
  sleep(milliseconds: number): Promise<void>;
  tell(event: DestroyEvent): void;
}

/** Milliseconds before a busy unit is asked again. */
const askAgain = 5_000;
const minute = 60_000;

/** The units that a destroy deletes, the last one deployed first. */
export function removalOrder(units: readonly Unit[]): readonly Unit[] {
  return units.filter(({ removal }) => removal !== undefined).toReversed();
}

/**
 * Deletes units, the last one first, and goes on where a former run stopped. The clouds run beside each other. What holds a
 * deletion for a time that is known is waited for; the journal keeps when the wait began.
 */
export async function destroy(
  request: { readonly units: readonly Unit[]; readonly journal: Journal },
  ports: DestroyPorts,
): Promise<readonly RemovedUnit[]> {
  const run = new Removal(request.units, request.journal, ports);
  await Promise.all([run.cloud('aws'), run.cloud('azure')]);
  return run.outcomes();
}

class Removal {
  private readonly ended = new Map<string, RemovalOutcome>();

  constructor(
    private readonly units: readonly Unit[],
    private journal: Journal,
    private readonly ports: DestroyPorts,
  ) {}

  outcomes(): readonly RemovedUnit[] {
    return removalOrder(this.units).map((unit) => ({
      unit,
      outcome: this.ended.get(unit.id) ?? { kind: 'interrupted' },
    }));
  }

  async cloud(cloud: 'aws' | 'azure'): Promise<void> {
    for (const unit of removalOrder(unitsOn(this.units, cloud))) {
      const outcome = await this.outcomeOf(unit).catch(thrown);
      this.ended.set(unit.id, outcome);
      this.ports.tell({ kind: 'ends', unit, outcome });
    }
  }

  private async outcomeOf(unit: Unit): Promise<RemovalOutcome> {
    const { ports } = this;
    if (ports.interrupted()) return { kind: 'interrupted' };
    const readers = this.readersOf(unit);
    if (readers.length > 0) return { kind: 'waiting', needs: readers };
    let state = await ports.state(unit);
    let told = '';
    while (state.kind === 'busy' && !ports.interrupted()) {
      if (state.why !== told) ports.tell({ kind: 'busy', unit, why: state.why });
      told = state.why;
      await ports.sleep(askAgain);
      state = await ports.state(unit);
    }
    if (ports.interrupted()) return { kind: 'interrupted' };
    if (state.kind === 'held') return { kind: 'held', why: state.why, command: state.command };
    if (state.kind === 'absent') {
      this.save(without(this.journal, unit.id));
      return { kind: 'absent' };
    }
    return this.remove(unit);
  }

  /** Units that still read what this one publishes. */
  private readersOf(unit: Unit): readonly string[] {
    const gone = (id: string): boolean => {
      const outcome = this.ended.get(id);
      return outcome?.kind === 'absent' || outcome?.kind === 'deleted';
    };
    // A gate is between a unit and what it needs.
    const gates = this.units.filter(({ kind, needs }) => kind === 'assets' && needs.includes(unit.id));
    const ids = new Set([unit.id, ...gates.map(({ id }) => id)]);
    return removalOrder(this.units)
      .filter(({ needs }) => needs.some((id) => ids.has(id)))
      .map(({ id }) => id)
      .filter((id) => !gone(id));
  }

  private async remove(unit: Unit): Promise<RemovalOutcome> {
    const { ports } = this;
    // What is half deleted is not done, whatever happens next.
    this.save({ ...this.journal, units: without(this.journal, unit.id).units });
    for (;;) {
      ports.tell({ kind: 'starts', unit, command: unit.removal ?? '' });
      const end = await ports.remove(unit);
      if (ports.interrupted()) return { kind: 'interrupted' };
      if (end.ok) {
        this.save(without(this.journal, unit.id));
        return { kind: 'deleted' };
      }
      const cause = knownCause(end);
      const failed = { kind: 'failed', events: end.events, tail: end.tail, cause } as const;
      const hold = holds.find((row) => row.cause === cause?.code);
      if (hold === undefined || !(await this.waited(unit, hold))) return failed;
      if (ports.interrupted()) return { kind: 'interrupted' };
    }
  }

  /** Waits before the next attempt. @returns false when the longest time that is known is over */
  private async waited(unit: Unit, hold: Hold): Promise<boolean> {
    const { ports } = this;
    this.save(withWait(this.journal, unit.id, { hold: hold.id, since: new Date(ports.clock()).toISOString() }));
    const { holdSpeed: speed = 1 } = ports;
    const since = Date.parse(this.journal.waits[unit.id]?.since ?? '');
    const next = ports.clock() + (hold.every * minute) / speed;
    const end = since + (hold.most * minute) / speed;
    if (ports.clock() >= end) return false;
    while (ports.clock() < next && !ports.interrupted()) {
      const now = ports.clock();
      const left = Math.max(end - now, 0) * speed;
      ports.tell({ kind: 'waits', unit, hold, elapsed: (now - since) * speed, left });
      await ports.sleep(Math.min(minute, next - now));
    }
    return true;
  }

  private save(journal: Journal): void {
    if (JSON.stringify(journal) === JSON.stringify(this.journal)) return;
    this.journal = journal;
    this.ports.save(journal);
  }
}
