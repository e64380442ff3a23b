import type { UrnInput } from '../../graph/urn';
import { formatUrn, STACK_TYPE, stackUrn, withoutVersionAliases } from '../../graph/urn';
import { formerUrns } from './aliases';
import type { PreparedResource, ProviderSettings } from './azure-provider';
import { AzureProvider, problemText, RefusedResource } from './azure-provider';
import type { EarlierResource } from './checks';
import type { CloudIndex } from './cloud-index';
import { deleteOrder } from './delete-order';
import { answerInvoke, answerRead } from './data-source';
import type { DataSource } from './data-source';
import { decideStep, withIgnoredChanges } from './diff';
import type { StepDecision } from './diff';
import type { Identifiers } from './identifier';
import type {
  DeploymentState,
  InvokeAnswer,
  LogLine,
  Problem,
  PulumiEvent,
  ReadRequest,
  Registered,
  Registration,
  ResourceState,
  Step,
} from './model';
import type { Monitor } from './proto';
import { parsePath } from './property-path';
import type { PropertyMap } from './property-value';
import { isList, revealedMap, secret } from './property-value';
import type { SecretSeal } from './sealed-secret';
import type { SecretTexts } from './secret-texts';

export interface DeploymentOptions {
  readonly project: string;
  readonly stack: string;
  readonly organization: string;
  readonly preview: boolean;
  readonly prior: DeploymentState;
  readonly index: CloudIndex;
  readonly identifiers: Identifiers;
  readonly settings: ProviderSettings;
  readonly seal: SecretSeal;
  readonly secrets: SecretTexts;
  readonly sources: DataSource;
  readonly now: () => string;
  readonly emit: (event: PulumiEvent) => void;
}

/** What a step needs beyond its registration. */
interface Subject {
  readonly urn: string;
  readonly registration: Registration;
  readonly old: ResourceState | undefined;
}

const PROVIDER_TYPE = 'pulumi:providers:';

/** One preview or update of a stack: takes the registrations of the program and turns them into steps. */
export class Deployment implements Monitor {
  readonly project: string;
  readonly stack: string;
  readonly organization: string;
  readonly preview: boolean;
  readonly steps: Step[] = [];
  readonly problems: Problem[] = [];
  readonly log_: LogLine[] = [];
  readonly retained: string[] = [];
  outputs: PropertyMap = {};

  private readonly prior: ReadonlyMap<string, ResourceState>;
  private readonly resources = new Map<string, ResourceState>();
  private readonly earlier: EarlierResource[] = [];
  /** Former URN by the URN that took it over; most keep theirs. */
  private readonly claimed = new Map<string, string>();
  private readonly providerSettings = new Map<string, ProviderSettings>();
  private readonly waits = new Map<string, ReadonlySet<string>>();
  private readonly retainedIds: string[] = [];
  private readonly azure: AzureProvider;

  constructor(private readonly options: DeploymentOptions) {
    this.project = options.project;
    this.stack = options.stack;
    this.organization = options.organization;
    this.preview = options.preview;
    this.prior = new Map(options.prior.resources.map((resource) => [resource.urn, resource]));
    this.azure = new AzureProvider(options.identifiers, options.index);
  }

  register(registration: Registration): Registered {
    this.options.secrets.learn(registration.inputs);
    const named: UrnInput = { stack: this.stack, project: this.project, ...registration };
    const urn = formatUrn(named);
    this.refuseWrongPlace(urn, registration);
    const subject = { urn, registration, old: this.findOld(urn, named, registration) };
    try {
      return this.apply(subject);
    } catch (error) {
      if (!(error instanceof RefusedResource)) throw error;
      for (const problem of error.problems) this.report(problem);
      if (!this.preview) throw error;
      // A preview goes on, so that one run shows every problem; dependents see values that are not known.
      this.remember(subject, { op: 'create', diff: [], replaceKeys: [] }, undefined, registration.inputs, {});
      return { urn, outputs: {} };
    }
  }

  registerOutputs(urn: string, outputs: PropertyMap): void {
    this.options.secrets.learn(outputs);
    const resource = this.resources.get(urn);
    if (resource === undefined) throw new Error(`outputs for ${urn}, which was not registered`);
    this.resources.set(urn, { ...resource, outputs: this.options.seal.sealMap(outputs) });
    if (urn === stackUrn(this.stack, this.project)) this.outputs = outputs;
  }

  read(request: ReadRequest): Registered {
    return answerRead(request, this.options.sources, { stack: this.stack, project: this.project });
  }

  invoke(token: string, args: PropertyMap, provider: string): InvokeAnswer {
    return answerInvoke(token, args, this.settingsOf(provider), this.options.sources, (urn) => this.resources.get(urn));
  }

  log(line: LogLine): void {
    if (line.severity === 'debug') return;
    this.log_.push(line);
    this.options.emit({ kind: 'log', line: { ...line, message: this.options.secrets.mask(line.message) } });
  }

  report(problem: Problem): void {
    this.problems.push(problem);
    this.options.emit({ kind: 'problem', problem: this.options.secrets.maskProblem(problem) });
  }

  /** After the program ended well: deletes what it no longer registers. */
  finish(): void {
    const taken = new Set(this.claimed.values());
    this.deleteAll([...this.prior.values()].filter((resource) => !taken.has(resource.urn)));
  }

  /** Deletes resources of the stack, dependents first; a protected one stops everything before anything is deleted. */
  deleteAll(resources: readonly ResourceState[]): void {
    const kept = resources.filter((resource) => resource.protect);
    for (const resource of kept) this.report(protectedProblem(resource, 'deleted'));
    if (kept.length > 0) return;
    for (const resource of deleteOrder(resources)) {
      this.claimed.set(resource.urn, resource.urn);
      if (resource.retainOnDelete) {
        this.retained.push(resource.urn);
        if (resource.id !== undefined && armLike(resource.id)) this.retainedIds.push(resource.id);
        this.options.emit({ kind: 'retained', urn: resource.urn });
        continue;
      }
      this.options.index.remove(resource);
      this.step({ op: 'delete', urn: resource.urn, type: resource.type, name: resource.name, diff: [] });
    }
  }

  /** The state after the run: what was registered, and what a failed run did not come to. */
  state(): DeploymentState {
    const taken = new Set(this.claimed.values());
    const left = this.options.prior.resources.filter((resource) => !taken.has(resource.urn));
    return {
      version: 1,
      project: this.project,
      stack: this.stack,
      resources: [...left, ...this.resources.values()],
      outputs: this.options.seal.sealMap(this.outputs),
      retained: [...new Set([...this.options.prior.retained, ...this.retainedIds])],
    };
  }

  private refuseWrongPlace(urn: string, registration: Registration): void {
    if (this.resources.has(urn)) {
      const problem = {
        code: 'duplicate-urn',
        urn,
        message: `duplicate resource URN ${urn}`,
        expected: 'one resource per parent, type and name',
        fix: 'give one of the two another logical name',
      };
      this.report(problem);
      throw new Error(problemText(problem));
    }
    if (registration.parent !== undefined && !this.resources.has(registration.parent)) {
      throw new Error(`parent ${registration.parent} of ${urn} was not registered`);
    }
    if (registration.remote)
      throw new Error(`${urn}: components of another language need a plugin, which is not rehearsed`);
    if (registration.importId !== undefined) {
      throw new Error(`${urn}: import of ${registration.importId} is not rehearsed: there is no cloud to read it from`);
    }
  }

  private findOld(urn: string, named: UrnInput, registration: Registration): ResourceState | undefined {
    const formerParent = registration.parent === undefined ? undefined : this.claimed.get(registration.parent);
    const formerParents = formerParent === undefined || formerParent === registration.parent ? [] : [formerParent];
    const aliases = withoutVersionAliases(registration.aliases);
    const taken = new Set(this.claimed.values());
    const former = [urn, ...formerUrns(named, aliases, formerParents)].find((candidate) => this.prior.has(candidate));
    if (former === undefined) return undefined;
    if (taken.has(former))
      throw new Error(`${urn}: ${former} was already taken over by another resource: remove the alias`);
    this.claimed.set(urn, former);
    const old = this.prior.get(former);
    if (old === undefined || former === urn) return old;
    const renamed = { ...old, urn };
    this.options.index.remove(old);
    this.options.index.add(renamed);
    return renamed;
  }

  private apply(subject: Subject): Registered {
    const { registration } = subject;
    if (!registration.custom) return this.applyPlain(subject, undefined);
    if (registration.type.startsWith(PROVIDER_TYPE)) return this.applyProvider(subject);
    if (registration.type.startsWith('azure-native:')) return this.applyAzure(subject);
    throw new RefusedResource([
      {
        code: 'unsupported-package',
        urn: subject.urn,
        message: `package ${registration.type.split(':')[0] ?? ''} is not rehearsed`,
        got: registration.type,
        expected: 'a resource of azure-native',
        fix: 'derive the value in the program, or run it against Pulumi itself',
      },
    ]);
  }

  /** A component or the stack: nothing behind it but its children. */
  private applyPlain(subject: Subject, id: string | undefined): Registered {
    const { urn, registration, old } = subject;
    const before = old?.inputs;
    const decision = decideStep(
      { before, after: registration.inputs, forceNew: [], replaceOnChanges: [] },
      this.options.seal,
    );
    const outputs = id === undefined ? {} : registration.inputs;
    this.remember(subject, decision, id, registration.inputs, outputs);
    this.decided(subject, decision);
    return { urn, outputs, ...(id === undefined ? {} : { id }) };
  }

  private applyProvider(subject: Subject): Registered {
    const inputs = revealedMap(subject.registration.inputs);
    const text = (key: string): string | undefined => {
      const value = inputs[key];
      return typeof value === 'string' ? value : undefined;
    };
    const { settings } = this.options;
    this.providerSettings.set(subject.urn, {
      subscriptionId: text('subscriptionId') ?? settings.subscriptionId,
      tenantId: text('tenantId') ?? settings.tenantId,
      location: text('location') ?? settings.location,
    });
    return this.applyPlain(subject, subject.old?.id ?? this.options.identifiers.uuid(subject.urn, 'provider'));
  }

  private applyAzure(subject: Subject): Registered {
    const { urn, registration, old } = subject;
    const settings = this.settingsOf(registration.provider ?? '');
    const ignoring =
      old === undefined
        ? registration.inputs
        : withIgnoredChanges(old.inputs, registration.inputs, registration.ignoreChanges);
    const prepared = this.azure.prepare(urn, { ...registration, inputs: ignoring }, old, settings);
    const decision = decideStep(
      {
        before: old?.inputs,
        after: prepared.inputs,
        forceNew: prepared.forceNew,
        replaceOnChanges: registration.replaceOnChanges,
        carried: this.isCarried(subject, prepared),
      },
      this.options.seal,
    );
    this.check(subject, decision, prepared);
    const outputs = this.outputsOf(subject, decision, prepared, settings);
    const id = outputs === undefined ? undefined : (prepared.armId ?? old?.id);
    if (!this.preview && id === undefined)
      throw new Error(`${urn}: a part of the ARM id is not known although nothing is left to wait for`);
    this.remember(subject, decision, prepared.armId ?? id, prepared.inputs, outputs ?? {}, prepared.autoName);
    this.decided(subject, decision, registration.deleteBeforeReplace ?? prepared.autoName === undefined);
    return { urn, outputs: outputs ?? {}, ...(id === undefined ? {} : { id }) };
  }

  private outputsOf(
    subject: Subject,
    decision: StepDecision,
    prepared: PreparedResource,
    settings: ProviderSettings,
  ): PropertyMap | undefined {
    const isNew = decision.op === 'create' || decision.op === 'replace';
    const id = prepared.armId ?? subject.old?.id;
    if ((this.preview && isNew) || id === undefined) return undefined;
    const outputs = this.azure.outputs(subject.registration.type, id, prepared, settings);
    const hidden = subject.registration.additionalSecretOutputs;
    return Object.fromEntries(
      Object.entries(outputs).map(([key, value]) => [key, hidden.includes(key) ? secret(value) : value]),
    );
  }

  private check(subject: Subject, decision: StepDecision, prepared: PreparedResource): void {
    const { urn, old, registration } = subject;
    const { index } = this.options;
    if (decision.op === 'replace' && old?.protect === true) {
      throw new RefusedResource([protectedProblem({ ...old, urn }, 'replaced')]);
    }
    if (decision.op === 'replace' && old !== undefined) index.remove(old);
    const problems = this.azure.check({
      urn,
      type: registration.type,
      op: decision.op,
      template: prepared.template,
      armId: prepared.armId,
      inputs: revealedMap(prepared.inputs),
      subscription: prepared.subscription,
      earlier: this.earlier,
      waitsFor: (other) => this.waitsOf(registration).has(other),
      exists: (id) => index.exists(id),
      ownerOf: (id) => index.ownerOf(id),
      holderOf: (name) => index.holderOf(name),
    });
    if (problems.length > 0) throw new RefusedResource(problems);
  }

  /** Whether the replacement of another resource replaces this one: it was named to, or it lies in what goes away. */
  private isCarried(subject: Subject, prepared: PreparedResource): boolean {
    const { old, registration } = subject;
    if (old === undefined) return false;
    const replaced = new Set(this.steps.filter((step) => step.op === 'replace').map((step) => step.urn));
    if (registration.replaceWith.some((urn) => replaced.has(urn))) return true;
    const patterns = [...prepared.forceNew, ...registration.replaceOnChanges.map(parsePath)];
    return Object.entries(registration.propertyDependencies).some(
      ([property, urns]) =>
        urns.some((urn) => replaced.has(urn)) &&
        patterns.some((pattern) => pattern.length === 1 && pattern[0] === property),
    );
  }

  private settingsOf(provider: string): ProviderSettings {
    return this.providerSettings.get(provider.slice(0, provider.lastIndexOf('::'))) ?? this.options.settings;
  }

  /** All that the resource waits for, through others too. */
  private waitsOf(registration: Registration): ReadonlySet<string> {
    const direct = [...registration.dependencies, ...(registration.parent === undefined ? [] : [registration.parent])];
    return new Set(direct.flatMap((urn) => [urn, ...(this.waits.get(urn) ?? [])]));
  }

  private remember(
    subject: Subject,
    decision: StepDecision,
    id: string | undefined,
    inputs: PropertyMap,
    outputs: PropertyMap,
    autoName?: string,
  ): void {
    const { urn, registration, old } = subject;
    const { seal } = this.options;
    const now = this.options.now();
    const resource: ResourceState = {
      urn,
      type: registration.type,
      name: registration.name,
      custom: registration.custom,
      inputs: seal.sealMap(inputs),
      outputs: seal.sealMap(outputs),
      dependencies: registration.dependencies.toSorted(),
      propertyDependencies: registration.propertyDependencies,
      protect: registration.protect,
      retainOnDelete: registration.retainOnDelete,
      created: decision.op === 'create' || decision.op === 'replace' ? now : (old?.created ?? now),
      modified: decision.op === 'same' ? (old?.modified ?? now) : now,
      ...(id === undefined ? {} : { id }),
      ...(autoName === undefined ? {} : { autoName }),
      ...(registration.parent === undefined ? {} : { parent: registration.parent }),
      ...(registration.provider === undefined ? {} : { provider: registration.provider }),
      ...(registration.deletedWith === undefined ? {} : { deletedWith: registration.deletedWith }),
    };
    this.resources.set(urn, resource);
    this.waits.set(urn, this.waitsOf(registration));
    this.earlier.push({ urn, type: registration.type, op: decision.op, armId: id });
    this.options.index.add(resource);
  }

  private decided(subject: Subject, decision: StepDecision, deleteBeforeReplace?: boolean): void {
    const { urn, registration } = subject;
    const replacement =
      decision.op === 'replace'
        ? { replaceKeys: decision.replaceKeys, deleteBeforeReplace: deleteBeforeReplace ?? false }
        : {};
    this.step({
      op: decision.op,
      urn,
      type: registration.type,
      name: registration.name,
      diff: decision.diff,
      ...replacement,
    });
  }

  private step(step: Step): void {
    this.steps.push(step);
    this.options.emit({ kind: 'step', preview: this.preview, step });
  }
}

function armLike(id: string): boolean {
  return id.startsWith('/');
}

function protectedProblem(resource: ResourceState, what: 'deleted' | 'replaced'): Problem {
  return {
    code: 'protected-resource',
    urn: resource.urn,
    message: `${resource.urn} is protected and cannot be ${what}`,
    got: 'protect: true',
    fix: 'set protect to false and update the stack first, or keep the resource in the program',
  };
}

/** Whether the type is the root of a program; it is no resource of any cloud. */
export function isStack(type: string): boolean {
  return type === STACK_TYPE;
}
