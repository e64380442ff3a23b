import { ServiceError } from '../../errors';
import type { QueryAction } from '../service';

/** The operations on stack sets. Source: API model of CloudFormation in botocore 1.44.8 (2026-11). */
const operations = [
  'CreateStackInstances',
  'CreateStackSet',
  'DeleteStackInstances',
  'DeleteStackSet',
  'DescribeStackInstance',
  'DescribeStackSet',
  'DescribeStackSetOperation',
  'DetectStackSetDrift',
  'ImportStacksToStackSet',
  'ListStackInstanceResourceDrifts',
  'ListStackInstances',
  'ListStackSetAutoDeploymentTargets',
  'ListStackSetOperationResults',
  'ListStackSetOperations',
  'ListStackSets',
  'StopStackSetOperation',
  'UpdateStackInstances',
  'UpdateStackSet',
];

/** Every operation on stack sets is refused by name, with what to do in its place. */
export const stackSetActions: Readonly<Record<string, QueryAction>> = Object.fromEntries(
  operations.map((operation) => [
    operation,
    () => {
      throw new ServiceError(
        'InvalidAction',
        `The local cloud does not implement cloudformation:${operation}: it has no stack sets. Deploy the stack to each account and region (cdk deploy, CreateStack): every account and region is here.`,
      );
    },
  ]),
);
