import type { UrnInput } from '../../graph/urn';
import { formatUrn, stackUrn, withoutVersionAliases } from '../../graph/urn';
import { CodedError } from '../../messages';
import { formerUrns } from './aliases';
import type { PreparedResource, ProviderSettings } from './azure-provider';
import { AzureProvider, RefusedResource } from './azure-provider';
import type { CloudIndex } from './cloud-index';
import type { DataSource } from './data-source';
import { answerInvoke, answerRead } from './data-source';
import type { StepDecision } from './diff';
import { decideStep, withIgnoredChanges } from './diff';
import type { Identifiers } from './identifier';
import type {
  DeploymentState,
  InvokeAnswer,
  LogLine,
  PlantedFault,
  Problem,
  ReadRequest,
  Registered,
  Registration,
  ResourceState,
} from './model';
import { parsePath } from './property-path';
import type { PropertyMap } from './property-value';
import { revealedMap, secret } from './property-value';
import type { Monitor } from './proto';
import type { Outcome, PendingResource } from './registered-resources';
import { RegisteredResources } from './registered-resources';
import { protectedProblem, Removals } from './removals';
import type { RunRecord } from './run-record';
import type { SecretSeal } from './sealed-secret';
import type { SecretTexts } from './secret-texts';

/** A run of a stack and its surroundings. */
export interface DeploymentOptions {
  readonly project: string;
  readonly stack: string;
  readonly organization: string;
  /** Whether the run changes nothing. */
  readonly preview: boolean;
  /** State of the stack before the run. */
  readonly prior: DeploymentState;
  readonly index: CloudIndex;
  readonly identifiers: Identifiers;
  readonly settings: ProviderSettings;
  readonly seal: SecretSeal;
  readonly secrets: SecretTexts;
  readonly sources: DataSource;
  readonly record: RunRecord;
  /** Asked before each creation. @default - none fails */
  readonly fault?: PlantedFault | undefined;
  /** The current time, ISO 8601. */
  readonly now: () => string;
  /** When a link ends whose account is deleted now, ISO 8601. */
  readonly linksUntil: () => string;
}

const providerType = 'pulumi:providers:';

/** One preview or update of a stack: turns the registrations of the program into steps. */
export class Deployment implements Monitor {
  readonly project: string;
  readonly stack: string;
  readonly organization: string;
  readonly preview: boolean;
  /** Stack outputs. @default - the program ended before it registered them */
  outputs: PropertyMap | undefined;

  private readonly prior: ReadonlyMap<string, ResourceState>;
  private readonly resources: RegisteredResources;
  /** Former URN by new URN, for resources that an alias renames. */
  private readonly former = new Map<string, string>();
  private readonly takenOver = new Set<string>();
  private readonly removals: Removals;
  private readonly providerSettings = new Map<string, ProviderSettings>();
  private readonly azure: AzureProvider;

  constructor(private readonly options: DeploymentOptions) {
    this.project = options.project;
    this.stack = options.stack;
    this.organization = options.organization;
    this.preview = options.preview;
    this.prior = new Map(options.prior.resources.map((resource) => [resource.urn, resource]));
    this.removals = new Removals(options.index, options.record, options.prior, {
      now: options.now,
      linksUntil: options.linksUntil,
    });
    this.resources = new RegisteredResources(options.seal, options.now);
    this.azure = new AzureProvider(options.identifiers, options.index);
  }

  register(registration: Registration): Registered {
    this.options.secrets.learn(registration.inputs);
    const named: UrnInput = { stack: this.stack, project: this.project, ...registration };
    const urn = formatUrn(named);
    this.refuseImpossible(urn, registration);
    const pending = { urn, registration, old: this.findOld(urn, named, registration) };
    try {
      return this.apply(pending);
    } catch (error) {
      if (!(error instanceof RefusedResource)) throw error;
      for (const problem of error.problems) this.options.record.problem(problem);
      if (!this.preview) throw error;
      // A preview continues, so that one run shows every problem; dependents get unknown values.
      const decision = { op: 'create', diff: [], replaceKeys: [] } as const;
      this.resources.add(pending, { decision, inputs: registration.inputs, outputs: {} });
      return { urn, outputs: {} };
    }
  }

  registerOutputs(urn: string, outputs: PropertyMap): void {
    this.options.secrets.learn(outputs);
    this.resources.setOutputs(urn, outputs);
    if (urn === stackUrn(this.stack, this.project)) this.outputs = outputs;
  }

  read(request: ReadRequest): Registered {
    return answerRead(request, this.options.sources, { stack: this.stack, project: this.project });
  }

  invoke(token: string, args: PropertyMap, provider: string): InvokeAnswer {
    const invocation = { token, args, settings: this.settingsOf(provider) };
    return answerInvoke(invocation, this.options.sources, (urn) => this.resources.get(urn));
  }

  log(line: LogLine): void {
    this.options.record.line(line);
  }

  /** Deletes what the program no longer registers. Call it after the program ended with success. */
  finish(): void {
    this.deleteAll([...this.prior.values()].filter((resource) => !this.takenOver.has(resource.urn)));
  }

  /** Deletes resources of the stack, dependents first. If one is protected, none is deleted. */
  deleteAll(resources: readonly ResourceState[]): void {
    this.removals.deleteAll(resources);
  }

  /** Deletes resources wave by wave, as the engine does that was told to skip the preview. */
  deleteInWaves(resources: readonly ResourceState[]): void {
    this.removals.deleteInWaves(resources);
  }

  /** The state after the run: what was registered, and what a failed run did not reach. */
  state(): DeploymentState {
    const registered = this.resources.all();
    const replaced = new Set(registered.map(({ urn }) => this.former.get(urn) ?? urn));
    const left = this.options.prior.resources.filter(({ urn }) => !this.removals.deleted(urn) && !replaced.has(urn));
    return {
      version: 1,
      project: this.project,
      stack: this.stack,
      resources: [...left, ...registered],
      outputs: this.outputs === undefined ? this.options.prior.outputs : this.options.seal.sealMap(this.outputs),
      ...this.removals.kept(registered),
    };
  }

  private refuseImpossible(urn: string, registration: Registration): void {
    const problem = impossible(urn, registration, this.resources);
    if (problem !== undefined) throw this.refused(problem);
  }

  /** Records a problem that leaves nothing to register, in a preview too. */
  private refused(problem: Problem): RefusedResource {
    this.options.record.problem(problem);
    return new RefusedResource([problem]);
  }

  private findOld(urn: string, named: UrnInput, registration: Registration): ResourceState | undefined {
    const formerParent = registration.parent === undefined ? undefined : this.former.get(registration.parent);
    const aliases = withoutVersionAliases(registration.aliases);
    const former = [urn, ...formerUrns(named, aliases, formerParent === undefined ? [] : [formerParent])];
    const old = former.map((candidate) => this.prior.get(candidate)).find((state) => state !== undefined);
    if (old === undefined) return undefined;
    if (this.takenOver.has(old.urn)) throw this.refused(duplicateAlias(urn, old.urn));
    this.takenOver.add(old.urn);
    if (old.urn === urn) return old;
    this.former.set(urn, old.urn);
    const renamed = { ...old, urn };
    this.options.index.remove(old);
    this.options.index.add(renamed);
    return renamed;
  }

  private apply(pending: PendingResource): Registered {
    const { type, custom } = pending.registration;
    if (!custom) return this.applyPlain(pending, undefined);
    if (type.startsWith(providerType)) return this.applyProvider(pending);
    if (type.startsWith('azure-native:')) return this.applyAzure(pending);
    throw new RefusedResource([
      {
        code: 'UnsupportedPackage',
        urn: pending.urn,
        message: `the local engine has no resources of package ${type.split(':')[0] ?? ''}`,
        got: type,
        expected: 'a resource of azure-native',
        fix: 'compute the value in the program, or run the program with Pulumi',
      },
    ]);
  }

  /** A component, the stack or a provider: no cloud resource, only children and arguments. */
  private applyPlain(pending: PendingResource, id: string | undefined): Registered {
    const { inputs } = pending.registration;
    const decision = decideStep({ before: pending.old?.inputs, after: inputs }, this.options.seal);
    const outputs = id === undefined ? {} : inputs;
    this.settle(pending, { decision, inputs, outputs, id });
    return { urn: pending.urn, outputs, ...(id === undefined ? {} : { id }) };
  }

  private applyProvider(pending: PendingResource): Registered {
    const { settings, identifiers } = this.options;
    const inputs = revealedMap(pending.registration.inputs);
    const given = (key: keyof ProviderSettings): string | undefined => {
      const value = inputs[key];
      return typeof value === 'string' ? value : settings[key];
    };
    this.providerSettings.set(pending.urn, {
      subscriptionId: given('subscriptionId'),
      tenantId: given('tenantId'),
      location: given('location'),
    });
    return this.applyPlain(pending, pending.old?.id ?? identifiers.uuid(pending.urn, 'provider'));
  }

  private applyAzure(pending: PendingResource): Registered {
    const { urn, registration, old } = pending;
    const settings = this.settingsOf(registration.provider ?? '');
    const inputs =
      old === undefined
        ? registration.inputs
        : withIgnoredChanges(old.inputs, registration.inputs, registration.ignoreChanges);
    const prepared = this.azure.prepare(urn, { ...registration, inputs }, old, settings);
    const decision = decideStep(
      {
        before: old?.inputs,
        after: prepared.inputs,
        forceNew: prepared.forceNew,
        replaceOnChanges: registration.replaceOnChanges,
        ignoreChanges: registration.ignoreChanges,
        cascade: this.cascades(pending, prepared),
      },
      this.options.seal,
    );
    this.check(pending, decision, prepared);
    const id = prepared.armId ?? (decision.op === 'update' ? old?.id : undefined);
    if (!this.preview && id === undefined) {
      throw new CodedError('UnresolvedId', { place: urn, message: 'a part of the ARM id is not known' });
    }
    const isNew = decision.op === 'create' || decision.op === 'replace';
    const known = id !== undefined && !(this.preview && isNew);
    const outputs = known ? this.outputsOf(registration, id, prepared, settings) : undefined;
    this.settle(pending, {
      decision,
      inputs: prepared.inputs,
      outputs: outputs ?? {},
      id,
      autoName: prepared.autoName,
    });
    // Without id and outputs in the answer of a preview, the program sees unknown values.
    return outputs === undefined || id === undefined ? { urn, outputs: {} } : { urn, outputs, id };
  }

  private outputsOf(
    registration: Registration,
    id: string,
    prepared: PreparedResource,
    settings: ProviderSettings,
  ): PropertyMap {
    const outputs = this.azure.outputs(registration.type, id, prepared, settings);
    const hidden = new Set(registration.additionalSecretOutputs);
    return Object.fromEntries(
      Object.entries(outputs).map(([key, value]) => [key, hidden.has(key) ? secret(value) : value]),
    );
  }

  private check({ urn, old, registration }: PendingResource, decision: StepDecision, prepared: PreparedResource): void {
    const { index } = this.options;
    if (decision.op === 'replace' && old !== undefined) {
      if (old.protect) throw new RefusedResource([protectedProblem(old, 'replaced')]);
      this.removals.replace(old);
    }
    const waits = this.resources.waitsOf(registration);
    const problems = [
      ...this.azure.check({
        urn,
        type: registration.type,
        op: decision.op,
        template: prepared.template,
        armId: prepared.armId,
        inputs: revealedMap(prepared.inputs),
        registration,
        subscription: prepared.subscription,
        earlier: this.resources.earlier,
        waitsFor: (other) => waits.has(other),
        exists: (id) => index.exists(id),
        ownerOf: (id) => index.ownerOf(id),
        holderOf: (name) => index.holderOf(name),
        softDeleted: (id, name) => index.softDeleted(id, name),
      }),
    ];
    if (decision.op === 'create' || decision.op === 'replace') problems.push(...this.planted(urn, registration));
    if (problems.length > 0) throw new RefusedResource(problems);
  }

  /** The fault that a rehearsal planted for the creation; a preview creates nothing. */
  private planted(urn: string, { type, name }: Registration): readonly Problem[] {
    const message = this.preview ? undefined : this.options.fault?.({ stack: this.stack, type, name });
    return message === undefined ? [] : [{ code: 'PlantedFault', urn, message, fix: 'retry the update' }];
  }

  /** Whether the replacement of another resource replaces this one: `replaceWith` names it, or it contains this one. */
  private cascades({ old, registration }: PendingResource, prepared: PreparedResource): boolean {
    if (old === undefined) return false;
    const { replaced } = this.resources;
    if (registration.replaceWith.some((urn) => replaced.has(urn))) return true;
    const patterns = [...prepared.forceNew, ...registration.replaceOnChanges.map(parsePath)];
    const forcing = new Set(patterns.filter((pattern) => pattern.length === 1).map(([property]) => property));
    return Object.entries(registration.propertyDependencies).some(
      ([property, urns]) => forcing.has(property) && urns.some((urn) => replaced.has(urn)),
    );
  }

  private settingsOf(provider: string): ProviderSettings {
    return this.providerSettings.get(provider.slice(0, provider.lastIndexOf('::'))) ?? this.options.settings;
  }

  private settle(pending: PendingResource, outcome: Outcome): void {
    const { urn, registration } = pending;
    const { op, diff, replaceKeys } = outcome.decision;
    this.options.index.add(this.resources.add(pending, outcome));
    // A name that the program gives cannot exist twice, so the provider deletes first unless the engine chose the name.
    const deleteBeforeReplace = registration.deleteBeforeReplace ?? outcome.autoName === undefined;
    const replacement = op === 'replace' ? { replaceKeys, deleteBeforeReplace } : {};
    this.options.record.step({ op, urn, type: registration.type, name: registration.name, diff, ...replacement });
  }
}

/** A registration that no engine can accept, on any cloud. */
function impossible(urn: string, registration: Registration, resources: RegisteredResources): Problem | undefined {
  if (resources.has(urn)) {
    return {
      code: 'DuplicateUrn',
      urn,
      message: `duplicate resource URN ${urn}`,
      expected: 'one resource per parent, type and name',
      fix: 'give one of the two another logical name',
    };
  }
  const { parent, importId } = registration;
  if (parent !== undefined && !resources.has(parent)) {
    return {
      code: 'UnknownParent',
      urn,
      message: `parent ${parent} is not registered`,
      got: parent,
      expected: 'the URN of a resource that is registered before',
      fix: 'register the parent first',
    };
  }
  if (registration.remote) {
    return {
      code: 'UnsupportedComponent',
      urn,
      message: 'a component of another language needs a plugin, which the local engine does not run',
      got: registration.type,
      expected: 'a component of the program itself',
      fix: 'rehearse without the component',
    };
  }
  if (importId === undefined) return undefined;
  return {
    code: 'UnsupportedImport',
    urn,
    message: 'the local engine imports no resource: there is no cloud to read it from',
    got: importId,
    expected: 'a registration without the import option',
    fix: 'rehearse without the import option',
  };
}

function duplicateAlias(urn: string, former: string): Problem {
  return {
    code: 'DuplicateAlias',
    urn,
    message: `another resource already continues ${former}`,
    expected: 'one resource for each former URN',
    fix: 'remove the alias from one of the two',
  };
}
