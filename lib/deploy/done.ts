import type { JournalEntry } from './journal';
import type { Unit, UnitState } from './unit';

/** What decides whether a unit is done. */
export interface Standing {
  readonly state: UnitState;
  /** @default - the journal knows nothing of the unit */
  readonly entry: JournalEntry | undefined;
  /** Digest of the plan now. */
  readonly plan: string;
  /** When something that the unit reads was last changed, ISO 8601; empty where the cloud says nothing of it. */
  readonly readsChangedAt: string;
}

/**
 * Whether a unit need not run. The cloud comes first: what it calls absent or different is not done, whatever the journal
 * says. The journal adds what the cloud cannot say. CloudFormation reads SSM parameters at an update only, so a stack
 * whose template is as planned is old when what it reads has changed since. Of a Pulumi stack nobody knows without a
 * preview whether its program would change it, so it is done when the same plan was its last update.
 */
export function isDone({ kind }: Pick<Unit, 'kind'>, { state, entry, plan, readsChangedAt }: Standing): boolean {
  if (state.kind !== 'done') return false;
  switch (kind) {
    case 'bootstrap':
      return true;
    case 'stack':
      return [state.changedAt ?? '', entry?.seen ?? ''].some((at) => at >= readsChangedAt);
    case 'stage':
      return entry?.plan === plan;
    case 'templates':
    case 'assets':
      return false;
  }
}
