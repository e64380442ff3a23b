import type { Fault, FaultKind, RequestScope, StepAction, StepScope } from './fault';

/** A fault that was asked for, with what it has done. */
export interface PlannedFault {
  readonly id: string;
  readonly fault: Fault;
  readonly happened: number;
}

/** A request, as far as faults see it. */
export interface FaultyRequest {
  readonly service: string;
  readonly action: string;
}

/** A step of a resource, as far as faults see it. */
export interface FaultyStep {
  readonly stack: string;
  readonly logicalId: string;
  readonly type: string;
  readonly action: StepAction;
  readonly rollback: boolean;
}

/** Types whose creation needs instances that may not be there. */
const needsInstances: ReadonlySet<string> = new Set([
  'AWS::EC2::Instance',
  'AWS::EKS::Nodegroup',
  'AWS::SageMaker::Cluster',
  'AWS::SageMaker::Endpoint',
  'AWS::SageMaker::InferenceComponent',
]);

interface Entry {
  readonly id: string;
  readonly fault: Fault;
  happened: number;
}

const none: readonly Fault[] = [];

/** The faults on demand of a local cloud. They live as long as its process: after a crash there are none. */
export class Faults {
  readonly #entries: Entry[] = [];
  #count = 0;

  /** Adds a fault. @returns its id */
  add(fault: Fault): string {
    this.#count += 1;
    const id = `fault-${this.#count}`;
    this.#entries.push({ id, fault, happened: 0 });
    return id;
  }

  /** Faults that can still happen, and those that have, oldest first. */
  list(): readonly PlannedFault[] {
    return this.#entries.map(({ id, fault, happened }) => ({ id, fault, happened }));
  }

  /** Removes one fault, or all of them. @returns how many were removed */
  clear(id?: string): number {
    const kept = id === undefined ? [] : this.#entries.filter((entry) => entry.id !== id);
    const removed = this.#entries.length - kept.length;
    this.#entries.splice(0, this.#entries.length, ...kept);
    return removed;
  }

  /** The faults of a request, each of which happens now. */
  ofRequest(request: FaultyRequest): readonly Fault[] {
    return this.#take((fault) => isOfRequest(fault) && meetsRequest(fault, request));
  }

  /** The faults of a request that is answered with a stream, each of which happens now. */
  ofStream(request: FaultyRequest): readonly Fault[] {
    return this.#take((fault) => isOfStream(fault) && meetsRequest(fault, request));
  }

  /** The faults of a step, each of which happens now. A rollback meets none but slowness: it must be able to end. */
  ofStep(step: FaultyStep): readonly Fault[] {
    return this.#take(
      (fault) => isOfStep(fault) && meetsStep(fault, step) && (fault.kind === 'delay' || !step.rollback),
    );
  }

  #take(meets: (fault: Fault) => boolean): readonly Fault[] {
    if (this.#entries.length === 0) return none;
    const taken = this.#entries.filter(
      ({ fault, happened }) => meets(fault) && happened < (fault.times ?? Number.POSITIVE_INFINITY),
    );
    for (const entry of taken) entry.happened += 1;
    return taken.map(({ fault }) => fault);
  }
}

function isOfRequest(fault: FaultKind): fault is FaultKind & RequestScope {
  return fault.kind === 'throttle' || fault.kind === 'error' || fault.kind === 'slow';
}

function isOfStream(fault: FaultKind): fault is FaultKind & RequestScope {
  return fault.kind === 'cut' || fault.kind === 'stream-error';
}

function isOfStep(fault: FaultKind): fault is FaultKind & StepScope {
  return !isOfRequest(fault) && !isOfStream(fault);
}

function meetsRequest(scope: RequestScope, request: FaultyRequest): boolean {
  return same(scope.service, request.service) && same(scope.action, request.action);
}

function meetsStep(fault: FaultKind & StepScope, { stack, logicalId, type, action }: FaultyStep): boolean {
  const scoped =
    same(fault.stack, stack) && same(fault.logicalId, logicalId) && same(fault.type, type) && same(fault.step, action);
  return scoped && (fault.kind !== 'capacity' || (needsInstances.has(type) && action !== 'delete'));
}

function same(wanted: string | undefined, got: string): boolean {
  return wanted === undefined || wanted === got;
}
