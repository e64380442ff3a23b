import { holds } from '../../constraints/after-deletion';
import { CodedError } from '../../messages';
import { CloudIndex } from './cloud-index';
import { Deployment } from './deployment';
import { Identifiers } from './identifier';
import type { DeploymentState, LogSeverity, PlantedFault, PulumiEvent, PulumiProgram, UpdateResult } from './model';
import type { RunningProgram } from './program-process';
import { programCommand, programFolder, startProgram } from './program-process';
import type { PropertyMap, PropertyValue } from './property-value';
import { isMap, maskedMap, merge } from './property-value';
import { serveMonitor } from './proto';
import { RunRecord } from './run-record';
import { SecretSeal } from './sealed-secret';
import { SecretTexts } from './secret-texts';
import { StateStore } from './state-store';

/** How to start the local engine. */
export interface LocalPulumiOptions {
  /** Folder with one state file for each stack. @default - state is kept in memory */
  readonly stateDirectory?: string;
  /** Called for each step, problem and log line; secrets are masked. @default - not called */
  readonly onEvent?: (event: PulumiEvent) => void;
  /** The clock of timestamps. @default - the clock of the machine */
  readonly now?: () => Date;
  /** How many times faster than Azure hidden links of deleted accounts end: a test clock. @default 1 */
  readonly holdSpeed?: number;
  /** Ids that Azure would choose at random are derived from it. @default - a fixed seed */
  readonly seed?: string;
  /** ARM ids that exist outside of every stack. @default - none */
  readonly existing?: readonly string[];
  /** Ends the running programs. @default - no signal */
  readonly signal?: AbortSignal;
}

/** Runs Pulumi Node programs against a local Azure: no Pulumi CLI, no plugin, no network. */
export interface LocalPulumi {
  /** Shows what an update would do and changes nothing. Continues after a problem, so that one run shows all of them. */
  preview(program: PulumiProgram): Promise<UpdateResult>;
  /** Runs the program and applies its steps. @throws CodedError (StackBusy, EngineClosed, ProgramDependencyMissing) */
  up(program: PulumiProgram): Promise<UpdateResult>;
  /** Deletes all resources of the stack, dependents first. The program itself does not run. */
  destroy(program: PulumiProgram, options?: DestroyOptions): Promise<UpdateResult>;
  /** Makes creations fail from now on, to rehearse what follows; without an argument none fails. */
  plant(fault?: PlantedFault): void;
  /**
   * Changes a property of a resource in the cloud, as something outside of its stack does. Every update refreshes first, as a
   * project with `refresh: always` does, so the next one sees it.
   * @throws CodedError (UnknownStack, AmbiguousStack, UnregisteredOutputs) when the stack or the resource is unknown
   */
  moveOutside(stack: string, urn: string, path: string, value: PropertyValue): void;
  /** State of a stack by `stack` or `project/stack`. @throws CodedError (UnknownStack, AmbiguousStack) */
  state(stack: string): DeploymentState;
  /** Ends the running programs and refuses further runs. */
  close(): Promise<void>;
}

/** How to destroy a stack. */
interface DestroyOptions {
  /**
   * Whether resources are deleted before all are looked at. A protected resource then ends the deletion in its middle;
   * otherwise nothing is deleted. @default false
   */
  readonly skipPreview?: boolean;
}

const defaultSeed = 'local';
/** Milliseconds for which a deleted account that nobody purges holds the subnet of its agents. */
const linkMs = (holds.find(({ id }) => id === 'agent-subnet-link')?.most ?? 0) * 60_000;

/** Creates a local engine. Nothing runs until the first call. */
export function createLocalPulumi(options: LocalPulumiOptions = {}): LocalPulumi {
  return new Engine(options);
}

class Engine implements LocalPulumi {
  private readonly store: StateStore;
  private readonly seed: string;
  private readonly running = new Map<string, Promise<UpdateResult>>();
  private readonly programs = new Set<RunningProgram>();
  private closed = false;
  private fault: PlantedFault | undefined;

  constructor(private readonly options: LocalPulumiOptions) {
    this.store = new StateStore(options.stateDirectory);
    this.seed = options.seed ?? defaultSeed;
    options.signal?.addEventListener('abort', () => {
      this.killPrograms();
    });
  }

  preview(program: PulumiProgram): Promise<UpdateResult> {
    return this.exclusively(program, () => this.update(program, true));
  }

  up(program: PulumiProgram): Promise<UpdateResult> {
    return this.exclusively(program, () => this.update(program, false));
  }

  destroy(program: PulumiProgram, { skipPreview = false }: DestroyOptions = {}): Promise<UpdateResult> {
    return this.exclusively(program, () => {
      const { deployment, record } = this.begin(program, false);
      const resources = this.store.get(program.project, program.stack)?.state.resources ?? [];
      if (skipPreview) deployment.deleteInWaves(resources);
      else deployment.deleteAll(resources);
      const state = deployment.state();
      const empty = state.resources.length === 0;
      this.store.put({
        state: empty ? { ...state, outputs: {} } : state,
        outputs: empty ? {} : this.liveOutputs(program),
      });
      return Promise.resolve(resultOf(record, {}, 0));
    });
  }

  plant(fault?: PlantedFault): void {
    this.fault = fault;
  }

  moveOutside(stack: string, urn: string, path: string, value: PropertyValue): void {
    const record = this.store.find(stack);
    const { resources } = record.state;
    if (!resources.some((resource) => resource.urn === urn))
      throw new CodedError('UnregisteredOutputs', { place: urn, message: 'the stack has no such resource' });
    const moved = resources.map((resource) =>
      resource.urn === urn
        ? {
            ...resource,
            inputs: withValue(resource.inputs, path, value),
            outputs: withValue(resource.outputs, path, value),
          }
        : resource,
    );
    this.store.put({ ...record, state: { ...record.state, resources: moved } });
  }

  state(stack: string): DeploymentState {
    return this.store.find(stack).state;
  }

  async close(): Promise<void> {
    this.closed = true;
    this.killPrograms();
    await Promise.allSettled(this.running.values());
  }

  private killPrograms(): void {
    for (const program of this.programs) program.kill();
  }

  /** One run of a stack at a time, like the lock of a state backend. */
  private async exclusively(program: PulumiProgram, run: () => Promise<UpdateResult>): Promise<UpdateResult> {
    const name = `${program.project}/${program.stack}`;
    if (this.closed)
      throw new CodedError('EngineClosed', { place: name, message: 'the local Pulumi engine is closed' });
    if (this.running.has(name))
      throw new CodedError('StackBusy', { place: name, message: 'another run updates the stack' });
    const result = run();
    this.running.set(name, result);
    try {
      return await result;
    } finally {
      this.running.delete(name);
    }
  }

  private async update(program: PulumiProgram, preview: boolean): Promise<UpdateResult> {
    const { deployment, record } = this.begin(program, preview);
    const exitCode = await this.execute(program, deployment, preview);
    if (exitCode === 0 && record.problems.length === 0) deployment.finish();
    const outputs = deployment.outputs ?? this.liveOutputs(program);
    if (!preview) this.store.put({ state: deployment.state(), outputs });
    return resultOf(record, deployment.outputs ?? {}, exitCode);
  }

  private async execute(program: PulumiProgram, deployment: Deployment, preview: boolean): Promise<number> {
    const server = await serveMonitor(deployment);
    try {
      const command = programCommand(program, server.address, preview, process.env);
      const running = startProgram(command, programFolder(program), (stream, message) => {
        const severity: LogSeverity = stream === 'stderr' ? 'warning' : 'info';
        deployment.log({ severity, message });
      });
      this.programs.add(running);
      if (this.options.signal?.aborted === true) running.kill();
      try {
        return await running.exit;
      } finally {
        this.programs.delete(running);
      }
    } finally {
      server.close();
    }
  }

  private begin(program: PulumiProgram, preview: boolean): { deployment: Deployment; record: RunRecord } {
    const { project, stack } = program;
    const index = new CloudIndex(this.store.states(), this.options.existing ?? []);
    const identifiers = new Identifiers(this.seed);
    const now = this.options.now ?? ((): Date => new Date());
    const secrets = new SecretTexts((program.secretConfigKeys ?? []).flatMap((key) => program.config[key] ?? []));
    const record = new RunRecord(preview, secrets, this.options.onEvent ?? ((): void => undefined));
    const deployment = new Deployment({
      project,
      stack,
      organization: program.organization ?? 'local',
      preview,
      prior: this.store.get(project, stack)?.state ?? emptyState(project, stack),
      index,
      identifiers,
      settings: {
        subscriptionId: program.config['azure-native:subscriptionId'],
        tenantId: program.config['azure-native:tenantId'],
        location: program.config['azure-native:location'],
      },
      seal: new SecretSeal(`${this.seed}/${project}/${stack}`),
      secrets,
      sources: { index, identifiers, stackOutputs: (reference) => this.store.find(reference).outputs },
      record,
      fault: this.fault,
      now: () => now().toISOString(),
      linksUntil: () => new Date(now().getTime() + linkMs / (this.options.holdSpeed ?? 1)).toISOString(),
    });
    return { deployment, record };
  }

  private liveOutputs(program: PulumiProgram): PropertyMap {
    return this.store.get(program.project, program.stack)?.outputs ?? {};
  }
}

function emptyState(project: string, stack: string): DeploymentState {
  return { version: 1, project, stack, resources: [], outputs: {}, retained: [], softDeleted: [] };
}

function resultOf(record: RunRecord, outputs: PropertyMap, exitCode: number): UpdateResult {
  const { problems, log, steps, retained } = record;
  const ok = exitCode === 0 && problems.length === 0;
  return {
    ok,
    exitCode: ok || exitCode !== 0 ? exitCode : 1,
    steps,
    retained,
    problems,
    log,
    outputs: maskedMap(outputs),
  };
}

/** The map with a value at a dotted path. */
function withValue(map: PropertyMap, path: string, value: PropertyValue): PropertyMap {
  const nested = path.split('.').reduceRight<PropertyValue>((inner, key) => ({ [key]: inner }), value);
  const merged = merge(map, nested);
  return isMap(merged) ? merged : map;
}
