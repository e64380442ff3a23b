import type { AzureStageName } from '../../plan';
import type { LocalPulumi, PulumiProgram, UpdateResult } from '../pulumi';
import type { StepOutcome } from './progress';
import type { RehearsedStack } from './report';

/** The type of a stage component. A stage created the resources below it. */
const stageType = /llmops-kit:azure:(\w+)Stage$/;

/** Independent stages deploy in parallel, so the order of creation is not the order of the report. */
const stageOrder: readonly string[] = [
  'initialization',
  'experimentation',
  'evaluation',
  'deployment',
] satisfies readonly AzureStageName[];

/** Drives the unmodified Pulumi program through the life of a stack. */
export class AzureRehearsal {
  private created: UpdateResult | undefined;

  constructor(
    private readonly pulumi: LocalPulumi,
    private readonly program: PulumiProgram,
  ) {}

  async preview(): Promise<StepOutcome> {
    return outcome(await this.pulumi.preview(this.program));
  }

  async up(): Promise<StepOutcome> {
    this.created = await this.pulumi.up(this.program);
    return outcome(this.created);
  }

  /** Runs the program again; every step but `same` is a failure of determinism. */
  async upAgain(): Promise<StepOutcome & { readonly changes: readonly string[] }> {
    const result = await this.pulumi.up(this.program);
    const changes = result.steps.filter(({ op }) => op !== 'same').map(({ op, urn }) => `azure: ${op} ${urn}`);
    const failures = [
      ...outcome(result).failures,
      ...changes.map((change) => `second deploy changed something: ${change}`),
    ];
    return { summary: changes.length === 0 ? 'no changes' : `${changes.length} changes`, failures, changes };
  }

  /** Destroys the stack. Resources that the program retains are listed, not counted as deleted. */
  async destroy(): Promise<StepOutcome & { readonly retained: readonly string[] }> {
    const result = await this.pulumi.destroy(this.program);
    return { ...outcome(result), retained: result.retained };
  }

  /** Stages in deployment order, with what each created in the order of creation. */
  stacks(): readonly RehearsedStack[] {
    // When an earlier step failed, nothing was created, and the engine has no such stack.
    if (this.created === undefined) return [];
    const state = this.pulumi.state(this.program.stack);
    const { ok } = this.created;
    const stages = new Map<string, RehearsedStack['resources'][number][]>();
    const resources = state.resources;
    const byUrn = new Map(resources.map((resource) => [resource.urn, resource]));
    for (const resource of resources) {
      if (!resource.custom) continue;
      const stage = stageOf(resource.urn, byUrn);
      if (stage === undefined) continue;
      const list = stages.get(stage) ?? [];
      list.push({ address: resource.urn, type: resource.type, physicalId: resource.id ?? '' });
      stages.set(stage, list);
    }
    const inOrder = [...stages].toSorted(([a], [b]) => stageOrder.indexOf(a) - stageOrder.indexOf(b));
    return inOrder.map(([stage, list]) => ({
      cloud: 'azure',
      name: `${this.program.stack}/${stage}`,
      status: ok ? 'created' : 'failed',
      resources: list,
    }));
  }
}

function stageOf(
  urn: string,
  byUrn: ReadonlyMap<string, { readonly type: string; readonly parent?: string | undefined }>,
): string | undefined {
  for (let at = byUrn.get(urn); at !== undefined; at = at.parent === undefined ? undefined : byUrn.get(at.parent)) {
    const name = stageType.exec(at.type)?.[1];
    if (name !== undefined) return name.toLowerCase();
  }
  return undefined;
}

function outcome(result: UpdateResult): StepOutcome {
  const count = (op: string): number => result.steps.filter((step) => step.op === op).length;
  const parts = ['create', 'update', 'replace', 'delete', 'same']
    .map((op) => [op, count(op)] as const)
    .filter(([, n]) => n > 0);
  const summary = parts.map(([op, n]) => `${n} ${op}`).join(', ');
  const failures = result.problems.map((problem) => `azure: ${problem.message}`);
  if (!result.ok && failures.length === 0)
    failures.push(
      `the Pulumi program ended with ${result.exitCode}: ${result.log.map(({ message }) => message).join('\n')}`,
    );
  return { summary: summary === '' ? 'nothing to do' : summary, failures };
}
