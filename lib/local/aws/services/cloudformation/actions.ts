import { ServiceError } from '../../errors';
import type { QueryParameters } from '../../wire/query';
import type { Xml } from '../../wire/xml';
import type { CallContext } from '../call';
import { createChangeSet, deleteChangeSet, describeChangeSet, executeChangeSet, listChangeSets } from './change-sets';
import { describeResourceDrifts, detectDrift, driftStatus } from './drift';
import {
  describeEvents,
  describeStackEvents,
  describeStackResource,
  describeStackResources,
  describeStacks,
  getTemplate,
  getTemplateSummary,
  listExports,
  listHookResults,
  listImports,
  listStackResources,
  listStacks,
  validateTemplate,
} from './queries';
import { createStack, removeStack, rollbackStack, setTerminationProtection, updateStack } from './stacks';

/** One CloudFormation action: the content of its result element. */
export type Action = (parameters: QueryParameters, context: CallContext) => Xml;

const executionActions: Readonly<Record<string, Action>> = {
  CreateChangeSet: createChangeSet,
  CreateStack: createStack,
  DeleteChangeSet: deleteChangeSet,
  DeleteStack: removeStack,
  DescribeChangeSet: describeChangeSet,
  DescribeEvents: describeEvents,
  DescribeStackDriftDetectionStatus: driftStatus,
  DescribeStackEvents: describeStackEvents,
  DescribeStackResource: describeStackResource,
  DescribeStackResourceDrifts: describeResourceDrifts,
  DescribeStackResources: describeStackResources,
  DescribeStacks: describeStacks,
  DetectStackDrift: detectDrift,
  ExecuteChangeSet: executeChangeSet,
  GetTemplate: getTemplate,
  GetTemplateSummary: getTemplateSummary,
  ListChangeSets: listChangeSets,
  ListExports: listExports,
  ListHookResults: listHookResults,
  ListImports: listImports,
  ListStackResources: listStackResources,
  ListStacks: listStacks,
  RollbackStack: rollbackStack,
  UpdateStack: updateStack,
  UpdateTerminationProtection: setTerminationProtection,
  ValidateTemplate: validateTemplate,
};

/** Answers a CloudFormation action. @throws ServiceError, also for actions this cloud does not have */
export function cloudFormation(action: string, parameters: QueryParameters, context: CallContext): Xml {
  const handler = executionActions[action];
  if (handler === undefined)
    throw new ServiceError('InvalidAction', `The local cloud does not implement cloudformation:${action}`);
  return handler(parameters, context);
}
