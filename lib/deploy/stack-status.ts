import type { RemovalState } from './destroy';
import type { UnitState } from './unit';

/** What CloudFormation says about a stack, and what the plan wants of it. */
export interface StackFacts {
  readonly name: string;
  readonly status: string;
  /** @default - CloudFormation gives none */
  readonly reason?: string | undefined;
  /** Last update or creation, ISO 8601. */
  readonly changedAt: string;
  readonly terminationProtection: boolean;
}

/** What was synthesized for a stack. */
export interface WantedStack {
  /** Whether the template in the cloud is the one of the assembly. */
  readonly sameTemplate: boolean;
  readonly terminationProtection: boolean;
}

const complete = /^(?:CREATE|UPDATE|IMPORT)_COMPLETE$/;
/** A first creation that ended badly: `cdk deploy` deletes the stack and begins again. */
const creationFailed = /^(?:ROLLBACK_COMPLETE|ROLLBACK_FAILED)$/;

/** The state of the unit of a stack. @param stack - @default - CloudFormation has no such stack */
export function stackState(stack: StackFacts | undefined, wanted: WantedStack, environment: string): UnitState {
  if (stack === undefined || stack.status === 'DELETE_COMPLETE' || stack.status === 'REVIEW_IN_PROGRESS')
    return { kind: 'absent' };
  const { name, status, changedAt } = stack;
  if (status.endsWith('_IN_PROGRESS')) return { kind: 'busy', why: `${name} is ${status}` };
  if (creationFailed.test(status)) {
    if (!stack.terminationProtection) return { kind: 'absent' };
    return stuck(stack, unprotect(name));
  }
  if (status === 'DELETE_FAILED') return stuck(stack, `llmops destroy --env ${environment}`);
  if (status === 'UPDATE_ROLLBACK_FAILED')
    return stuck(stack, `aws cloudformation continue-update-rollback --stack-name ${name}`);
  if (!complete.test(status)) return { kind: 'differs', why: `its status is ${status}`, changedAt };
  if (!wanted.sameTemplate) return { kind: 'differs', why: 'its template is another one', changedAt };
  if (stack.terminationProtection !== wanted.terminationProtection)
    return { kind: 'differs', why: 'its termination protection is another one', changedAt };
  return { kind: 'done', changedAt };
}

function stuck({ name, status, reason }: StackFacts, fix: string): UnitState {
  return { kind: 'stuck', why: `${name} is ${status}${reason === undefined ? '' : `: ${reason}`}`, fix };
}

/** The state of a stack that is to be deleted. @param stack - @default - CloudFormation has no such stack */
export function stackRemovalState(stack: StackFacts | undefined): RemovalState {
  if (stack === undefined || stack.status === 'DELETE_COMPLETE') return { kind: 'absent' };
  const { name, status } = stack;
  if (status.endsWith('_IN_PROGRESS') && status !== 'REVIEW_IN_PROGRESS')
    return { kind: 'busy', why: `${name} is ${status}` };
  if (stack.terminationProtection)
    return { kind: 'held', why: `${name} has termination protection`, command: unprotect(name) };
  return { kind: 'there' };
}

function unprotect(name: string): string {
  return `aws cloudformation update-termination-protection --no-enable-termination-protection --stack-name ${name}`;
}
