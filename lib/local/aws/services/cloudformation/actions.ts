import type { QueryAction } from '../service';
import { createChangeSet, deleteChangeSet, describeChangeSet, executeChangeSet, listChangeSets } from './change-sets';
import { describeResourceDrifts, detectDrift, detectResourceDrift, driftStatus } from './drift';
import { assertLimits } from './member-limits';
import { getStackPolicy, setStackPolicy } from './policies';
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
import {
  createStackRefactor,
  describeStackRefactor,
  executeStackRefactor,
  listStackRefactorActions,
  listStackRefactors,
} from './refactors';
import { cancelUpdateStack, continueUpdateRollback, rollbackStack } from './rollbacks';
import { signalResource } from './signals';
import { stackSetActions } from './stack-sets';
import { createStack, removeStack, setTerminationProtection, updateStack } from './stacks';

const actions: Readonly<Record<string, QueryAction>> = {
  CancelUpdateStack: cancelUpdateStack,
  ContinueUpdateRollback: continueUpdateRollback,
  CreateChangeSet: createChangeSet,
  CreateStack: createStack,
  CreateStackRefactor: createStackRefactor,
  DeleteChangeSet: deleteChangeSet,
  DeleteStack: removeStack,
  DescribeChangeSet: describeChangeSet,
  DescribeEvents: describeEvents,
  DescribeStackDriftDetectionStatus: driftStatus,
  DescribeStackEvents: describeStackEvents,
  DescribeStackRefactor: describeStackRefactor,
  DescribeStackResource: describeStackResource,
  DescribeStackResourceDrifts: describeResourceDrifts,
  DescribeStackResources: describeStackResources,
  DescribeStacks: describeStacks,
  DetectStackDrift: detectDrift,
  DetectStackResourceDrift: detectResourceDrift,
  ExecuteChangeSet: executeChangeSet,
  ExecuteStackRefactor: executeStackRefactor,
  GetStackPolicy: getStackPolicy,
  GetTemplate: getTemplate,
  GetTemplateSummary: getTemplateSummary,
  ListChangeSets: listChangeSets,
  ListExports: listExports,
  ListHookResults: listHookResults,
  ListImports: listImports,
  ListStackRefactorActions: listStackRefactorActions,
  ListStackRefactors: listStackRefactors,
  ListStackResources: listStackResources,
  ListStacks: listStacks,
  RollbackStack: rollbackStack,
  SetStackPolicy: setStackPolicy,
  SignalResource: signalResource,
  UpdateStack: updateStack,
  UpdateTerminationProtection: setTerminationProtection,
  ValidateTemplate: validateTemplate,
  ...stackSetActions,
};

/** The CloudFormation actions of the local cloud. Each keeps its members to their limits first. */
export const cloudFormationActions: Readonly<Record<string, QueryAction>> = Object.fromEntries(
  Object.entries(actions).map(([name, run]): readonly [string, QueryAction] => [
    name,
    (parameters, context) => {
      assertLimits(parameters);
      return run(parameters, context);
    },
  ]),
);
