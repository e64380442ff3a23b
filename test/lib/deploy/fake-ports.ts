import type {
  DeployEvent,
  DeployPorts,
  Journal,
  LackingAsset,
  Unit,
  UnitEnd,
  UnitOutcome,
  UnitState,
} from '../../../lib/deploy';
import { emptyJournal, plannedStacks, unitsOf } from '../../../lib/deploy';
import { settle } from '../../../lib/plan';
import { environmentPlan } from '../../helpers/plan';

/** The units of the small platform on both clouds, with a gate before each deployment. */
export function units(gated: readonly string[] = ['aws/deployment', 'azure/deployment']): readonly Unit[] {
  const plan = settle(environmentPlan());
  return unitsOf(plan, { assembly: 'out/assembly', stacks: plannedStacks(plan), gated: new Set(gated) });
}

export const owner = { platform: 'support', environment: 'dev', target: 'local' } as const;

/** A cloud in memory: units that ran are done; faults and lacking assets are taken out one by one. */
export class FakeClouds {
  readonly states = new Map<string, UnitState>();
  readonly ran: string[] = [];
  readonly events: DeployEvent[] = [];
  readonly faults = new Map<string, UnitEnd[]>();
  readonly lacking = new Map<string, readonly LackingAsset[]>();
  unverified: readonly string[] = [];
  journal: Journal = emptyJournal(owner);
  interruptAfter: string | undefined;
  private stopped = false;
  private time = 0;

  ports(): DeployPorts {
    return {
      state: ({ id }) => Promise.resolve(this.states.get(id) ?? { kind: 'absent' }),
      run: (unit) => Promise.resolve(this.run(unit)),
      assets: ({ id }) => Promise.resolve({ lacking: this.lacking.get(id) ?? [], unverified: this.unverified }),
      save: (journal) => {
        this.journal = journal;
      },
      interrupted: () => this.stopped,
      now: () => this.tick(),
      pause: () => Promise.resolve(),
      tell: (event) => {
        this.events.push(event);
      },
    };
  }

  /** Another process. */
  restart(): void {
    this.stopped = false;
    this.interruptAfter = undefined;
    this.ran.length = 0;
    this.events.length = 0;
  }

  private run({ id }: Unit): UnitEnd {
    this.ran.push(id);
    if (this.interruptAfter === id) this.stopped = true;
    const fault = this.faults.get(id)?.shift();
    if (fault !== undefined) return fault;
    this.states.set(id, { kind: 'done', changedAt: this.tick() });
    return { ok: true, changed: true };
  }

  private tick(): string {
    this.time += 1;
    return `2026-11-30T00:00:${String(this.time).padStart(2, '0')}Z`;
  }
}

/** Outcomes as `id: kind`. */
export function kinds(outcomes: readonly UnitOutcome[]): readonly string[] {
  return outcomes.map(({ unit, outcome }) => `${unit.id}: ${outcome.kind}`);
}

export const refused: UnitEnd = {
  ok: false,
  events: [{ resource: 'Endpoint', type: 'AWS::SageMaker::Endpoint', reason: 'InsufficientInstanceCapacity' }],
  tail: '',
};
