import { CodedError } from '../../messages';
import type { EarlierResource } from './checks';
import type { StepDecision } from './diff';
import { recordedInputs } from './diff';
import type { Registration, ResourceState } from './model';
import type { PropertyMap } from './property-value';
import type { SecretSeal } from './sealed-secret';

/** A registration with its URN and the resource that it continues. */
export interface PendingResource {
  readonly urn: string;
  readonly registration: Registration;
  /** @default - the resource is new */
  readonly old: ResourceState | undefined;
}

/** The result of a registration. */
export interface Outcome {
  readonly decision: StepDecision;
  readonly inputs: PropertyMap;
  readonly outputs: PropertyMap;
  readonly id?: string | undefined;
  readonly autoName?: string | undefined;
}

/** The resources that the program registered so far, in order, and the dependencies between them. */
export class RegisteredResources {
  readonly earlier: EarlierResource[] = [];
  readonly replaced = new Set<string>();
  private readonly states = new Map<string, ResourceState>();
  private readonly waits = new Map<string, ReadonlySet<string>>();

  constructor(
    private readonly seal: SecretSeal,
    private readonly now: () => string,
  ) {}

  has(urn: string): boolean {
    return this.states.has(urn);
  }

  get(urn: string): ResourceState | undefined {
    return this.states.get(urn);
  }

  all(): readonly ResourceState[] {
    return [...this.states.values()];
  }

  /** URNs that the registration depends on, directly or through others. */
  waitsOf(registration: Registration): ReadonlySet<string> {
    const direct = [...registration.dependencies, ...(registration.parent === undefined ? [] : [registration.parent])];
    return new Set(direct.flatMap((urn) => [urn, ...(this.waits.get(urn) ?? [])]));
  }

  /** Sets the outputs of a component or of the stack. @throws CodedError (UnregisteredOutputs) */
  setOutputs(urn: string, outputs: PropertyMap): void {
    const state = this.states.get(urn);
    if (state === undefined) {
      throw new CodedError('UnregisteredOutputs', {
        place: urn,
        message: 'outputs of a resource that is not registered',
      });
    }
    this.states.set(urn, { ...state, outputs: this.seal.sealMap(outputs) });
  }

  add({ urn, registration, old }: PendingResource, outcome: Outcome): ResourceState {
    const { decision } = outcome;
    const now = this.now();
    const isNew = decision.op === 'create' || decision.op === 'replace';
    const sealed = this.seal.sealMap(outcome.inputs);
    const state: ResourceState = {
      urn,
      type: registration.type,
      name: registration.name,
      custom: registration.custom,
      inputs: old === undefined ? sealed : recordedInputs(old.inputs, sealed, registration.ignoreChanges),
      outputs: this.seal.sealMap(outcome.outputs),
      dependencies: registration.dependencies.toSorted(),
      propertyDependencies: registration.propertyDependencies,
      protect: registration.protect,
      retainOnDelete: registration.retainOnDelete,
      created: isNew ? now : (old?.created ?? now),
      modified: decision.op === 'same' ? (old?.modified ?? now) : now,
      ...(outcome.id === undefined ? {} : { id: outcome.id }),
      ...(outcome.autoName === undefined ? {} : { autoName: outcome.autoName }),
      ...(registration.parent === undefined ? {} : { parent: registration.parent }),
      ...(registration.provider === undefined ? {} : { provider: registration.provider }),
      ...(registration.deletedWith === undefined ? {} : { deletedWith: registration.deletedWith }),
    };
    this.states.set(urn, state);
    this.waits.set(urn, this.waitsOf(registration));
    this.earlier.push({ urn, type: registration.type, op: decision.op, armId: outcome.id, registration });
    if (decision.op === 'replace') this.replaced.add(urn);
    return state;
  }
}
