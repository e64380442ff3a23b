import { existsSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { BucketContents } from '../../lib/cloud/aws/bucket-contents';
import type { AwsClientOptions } from '../../lib/cloud/aws/client-options';
import type { StackMark, StackResource } from '../../lib/cloud/aws/stacks';
import { AwsStacks } from '../../lib/cloud/aws/stacks';
import type { JsonObject } from '../../lib/constraints/json';
import type { EndingResource, PlannedRemoval, RemovalState, Unit, UnitEnd, UnitState } from '../../lib/deploy';
import { causalEvents, stackRemovalState, stackState, staysOf } from '../../lib/deploy';
import { readStage } from '../../lib/local/rehearsal';
import type { Finished } from '../../lib/local/rehearsal/process-group';
import { runProgram } from '../../lib/local/rehearsal/process-group';
import type { RightsStack } from '../../lib/rights';
import type { BootstrapUnitOptions } from './bootstrap-unit';
import { BootstrapUnit } from './bootstrap-unit';
import type { CloudUnits, UnitSurroundings } from './cloud-units';
import { tailOf } from './cloud-units';
import { programFile } from './programs';

/** What the AWS units need beside their surroundings. */
export interface AwsUnitsOptions extends UnitSurroundings, Pick<BootstrapUnitOptions, 'aws' | 'clients' | 'env'> {
  readonly bootstrap: Pick<BootstrapUnitOptions, 'command' | 'local'>;
  /** Folder of the assembly, relative to the project. */
  readonly assembly: string;
  /** Config file, where the app does not find it itself. */
  readonly config: string | undefined;
  /** App of the CDK. @default - that of `cdk.json` */
  readonly app?: string;
}

/** What asks one region. */
interface Asked {
  readonly clients: AwsClientOptions;
  readonly stacks: AwsStacks;
  readonly buckets: BucketContents;
}

/** A stack whose events say why a step failed. */
interface OfStack {
  readonly stacks: AwsStacks;
  readonly name: string;
  readonly before: StackMark;
}

/** The stacks of an environment, through the CDK CLI and CloudFormation. */
export class AwsUnits implements CloudUnits {
  private readonly asked = new Map<string, Asked>();
  private wanted: ReadonlyMap<string, string> | undefined;

  constructor(private readonly options: AwsUnitsOptions) {}

  /** What asks the region of a unit: the stack of a second region is in that region. */
  private in({ region = this.options.clients.region }: Unit): Asked {
    const known = this.asked.get(region);
    if (known !== undefined) return known;
    const clients = { ...this.options.clients, region };
    const asked = { clients, stacks: new AwsStacks(clients), buckets: new BucketContents(clients) };
    this.asked.set(region, asked);
    return asked;
  }

  async state(unit: Unit): Promise<UnitState> {
    const { stacks } = this.in(unit);
    if (unit.kind === 'bootstrap') return this.bootstrapOf(unit).state(this.assembled(unit), this.teller(unit));
    const name = unit.cloudName;
    if (name === undefined) return { kind: 'absent' };
    const { terminationProtection } = this.options.aws;
    const facts = await stacks.describe(name);
    const sameTemplate = facts !== undefined && (await this.isAsSynthesized(stacks, name));
    return stackState(facts, { sameTemplate, terminationProtection }, this.options.environment);
  }

  async run(unit: Unit): Promise<UnitEnd> {
    const { environment, assembly } = this.options;
    if (unit.kind === 'templates') return this.synthesize(unit);
    if (unit.kind === 'bootstrap') return this.bootstrapOf(unit).run(this.teller(unit));
    const name = unit.cloudName ?? '';
    const { stacks } = this.in(unit);
    const before = await stacks.mark(name);
    const pattern = [`${environment}/${unit.name}`, '--app', assembly, '--exclusively'];
    const finished = await this.cdk(unit, [
      'deploy',
      ...pattern,
      '--require-approval',
      'never',
      '--progress',
      'events',
    ]);
    return this.endOf(finished, { stacks, name, before });
  }

  async removalState(unit: Unit): Promise<RemovalState> {
    return stackRemovalState(await this.in(unit).stacks.describe(unit.cloudName ?? ''));
  }

  async plannedRemoval(unit: Unit): Promise<Pick<PlannedRemoval, 'stays' | 'losses'>> {
    const { stacks, buckets } = this.in(unit);
    const resources = await ending(stacks, unit.cloudName ?? '');
    const losses: string[] = [];
    for (const { type, name, retained } of resources) {
      if (retained) continue;
      if (type === 'AWS::S3::Bucket') {
        const count = (await buckets.count(name)) ?? 0;
        if (count > 0) losses.push(`bucket ${name}: ${count >= 1000 ? '1,000 or more' : count} objects and versions`);
      }
      if (type === 'AWS::ECR::Repository') losses.push(`repository ${name}: every image that is in it`);
    }
    return { stays: staysOf(resources), losses };
  }

  async remove(unit: Unit): Promise<UnitEnd> {
    const { environment, assembly, onLine } = this.options;
    const name = unit.cloudName ?? '';
    const { stacks, buckets } = this.in(unit);
    for (const resource of await ending(stacks, name)) {
      if (resource.type !== 'AWS::S3::Bucket' || resource.retained) continue;
      const deleted = await buckets.empty(resource.name);
      if (deleted > 0) onLine(unit, `emptied bucket ${resource.name}: ${deleted} objects and versions`);
    }
    const before = await stacks.mark(name);
    const pattern = [`${environment}/${unit.name}`, '--app', assembly, '--exclusively'];
    const finished = await this.cdk(unit, ['destroy', ...pattern, '--force']);
    const left = await stacks.describe(name);
    // The CLI ends with success where the deletion of a stack failed.
    const gone = left === undefined || left.status === 'DELETE_COMPLETE';
    return this.endOf(gone ? finished : { ...finished, code: finished.code === 0 ? 1 : finished.code }, {
      stacks,
      name,
      before,
    });
  }

  private async synthesize(unit: Unit): Promise<UnitEnd> {
    const { root, assembly, config, app, environment } = this.options;
    rmSync(resolve(root, assembly), { recursive: true, force: true });
    this.wanted = undefined;
    const only = ['-c', `environment=${environment}`];
    const of = config === undefined ? [] : ['-c', `config=${config}`];
    const program = app === undefined ? [] : ['--app', app];
    return this.endOf(await this.cdk(unit, ['synth', '--quiet', '--output', assembly, ...only, ...of, ...program]));
  }

  private async isAsSynthesized(stacks: AwsStacks, name: string): Promise<boolean> {
    this.wanted ??= this.templates();
    const wanted = this.wanted.get(name);
    return wanted !== undefined && canonical((await stacks.template(name)) ?? '') === wanted;
  }

  private templates(): ReadonlyMap<string, string> {
    return new Map(this.stage().map(({ name, template }) => [name, canonical(template)]));
  }

  /** The bootstrap of the region of a unit. */
  private bootstrapOf(unit: Unit): BootstrapUnit {
    return new BootstrapUnit({ ...this.options, ...this.options.bootstrap, clients: this.in(unit).clients });
  }

  /** The stacks in the region of a unit: that of the second place is in its own. */
  private assembled({ region }: Unit): readonly RightsStack[] {
    const second = this.options.aws.standby?.stack?.stackName;
    const stacks = this.stage().filter(({ name }) => (name === second) === (region !== undefined));
    return stacks.map(({ name, template }) => ({ name, template: JSON.parse(template) as JsonObject }));
  }

  private stage(): ReturnType<typeof readStage> {
    const { root, assembly, environment } = this.options;
    const folder = resolve(root, assembly);
    return existsSync(resolve(folder, 'manifest.json')) ? readStage(folder, environment) : [];
  }

  private teller(unit: Unit): (line: string) => void {
    return (line) => {
      this.options.onLine(unit, line);
    };
  }

  private async endOf({ code, output }: Finished, of?: OfStack): Promise<UnitEnd> {
    if (code === 0) return { ok: true, changed: !output.includes('(no changes)') };
    if (this.options.signal.aborted || of === undefined) return { ok: false, events: [], tail: tailOf(output) };
    return { ok: false, events: causalEvents(await of.stacks.failures(of.name, of.before)), tail: tailOf(output) };
  }

  private cdk(unit: Unit, args: readonly string[]): Promise<Finished> {
    const { root, env, signal } = this.options;
    const program = programFile('cdk', root, process.env.PATH);
    return runProgram(program, [...args, '--no-color', '--no-notices', '--ci', 'false'], {
      cwd: root,
      // Node's own warnings would hide the lines of the CLI.
      env: { NODE_NO_WARNINGS: '1', CDK_DISABLE_CLI_TELEMETRY: 'true', ...env },
      signal,
      onLine: this.teller(unit),
    });
  }
}

/** The resources of a stack with what its template in the cloud says about their end. */
async function ending(stacks: AwsStacks, stack: string): Promise<readonly EndingResource[]> {
  if ((await stacks.describe(stack)) === undefined) return [];
  const ends = declaredEnds((await stacks.template(stack)) ?? '');
  const resources: readonly StackResource[] = await stacks.resources(stack);
  return resources.map(({ logicalId, physicalId, type }) => {
    const { DeletionPolicy = 'Delete', Properties } = ends[logicalId] ?? {};
    const days = Properties?.PendingWindowInDays;
    const keptDays = typeof days === 'number' ? days : undefined;
    return { type, name: physicalId, retained: DeletionPolicy.startsWith('Retain'), keptDays };
  });
}

/** A template as text that does not depend on the order of keys. */
function canonical(template: string): string {
  const sorted = (_: string, value: unknown): unknown =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).toSorted(([left], [right]) => (left < right ? -1 : 1)))
      : value;
  try {
    return JSON.stringify(JSON.parse(template), sorted);
  } catch {
    return template;
  }
}

/** What a template says about the end of a resource. */
interface DeclaredEnd {
  readonly DeletionPolicy?: string;
  readonly Properties?: { readonly PendingWindowInDays?: unknown };
}

/** The ends of the resources of a template, by logical id. */
function declaredEnds(template: string): Readonly<Record<string, DeclaredEnd>> {
  try {
    const { Resources = {} } = JSON.parse(template) as { readonly Resources?: Readonly<Record<string, DeclaredEnd>> };
    return Resources;
  } catch {
    return {};
  }
}
