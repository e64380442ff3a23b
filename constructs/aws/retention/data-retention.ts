import { RemovalPolicy } from 'aws-cdk-lib';
import type { DataRetention } from '../../../lib/plan';

export type { DataRetention };

/** CloudFormation's deletion and replacement policy of a resource that stores data. */
export function removalPolicyOf(retention: DataRetention): RemovalPolicy {
  return retention === 'retain' ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY;
}
