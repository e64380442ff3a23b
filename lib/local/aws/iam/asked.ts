import type { JsonObject } from '../../../constraints/json';
import type { HandlerOperation } from './handler-actions';

/** A step of a stack operation. */
interface AskedStep {
  readonly stack: string;
  readonly logicalId: string;
  readonly type: string;
  readonly operation: HandlerOperation;
}

/** A permission that CloudFormation needs for a step, and whether its role had it. */
export interface AskedPermission {
  readonly step: AskedStep;
  /** Such as `sagemaker:CreateEndpoint`. */
  readonly action: string;
  /** ARN of the resource, or `*`. */
  readonly resource: string;
  readonly outcome: 'allowed' | 'denied' | 'unverified';
  /** Whether it would be allowed if the role had these policy documents alone, and all else were as it was. */
  readonly allowedBy: (documents: readonly JsonObject[]) => boolean;
}
