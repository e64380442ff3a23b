import { RemovalPolicy } from 'aws-cdk-lib';

/** What happens to data when its stack is deleted or its resource replaced. */
export type DataRetention = 'retain' | 'destroy';

/** Deletion and replacement policy of a stateful resource. */
export function removalPolicyOf(retention: DataRetention): RemovalPolicy {
  return retention === 'retain' ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY;
}
