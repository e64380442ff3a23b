import type { PlannedRemoval, RemovalState, Unit, UnitEnd, UnitState } from '../../lib/deploy';

/** The units of one cloud: what a deployment and a destroy ask and do there. */
export interface CloudUnits {
  state(unit: Unit): Promise<UnitState>;
  run(unit: Unit): Promise<UnitEnd>;
  removalState(unit: Unit): Promise<RemovalState>;
  /** What a deletion leaves and takes, before it begins. */
  plannedRemoval(unit: Unit): Promise<Pick<PlannedRemoval, 'stays' | 'losses'>>;
  remove(unit: Unit): Promise<UnitEnd>;
}

/** What the units of both clouds run in. */
export interface UnitSurroundings {
  /** Folder of the project. */
  readonly root: string;
  readonly environment: string;
  readonly signal: AbortSignal;
  /** Called for each line that a program prints. */
  readonly onLine: (unit: Unit, line: string) => void;
}

const tailLines = 25;

/** The end of what a program printed. */
export function tailOf(output: string): string {
  return output.trimEnd().split('\n').slice(-tailLines).join('\n');
}
