import type { AzureStageName } from '../../plan';
import type { LanguageModel } from '../model/language-model';
import type { LocalPulumi, PulumiProgram, UpdateResult } from '../pulumi';
import type { AzureKnowledge } from './azure-questions';
import { AzureQuestions } from './azure-questions';
import type { StepOutcome } from './progress';
import type { RehearsedStack } from './report';

/** One stage of the Azure side: the program with the stack of the stage. */
export interface AzureStageProgram {
  readonly stage: AzureStageName;
  readonly program: PulumiProgram;
}

/** The programs of an environment that comes up again beside what services keep of the deleted one. */
export interface AzureSecondBeginning {
  /** The line of the config that gives other names. */
  readonly line: string;
  /** In deployment order. */
  readonly stages: readonly AzureStageProgram[];
}

/** Types whose creation fails late in an account: endpoints of models. */
const lateTypes: readonly string[] = [
  'azure-native:machinelearningservices:OnlineEndpoint',
  'azure-native:machinelearningservices:ServerlessEndpoint',
];

/** Types that hold data, identity or an address which others use. */
const lasting =
  /:(?:ConfigurationStore|Account|Registry|OnlineEndpoint|Service|StorageAccount|UserAssignedIdentity|Vault|VirtualNetwork|Workspace)$/;

/** Drives the unmodified Pulumi program through the life of the four stacks of an environment. */
export class AzureRehearsal {
  private readonly created = new Map<AzureStageName, UpdateResult>();

  /** @param stages - in deployment order */
  constructor(
    private readonly pulumi: LocalPulumi,
    private readonly stages: readonly AzureStageProgram[],
    /** What answers questions. @default - a stand-in without a model */
    private readonly model?: LanguageModel,
  ) {}

  /** Previews the first stage: nothing exists yet of what the stages after it need. */
  async preview(): Promise<StepOutcome> {
    const [first] = this.stages;
    return outcome(first === undefined ? [] : [await this.pulumi.preview(first.program)]);
  }

  /**
   * Brings the stages up while one late creation fails. What was made before it stays, in its stack too, and the retry makes
   * the rest.
   */
  async failOnce(): Promise<StepOutcome> {
    let hit: string | undefined;
    this.pulumi.plant(({ stack, type, name }) => {
      if (hit !== undefined || !lateTypes.includes(type)) return undefined;
      hit = `${stack}/${name}`;
      return 'The rehearsal makes the first creation of an endpoint fail';
    });
    const results = await this.bringUp(this.stages);
    this.pulumi.plant();
    const { summary, failures } = outcome(results);
    if (hit === undefined) return { summary: `${summary}; the environment has no endpoint that could fail`, failures };
    const other = results.flatMap(({ problems }) => problems).filter(({ code }) => code !== 'PlantedFault');
    return { summary: `${hit} failed after ${summary}`, failures: other.map(({ message }) => message) };
  }

  /** Brings up the stages that are not up yet. A stage reads what earlier ones published, so a failure ends the step. */
  async up(): Promise<StepOutcome> {
    return outcome(await this.bringUp(this.stages.filter(({ stage }) => this.created.get(stage)?.ok !== true)));
  }

  /** Deploys a change with other programs of the same stacks. Nothing that lasts may be replaced or deleted. */
  async change(stages: readonly AzureStageProgram[]): Promise<StepOutcome> {
    return withoutLoss(await this.bringUp(stages));
  }

  /** Previews a change. Nothing that lasts may be replaced or deleted by it. */
  async previewChange(stages: readonly AzureStageProgram[]): Promise<StepOutcome> {
    const results: UpdateResult[] = [];
    for (const { program } of stages) results.push(await this.pulumi.preview(program));
    return withoutLoss(results);
  }

  /** Deploys the first programs again after a change. */
  takeBack(): Promise<StepOutcome> {
    return this.change(this.stages);
  }

  /**
   * Brings everything up again after it was deleted: first under the same names, which services may still keep, then with
   * the programs that take others.
   */
  async upAfterDestroy(again: AzureSecondBeginning): Promise<StepOutcome> {
    const [first] = this.stages;
    const kept = first === undefined ? [] : (await this.pulumi.up(first.program)).problems;
    const other = kept.filter(({ code }) => code !== 'SoftDeletedName').map(({ message }) => message);
    if (first !== undefined) await this.pulumi.destroy(first.program);
    const { summary, failures } = outcome(await this.bringUp(again.stages));
    const taken = `${kept.length} names are still taken, with ${again.line}: ${summary}`;
    return { summary: kept.length === 0 ? summary : taken, failures: [...other, ...failures] };
  }

  private async bringUp(stages: readonly AzureStageProgram[]): Promise<readonly UpdateResult[]> {
    const results: UpdateResult[] = [];
    for (const { stage, program } of stages) {
      const result = await this.pulumi.up(program);
      this.created.set(stage, result);
      results.push(result);
      if (!result.ok) break;
    }
    return results;
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

  /** Questions to what the stages have made. */
  questions(knowledge: AzureKnowledge): AzureQuestions {
    return new AzureQuestions(
      knowledge,
      () =>
        this.stages.flatMap(({ program }) =>
          this.pulumi
            .state(program.stack)
            .resources.flatMap(({ type, id, inputs, outputs }) =>
              id === undefined ? [] : [{ type, id, inputs, outputs }],
            ),
        ),
      this.model,
    );
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

/** The outcome of a change, which must not replace or delete what lasts. */
function withoutLoss(results: readonly UpdateResult[]): StepOutcome {
  const { summary, failures } = outcome(results);
  const lost = results
    .flatMap(({ steps }) => steps)
    .filter(({ op, type }) => (op === 'replace' || op === 'delete') && lasting.test(type))
    .map(({ op, urn }) => `${urn}: ${op}`);
  return { summary, failures: [...failures, ...lost] };
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
