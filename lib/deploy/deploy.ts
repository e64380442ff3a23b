import { isDone } from './done';
import type { Journal } from './journal';
import { withDone, without } from './journal';
import type { KnownCause } from './known-causes';
import { knownCause, thrown } from './known-causes';
import type { AskedAssets, FailureEvent, LackingAsset, Unit, UnitEnd, UnitState } from './unit';
import { unitsOn } from './units';

/** What came of a unit. */
export type Outcome =
  /** It was done before this run. */
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'done'; readonly changed: boolean }
  | {
      readonly kind: 'failed';
      readonly events: readonly FailureEvent[];
      readonly tail: string;
      readonly cause: KnownCause | undefined;
    }
  /** Of a gate: some assets could not be asked about, and the others are there. The units after it tell. */
  | { readonly kind: 'unverified'; readonly sentences: readonly string[] }
  /** Assets are not there. */
  | { readonly kind: 'blocked'; readonly lacking: readonly LackingAsset[] }
  /** Only a person can go on. */
  | { readonly kind: 'stuck'; readonly why: string; readonly fix: string }
  /** Units that it needs are not done. */
  | { readonly kind: 'waiting'; readonly needs: readonly string[] }
  | { readonly kind: 'interrupted' };

/** A unit and what came of it. */
export interface UnitOutcome {
  readonly unit: Unit;
  readonly outcome: Outcome;
}

/** What a deployment tells while it runs. */
export type DeployEvent =
  | { readonly kind: 'starts'; readonly unit: Unit; readonly command: string }
  | { readonly kind: 'busy'; readonly unit: Unit; readonly why: string }
  | { readonly kind: 'ends'; readonly unit: Unit; readonly outcome: Outcome };

/** What a deployment asks and does outside of itself. */
export interface DeployPorts {
  /** Asks the cloud. */
  state(unit: Unit): Promise<UnitState>;
  /** Runs the commands of a unit. */
  run(unit: Unit): Promise<UnitEnd>;
  /** Asks about the assets of a gate. */
  assets(gate: Unit): Promise<AskedAssets>;
  /** Writes the journal, as a whole or not at all. */
  save(journal: Journal): void;
  interrupted(): boolean;
  /** The current time, ISO 8601. */
  now(): string;
  /** Waits before a busy unit is asked again. */
  pause(): Promise<void>;
  tell(event: DeployEvent): void;
}

/** What to deploy. */
export interface DeployRequest {
  readonly units: readonly Unit[];
  readonly journal: Journal;
  /** Digest of the plan. */
  readonly plan: string;
}

/**
 * Brings units to the state of the plan, in their order, and goes on where a former run stopped. The clouds run beside each
 * other: a failure on one stops that one only. An asset that is missing stops the units that need it; others go on.
 *
 * @returns the outcome of each unit, in the order given
 */
export async function deploy(request: DeployRequest, ports: DeployPorts): Promise<readonly UnitOutcome[]> {
  const run = new Run(request, ports);
  await Promise.all([run.cloud('aws'), run.cloud('azure')]);
  return run.outcomes();
}

/** Whether a unit is ready for those that need it. */
function isReady(outcome: Outcome | undefined): boolean {
  return outcome?.kind === 'unchanged' || outcome?.kind === 'done' || outcome?.kind === 'unverified';
}

class Run {
  private readonly ended = new Map<string, Outcome>();
  private readonly changedAt = new Map<string, string>();
  private journal: Journal;

  constructor(
    private readonly request: DeployRequest,
    private readonly ports: DeployPorts,
  ) {
    this.journal = request.journal;
  }

  outcomes(): readonly UnitOutcome[] {
    return this.request.units.map((unit) => ({ unit, outcome: this.ended.get(unit.id) ?? { kind: 'interrupted' } }));
  }

  async cloud(cloud: 'aws' | 'azure'): Promise<void> {
    let failed = false;
    for (const unit of unitsOn(this.request.units, cloud)) {
      const outcome: Outcome = await this.outcomeOf(unit, failed).catch(thrown);
      failed ||= outcome.kind === 'failed' || outcome.kind === 'stuck';
      this.ended.set(unit.id, outcome);
      this.ports.tell({ kind: 'ends', unit, outcome });
    }
  }

  private async outcomeOf(unit: Unit, failed: boolean): Promise<Outcome> {
    if (this.ports.interrupted()) return { kind: 'interrupted' };
    const known = new Set(this.request.units.map(({ id }) => id));
    const needs = unit.needs.filter((id) => known.has(id) && !isReady(this.ended.get(id)));
    // After a failure nothing more is begun on that cloud: what failed may be why the rest would fail.
    if (needs.length > 0 || failed) return { kind: 'waiting', needs };
    if (unit.kind === 'assets') return this.gate(unit);
    const state = await this.settled(unit);
    if (this.ports.interrupted()) return { kind: 'interrupted' };
    if (state.kind === 'stuck') return { kind: 'stuck', why: state.why, fix: state.fix };
    const readsChangedAt = this.readsChangedAt(unit);
    const standing = { state, entry: this.journal.units[unit.id], plan: this.request.plan, readsChangedAt };
    if (isDone(unit, standing)) {
      this.note(unit, state);
      return { kind: 'unchanged' };
    }
    return this.work(unit, readsChangedAt);
  }

  private async gate(unit: Unit): Promise<Outcome> {
    const { lacking, unverified } = await this.ports.assets(unit);
    if (lacking.length > 0) return { kind: 'blocked', lacking };
    return unverified.length > 0 ? { kind: 'unverified', sentences: unverified } : { kind: 'unchanged' };
  }

  private async work(unit: Unit, seen: string): Promise<Outcome> {
    for (const command of unit.commands) this.ports.tell({ kind: 'starts', unit, command });
    // What is written before a unit runs must not call it done after a kill in its middle.
    if (this.journal.units[unit.id] !== undefined) this.save(without(this.journal, unit.id));
    const end = await this.ports.run(unit);
    if (this.ports.interrupted()) return { kind: 'interrupted' };
    if (!end.ok) return { kind: 'failed', events: end.events, tail: end.tail, cause: knownCause(end) };
    if (unit.kind === 'stack' || unit.kind === 'stage') {
      this.note(unit, await this.ports.state(unit));
      this.save(withDone(this.journal, unit.id, { plan: this.request.plan, at: this.ports.now(), seen }));
    }
    return { kind: 'done', changed: end.changed };
  }

  /** The state of a unit once no other operation works on it. */
  private async settled(unit: Unit): Promise<UnitState> {
    let state = await this.ports.state(unit);
    let told = '';
    while (state.kind === 'busy' && !this.ports.interrupted()) {
      if (state.why !== told) this.ports.tell({ kind: 'busy', unit, why: state.why });
      told = state.why;
      await this.ports.pause();
      state = await this.ports.state(unit);
    }
    return state;
  }

  private note({ id }: Unit, state: UnitState): void {
    if (state.kind === 'done' || state.kind === 'differs') this.changedAt.set(id, state.changedAt ?? '');
  }

  /** The last change of the units that this one reads, directly or through others. */
  private readsChangedAt(unit: Unit): string {
    const direct = this.request.units.filter(({ id }) => unit.needs.includes(id));
    const times = direct.map((need) => {
      const own = this.changedAt.get(need.id) ?? '';
      const before = this.readsChangedAt(need);
      return own > before ? own : before;
    });
    return times.reduce((last, time) => (time > last ? time : last), '');
  }

  private save(journal: Journal): void {
    this.journal = journal;
    this.ports.save(journal);
  }
}
