import type { Json } from '../../../../constraints/json';
import { scalarText } from '../../../../constraints/json';
import type { DeployedResource } from '../../cloudformation/deployed';
import type { Drift } from '../../cloudformation/drift';
import { driftOf } from '../../cloudformation/drift';
import { shownDrift } from '../../cloudformation/hidden';
import type { Stack } from '../../cloudformation/stack';
import { validationError } from '../../errors';
import type { QueryParameters } from '../../wire/query-parameters';
import type { Xml } from '../../wire/xml';
import type { CallContext } from '../call';
import { requireStack } from './requests';

/** DetectStackDrift: detection is immediate, so the id only names the stack. */
export function detectDrift(parameters: QueryParameters, context: CallContext): Xml {
  const stack = requireStack(parameters, context);
  const { cloud } = context;
  stack.drift = { status: driftedCount(stack, context) === 0 ? 'IN_SYNC' : 'DRIFTED', at: cloud.now() };
  return { StackDriftDetectionId: stack.id.split('/').at(-1) };
}

/** DescribeStackDriftDetectionStatus. */
export function driftStatus(parameters: QueryParameters, context: CallContext): Xml {
  const id = parameters.get('StackDriftDetectionId') ?? '';
  const stack = context.cloud
    .stacks(context.account, context.region)
    .find((candidate) => candidate.id.endsWith(`/${id}`));
  if (stack === undefined) throw validationError(`Stack drift detection ${id} does not exist`);
  const drifted = driftedCount(stack, context);
  return {
    StackId: stack.id,
    StackDriftDetectionId: id,
    StackDriftStatus: drifted === 0 ? 'IN_SYNC' : 'DRIFTED',
    DetectionStatus: 'DETECTION_COMPLETE',
    DriftedStackResourceCount: drifted,
    Timestamp: context.cloud.now(),
  };
}

/** DescribeStackResourceDrifts. */
export function describeResourceDrifts(parameters: QueryParameters, context: CallContext): Xml {
  const stack = requireStack(parameters, context);
  const wanted = parameters.list('StackResourceDriftStatusFilters');
  return {
    StackResourceDrifts: stack.deployed().flatMap((resource): Xml[] => {
      const drift = driftOf(stack, resource, context.cloud);
      return wanted.length === 0 || wanted.includes(drift.status) ? [view(stack, resource, drift, context)] : [];
    }),
  };
}

/** DetectStackResourceDrift: one resource. */
export function detectResourceDrift(parameters: QueryParameters, context: CallContext): Xml {
  const stack = requireStack(parameters, context);
  const logicalId = parameters.get('LogicalResourceId') ?? '';
  const resource = stack.resources.get(logicalId)?.deployed;
  if (resource === undefined) throw validationError(`Resource ${logicalId} does not exist for stack ${stack.name}`);
  return { StackResourceDrift: view(stack, resource, driftOf(stack, resource, context.cloud), context) };
}

function driftedCount(stack: Stack, { cloud }: CallContext): number {
  return stack.deployed().filter((resource) => {
    const { status } = driftOf(stack, resource, cloud);
    return status === 'MODIFIED' || status === 'DELETED';
  }).length;
}

function view(stack: Stack, resource: DeployedResource, found: Drift, context: CallContext): Xml {
  const { declaration, identity } = resource;
  const drift = shownDrift(resource, found);
  const text = (value: Json | undefined): string | undefined =>
    value === undefined ? undefined : (scalarText(value) ?? JSON.stringify(value));
  return {
    StackId: stack.id,
    LogicalResourceId: declaration.logicalId,
    PhysicalResourceId: identity.physicalId,
    ResourceType: declaration.type,
    ExpectedProperties: JSON.stringify(drift.expected),
    ActualProperties: drift.actual === undefined ? undefined : JSON.stringify(drift.actual),
    PropertyDifferences: drift.differences.map(({ path, expected, actual, type }) => ({
      PropertyPath: path,
      ExpectedValue: text(expected),
      ActualValue: text(actual),
      DifferenceType: type,
    })),
    StackResourceDriftStatus: drift.status,
    Timestamp: context.cloud.now(),
  };
}
