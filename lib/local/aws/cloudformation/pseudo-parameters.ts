import type { Json } from '../../../constraints/json';

/** The values of pseudo parameters. */
export interface PseudoParameters {
  readonly account: string;
  readonly region: string;
  readonly partition: string;
  readonly urlSuffix: string;
  readonly stackId: string;
  readonly stackName: string;
  readonly notificationArns: readonly string[];
}

/** The value of a pseudo parameter; undefined for other names and for `AWS::NoValue`. */
export function pseudoParameter(name: string, pseudo: PseudoParameters): Json | undefined {
  switch (name) {
    case 'AWS::AccountId':
      return pseudo.account;
    case 'AWS::NotificationARNs':
      return pseudo.notificationArns;
    case 'AWS::Partition':
      return pseudo.partition;
    case 'AWS::Region':
      return pseudo.region;
    case 'AWS::StackId':
      return pseudo.stackId;
    case 'AWS::StackName':
      return pseudo.stackName;
    case 'AWS::URLSuffix':
      return pseudo.urlSuffix;
    default:
      return undefined;
  }
}

/** Partition and domain suffix of a region, by the region's prefix. */
export function partitionOf(region: string): { readonly partition: string; readonly urlSuffix: string } {
  if (region.startsWith('cn-')) return { partition: 'aws-cn', urlSuffix: 'amazonaws.com.cn' };
  if (region.startsWith('us-gov-')) return { partition: 'aws-us-gov', urlSuffix: 'amazonaws.com' };
  return { partition: 'aws', urlSuffix: 'amazonaws.com' };
}
