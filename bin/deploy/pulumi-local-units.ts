import type { PlannedRemoval, RemovalState, Unit, UnitEnd, UnitState } from '../../lib/deploy';
import { causalEvents } from '../../lib/deploy';
import type { LocalPulumi, PulumiProgram, UpdateResult } from '../../lib/local/pulumi';
import type { SettledAzurePlan } from '../../lib/plan';
import type { CloudUnits } from './cloud-units';
import { tailOf } from './cloud-units';
import { azureStays, removalStateOf } from './pulumi-cli-units';

/** What the stages need in the local engine. */
export interface LocalUnitsOptions {
  readonly azure: SettledAzurePlan;
  readonly engine: LocalPulumi;
  /** Programs by name of the stack. */
  readonly programs: ReadonlyMap<string, PulumiProgram>;
}

/** The stages of an environment in the local engine. */
export class PulumiLocalUnits implements CloudUnits {
  constructor(private readonly options: LocalUnitsOptions) {}

  state(unit: Unit): Promise<UnitState> {
    const state = this.stack(unit);
    if (state === undefined || state.resources.length === 0) return Promise.resolve({ kind: 'absent' });
    const done = Object.keys(state.outputs).length > 0;
    return Promise.resolve(done ? { kind: 'done' } : { kind: 'differs', why: 'its stack has no outputs' });
  }

  async run(unit: Unit): Promise<UnitEnd> {
    return endOf(await this.options.engine.up(this.program(unit)));
  }

  removalState(unit: Unit): Promise<RemovalState> {
    return Promise.resolve(removalStateOf(this.stack(unit)?.resources ?? [], unit));
  }

  plannedRemoval(unit: Unit): Promise<Pick<PlannedRemoval, 'stays' | 'losses'>> {
    const { location } = this.options.azure;
    return Promise.resolve({ stays: azureStays(this.stack(unit)?.resources ?? [], location), losses: [] });
  }

  async remove(unit: Unit): Promise<UnitEnd> {
    return endOf(await this.options.engine.destroy(this.program(unit)));
  }

  private stack(unit: Unit): ReturnType<LocalPulumi['state']> | undefined {
    try {
      return this.options.engine.state(unit.cloudName ?? '');
    } catch {
      return undefined;
    }
  }

  private program(unit: Unit): PulumiProgram {
    const program = this.options.programs.get(unit.cloudName ?? '');
    if (program === undefined) throw new Error(`no program of ${unit.id}`);
    return program;
  }
}

function endOf(result: UpdateResult): UnitEnd {
  if (result.ok) return { ok: true, changed: result.steps.some(({ op }) => op !== 'same') };
  const events = result.problems.map(({ urn = '', path, message }) => {
    const [, , type, resource] = urn.split('::');
    return { resource: resource ?? urn, type: type?.split('$').at(-1), property: path, reason: message };
  });
  return {
    ok: false,
    events: causalEvents(events),
    tail: tailOf(result.log.map(({ message }) => message).join('\n')),
  };
}
