import type { EndingResource, PlannedRemoval, RemovalState, Unit, UnitEnd, UnitState } from '../../lib/deploy';
import { pulumiDiagnostics, staysOf } from '../../lib/deploy';
import type { Finished } from '../../lib/local/rehearsal/process-group';
import { runProgram } from '../../lib/local/rehearsal/process-group';
import type { SettledAzurePlan } from '../../lib/plan';
import type { CloudUnits, UnitSurroundings } from './cloud-units';
import { tailOf } from './cloud-units';
import { programFile } from './programs';

/** Milliseconds that an interrupted update has to write its state and give its lock back. */
const graceMs = 120_000;

/** A resource as `pulumi stack export` shows it. */
export interface ExportedResource {
  readonly urn: string;
  readonly type: string;
  readonly id?: string;
  readonly custom?: boolean;
  readonly protect?: boolean;
  readonly retainOnDelete?: boolean;
  readonly inputs?: Readonly<Record<string, unknown>>;
}

/** What the stages need beside their surroundings. */
export interface PulumiUnitsOptions extends UnitSurroundings {
  readonly azure: SettledAzurePlan;
  /** Environment of the Pulumi CLI. */
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** The stages of an environment, through the Pulumi CLI. */
export class PulumiCliUnits implements CloudUnits {
  constructor(private readonly options: PulumiUnitsOptions) {}

  async state(unit: Unit): Promise<UnitState> {
    const { code, output } = await this.pulumi(['stack', 'output', '--json', '-s', unit.cloudName ?? '']);
    if (code !== 0) {
      if (/no stack named/.test(output)) return { kind: 'absent' };
      return { kind: 'stuck', why: tailOf(output), fix: 'pulumi login' };
    }
    return hasOutputs(output) ? { kind: 'done' } : { kind: 'differs', why: 'its stack has no outputs' };
  }

  async run(unit: Unit): Promise<UnitEnd> {
    const stack = unit.cloudName ?? '';
    const { code, output } = await this.pulumi(['stack', 'output', '--json', '-s', stack]);
    if (code !== 0 && /no stack named/.test(output)) {
      const made = await this.pulumi(['stack', 'init', stack, '--no-select'], unit);
      if (made.code !== 0) return endOf(made);
    }
    return endOf(await this.pulumi(['up', '-s', stack, '--yes'], unit));
  }

  async removalState(unit: Unit): Promise<RemovalState> {
    return removalStateOf(await this.resources(unit), unit);
  }

  async plannedRemoval(unit: Unit): Promise<Pick<PlannedRemoval, 'stays' | 'losses'>> {
    return { stays: azureStays(await this.resources(unit), this.options.azure.location), losses: [] };
  }

  async remove(unit: Unit): Promise<UnitEnd> {
    return endOf(await this.pulumi(['destroy', '-s', unit.cloudName ?? '', '--yes'], unit));
  }

  private async resources(unit: Unit): Promise<readonly ExportedResource[]> {
    const { code, output } = await this.pulumi(['stack', 'export', '-s', unit.cloudName ?? '']);
    return code === 0 ? exported(output) : [];
  }

  private pulumi(args: readonly string[], unit?: Unit): Promise<Finished> {
    const { root, env, signal, onLine } = this.options;
    const program = programFile('pulumi', root, process.env.PATH);
    return runProgram(program, [...args, '--non-interactive', '--color', 'never'], {
      cwd: root,
      env,
      signal,
      ends: 'SIGINT',
      graceMs,
      onLine: (line) => {
        if (unit !== undefined) onLine(unit, line);
      },
    });
  }
}

/** Whether a destroy may begin: the guard of a stack is protected where its data is. */
export function removalStateOf(resources: readonly ExportedResource[], unit: Unit): RemovalState {
  const own = resources.filter(({ type }) => type !== 'pulumi:pulumi:Stack' && !type.startsWith('pulumi:providers:'));
  if (own.length === 0) return { kind: 'absent' };
  const guard = own.find(({ type, protect }) => type === 'llmops-kit:azure:DestroyGuard' && protect === true);
  if (guard === undefined) return { kind: 'there' };
  const stack = unit.cloudName ?? '';
  return {
    kind: 'held',
    why: `the destroy guard of ${stack} is protected, as its data is`,
    command: `pulumi state unprotect '${guard.urn}' -s ${stack}`,
  };
}

/** What stays of the resources of a stage, in Azure's own ids. */
export function azureStays(resources: readonly ExportedResource[], location: string): PlannedRemoval['stays'] {
  const ending = resources.flatMap(({ type, id, retainOnDelete, inputs }): readonly EndingResource[] =>
    id?.startsWith('/') === true
      ? [{ type, name: id, retained: retainOnDelete ?? false, keptDays: chosenDays(inputs) }]
      : [],
  );
  return staysOf(ending, location);
}

/** Days of soft delete that a program chose. */
function chosenDays(inputs: Readonly<Record<string, unknown>> = {}): number | undefined {
  const { properties } = inputs;
  const nested = typeof properties === 'object' && properties !== null ? Object.entries(properties) : [];
  const [, days] = [...Object.entries(inputs), ...nested].find(([key]) => key === 'softDeleteRetentionInDays') ?? [];
  return typeof days === 'number' ? days : undefined;
}

function endOf({ code, output }: Finished): UnitEnd {
  if (code === 0) return { ok: true, changed: !/Resources:\n\s+\d+ unchanged\s*$/m.test(output) };
  return { ok: false, events: pulumiDiagnostics(output), tail: tailOf(output) };
}

function hasOutputs(output: string): boolean {
  const read = json(output);
  return typeof read === 'object' && read !== null && Object.keys(read).length > 0;
}

function exported(output: string): readonly ExportedResource[] {
  const read = json(output) as
    { readonly deployment?: { readonly resources?: readonly ExportedResource[] } } | undefined;
  return read?.deployment?.resources ?? [];
}

/** The JSON in an output, which warnings may come before. */
function json(output: string): unknown {
  try {
    return JSON.parse(output.slice(output.indexOf('{')));
  } catch {
    return undefined;
  }
}
