import { RemovalPolicy } from 'aws-cdk-lib';
import type { DataRetention } from '../../../lib/plan';

export type { DataRetention };

/**
 * CloudFormation's deletion and replacement policy of a resource that stores data.
 *
 * What is retained is retained once its creation succeeded (`RetainExceptOnCreate`). With `Retain` the rollback of a first
 * deployment would keep empty resources with fixed names, and the next deployment would find the names taken.
 *
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-deletionpolicy.html
 */
export function removalPolicyOf(retention: DataRetention): RemovalPolicy {
  return retention === 'retain' ? RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE : RemovalPolicy.DESTROY;
}
