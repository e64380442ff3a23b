import type { AzureStageName } from '../../plan';
import type { LocalPulumi, PulumiProgram, UpdateResult } from '../pulumi';
import type { StepOutcome } from './progress';
import type { RehearsedStack } from './report';

/** One stage of the Azure side: the program with the stack of the stage. */
export interface AzureStageProgram {
  readonly stage: AzureStageName;
  readonly program: PulumiProgram;
}

/** Drives the unmodified Pulumi program through the life of the four stacks of an environment. */
export class AzureRehearsal {
  private readonly created = new Map<AzureStageName, UpdateResult>();

  /** @param stages - in deployment order */
  constructor(
    private readonly pulumi: LocalPulumi,
    private readonly stages: readonly AzureStageProgram[],
  ) {}

  /** Previews the first stage: nothing exists yet of what the stages after it need. */
  async preview(): Promise<StepOutcome> {
    const [first] = this.stages;
    return outcome(first === undefined ? [] : [await this.pulumi.preview(first.program)]);
  }

  /** A stage reads what earlier ones published, so a failure ends the step. */
  async up(): Promise<StepOutcome> {
    const results: UpdateResult[] = [];
    for (const { stage, program } of this.stages) {
      const result = await this.pulumi.up(program);
      this.created.set(stage, result);
      results.push(result);
      if (!result.ok) break;
    }
    return outcome(results);
  }

  /** Runs the program again; every step but `same` is a failure of determinism. */
  async upAgain(): Promise<StepOutcome & { readonly changes: readonly string[] }> {
    const results: UpdateResult[] = [];
    for (const { program } of this.stages) results.push(await this.pulumi.up(program));
    const changes = results
      .flatMap(({ steps }) => steps.filter(({ op }) => op !== 'same'))
      .map(({ op, urn }) => `azure: ${op} ${urn}`);
    const failures = [
      ...outcome(results).failures,
      ...changes.map((change) => `second deploy changed something: ${change}`),
    ];
    return { summary: changes.length === 0 ? 'no changes' : `${changes.length} changes`, failures, changes };
  }

  /** Destroys the stacks, last first. Resources that the program retains are listed, not counted as deleted. */
  async destroy(): Promise<StepOutcome & { readonly retained: readonly string[] }> {
    const results: UpdateResult[] = [];
    for (const { program } of this.stages.toReversed()) results.push(await this.pulumi.destroy(program));
    return { ...outcome(results), retained: results.flatMap(({ retained }) => retained) };
  }

  /** Stages in deployment order, with what each created in the order of creation. */
  stacks(): readonly RehearsedStack[] {
    return this.stages.flatMap(({ stage, program }) => {
      // After a failure of an earlier step or stage the engine has no such stack.
      const created = this.created.get(stage);
      if (created === undefined) return [];
      const resources = this.pulumi.state(program.stack).resources.filter(({ custom }) => custom);
      return [
        {
          cloud: 'azure' as const,
          name: program.stack,
          status: created.ok ? ('created' as const) : ('failed' as const),
          resources: resources.map(({ urn, type, id }) => ({ address: urn, type, physicalId: id ?? '' })),
        },
      ];
    });
  }
}

function outcome(results: readonly UpdateResult[]): StepOutcome {
  const count = (op: string): number => results.flatMap(({ steps }) => steps).filter((step) => step.op === op).length;
  const parts = ['create', 'update', 'replace', 'delete', 'same']
    .map((op) => [op, count(op)] as const)
    .filter(([, n]) => n > 0);
  const summary = parts.map(([op, n]) => `${n} ${op}`).join(', ');
  return { summary: summary === '' ? 'nothing to do' : summary, failures: results.flatMap(failuresOf) };
}

function failuresOf(result: UpdateResult): readonly string[] {
  const failures = result.problems.map((problem) => `azure: ${problem.message}`);
  if (result.ok || failures.length > 0) return failures;
  return [`the Pulumi program ended with ${result.exitCode}: ${result.log.map(({ message }) => message).join('\n')}`];
}
