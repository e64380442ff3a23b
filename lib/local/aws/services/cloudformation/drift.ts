import { scalarText } from '../../../../constraints/json';
import type { DeployedResource } from '../../cloudformation/deployed';
import type { Stack } from '../../cloudformation/stack';
import { validationError } from '../../errors';
import type { QueryParameters } from '../../wire/query-parameters';
import type { Xml } from '../../wire/xml';
import type { CallContext } from '../call';
import { requireStack } from './requests';

/** DetectStackDrift: detection is immediate, so the id only names the stack. */
export function detectDrift(parameters: QueryParameters, context: CallContext): Xml {
  const stack = requireStack(parameters, context);
  return { StackDriftDetectionId: stack.id.split('/').at(-1) };
}

/** DescribeStackDriftDetectionStatus. */
export function driftStatus(parameters: QueryParameters, context: CallContext): Xml {
  const id = parameters.get('StackDriftDetectionId') ?? '';
  const stack = context.cloud
    .stacks(context.account, context.region)
    .find((candidate) => candidate.id.endsWith(`/${id}`));
  if (stack === undefined) throw validationError(`Stack drift detection ${id} does not exist`);
  const drifted = stack.deployed().filter((resource) => driftOf(stack, resource, context) !== undefined).length;
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
  return {
    StackResourceDrifts: stack.deployed().map((resource) => {
      const difference = driftOf(stack, resource, context);
      return {
        StackId: stack.id,
        LogicalResourceId: resource.declaration.logicalId,
        PhysicalResourceId: resource.identity.physicalId,
        ResourceType: resource.declaration.type,
        ExpectedProperties: JSON.stringify(resource.existing.properties),
        PropertyDifferences: difference === undefined ? [] : [difference],
        StackResourceDriftStatus: difference === undefined ? 'IN_SYNC' : 'MODIFIED',
        Timestamp: context.cloud.now(),
      };
    }),
  };
}

/** Only SSM parameters can drift: no other service of this cloud changes a resource of a stack. */
function driftOf(stack: Stack, resource: DeployedResource, { cloud }: CallContext): Xml {
  if (resource.declaration.type !== 'AWS::SSM::Parameter') return undefined;
  const expected = scalarText(resource.existing.properties['Value']) ?? '';
  const actual = cloud.parameters(stack.account, stack.region).get(resource.identity.physicalId)?.value;
  if (actual === expected) return undefined;
  return {
    PropertyPath: '/Value',
    ExpectedValue: expected,
    ActualValue: actual,
    DifferenceType: actual === undefined ? 'REMOVE' : 'NOT_EQUAL',
  };
}
