import { assertCapabilities } from '../../cloudformation/capabilities';
import type { ChangeSet } from '../../cloudformation/change-set';
import { noChanges } from '../../cloudformation/change-set';
import { changesOf } from '../../cloudformation/changes-of';
import { earlyFindings, earlyStatusReason } from '../../cloudformation/early-validation';
import { beginDeployment } from '../../cloudformation/executor';
import { assertImportOnly, assertRetained } from '../../cloudformation/import';
import { dropNestedChangeSets, withNestedChangeSets } from '../../cloudformation/nested-change-sets';
import { planDeployment } from '../../cloudformation/plan';
import type { ImportTarget, Plan } from '../../cloudformation/planned';
import { Recorder } from '../../cloudformation/recorder';
import type { Stack } from '../../cloudformation/stack';
import { ServiceError, validationError } from '../../errors';
import type { QueryParameters } from '../../wire/query-parameters';
import type { Xml } from '../../wire/xml';
import type { CallContext } from '../call';
import { actingFor } from './actor';
import { changeView, driftMode, revertsDrift } from './change-view';
import { assertFailedUpdate, readOptions } from './operation-options';
import { deploymentRequest, findStack, newStack, requireStack } from './requests';
import { isRetry, noteToken } from './tokens';

const busy = /(?<!REVIEW)_IN_PROGRESS$/;

/** CreateChangeSet: plans, and refuses problems of the template, as the real service does. */
export function createChangeSet(parameters: QueryParameters, context: CallContext): Xml {
  const name = parameters.get('ChangeSetName') ?? '';
  const options = readOptions(parameters);
  const { type, found } = subjectOf(parameters, context);
  const stackName = parameters.get('StackName') ?? '';
  const sameName = found?.changeSets.find((changeSet) => changeSet.name === name && isWaiting(changeSet));
  const clientToken = parameters.get('ClientToken');
  if (found !== undefined && sameName !== undefined) {
    // Source: CloudFormation API reference, ClientToken of CreateChangeSet, 2026-11-30.
    if (clientToken !== undefined && sameName.clientToken === clientToken)
      return { Id: sameName.id, StackId: found.id };
    throw new ServiceError('AlreadyExistsException', `ChangeSet ${name} already exists`);
  }
  if (type !== 'IMPORT' && parameters.structures('ResourcesToImport').length > 0)
    throw validationError(`ResourcesToImport can be specified for a change set of type IMPORT only, got type ${type}`);
  const imports = type === 'IMPORT' ? importTargets(parameters) : undefined;
  const importExisting = parameters.flag('ImportExistingResources') === true;
  const revertDrift = revertsDrift(parameters);
  const request = { ...deploymentRequest(parameters, found, context), imports, importExisting, revertDrift };
  const acting = actingFor(found, parameters, context);
  const stack = found ?? newStack(stackName, context);
  const { cloud, account, region } = context;
  const id = `arn:aws:cloudformation:${region}:${account}:changeSet/${name}/${cloud.ids.fresh('change-set')}`;
  const description = parameters.get('Description');
  const createdAt = cloud.now();
  const base = { id, name, type, description, createdAt, clientToken, request, options } as const;
  let shown: Shown;
  try {
    shown = planned(stack, base, context);
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    // A missing export fails the change set; every other problem refuses the request.
    if (!error.message.startsWith('No export named')) {
      if (found === undefined) cloud.stacks(account, region).pop();
      throw error;
    }
    const { message: statusReason } = error;
    const failed: ChangeSet = {
      ...base,
      parameters: [],
      changes: [],
      status: 'FAILED',
      statusReason,
      executionStatus: 'UNAVAILABLE',
    };
    shown = { changeSet: failed, plan: undefined };
  }
  Object.assign(stack, acting);
  if (found === undefined) {
    const recorder = new Recorder(stack, cloud, { id: '', clientRequestToken: clientToken });
    recorder.stackStatus('REVIEW_IN_PROGRESS', 'User Initiated');
  }
  const { changeSet, plan } = shown;
  const nests = plan !== undefined && parameters.flag('IncludeNestedStacks') === true;
  stack.changeSets.push(nests ? withNestedChangeSets({ stack, changeSet, plan }, cloud) : changeSet);
  return { Id: id, StackId: stack.id };
}

/** What a change set is about. @throws ServiceError when the stack does not allow it */
function subjectOf(
  parameters: QueryParameters,
  context: CallContext,
): { readonly type: ChangeSet['type']; readonly found: Stack | undefined } {
  const stackName = parameters.get('StackName') ?? '';
  const type = parameters.get('ChangeSetType') ?? 'UPDATE';
  if (type !== 'CREATE' && type !== 'UPDATE' && type !== 'IMPORT') {
    throw validationError(
      `1 validation error detected: Value '${type}' at 'changeSetType' failed to satisfy constraint: Member must satisfy enum value set: [IMPORT, UPDATE, CREATE]`,
    );
  }
  const found = findStack(stackName, context);
  const existing = found === undefined || found.status === 'REVIEW_IN_PROGRESS' ? undefined : found;
  if (type === 'CREATE' && existing !== undefined) {
    const name = parameters.get('ChangeSetName') ?? '';
    throw validationError(
      `Stack [${stackName}] already exists and cannot be created again with the changeSet [${name}].`,
    );
  }
  if (type === 'UPDATE' && existing === undefined) throw validationError(`Stack [${stackName}] does not exist`);
  if (existing !== undefined) assertUpdatable(existing);
  return { type, found };
}

/** A change set with what it shows; undefined when it failed before there was a plan. */
interface Shown {
  readonly changeSet: ChangeSet;
  readonly plan: Plan | undefined;
}

/** The change set of a request, with what it would change. @throws ServiceError when its template is wrong */
function planned(
  stack: Stack,
  base: Omit<ChangeSet, 'parameters' | 'changes' | 'status' | 'statusReason' | 'executionStatus'>,
  { cloud }: CallContext,
): Shown {
  const { request } = base;
  const plan = planDeployment(stack, request, cloud);
  assertCapabilities(plan.template, request.capabilities);
  if (request.imports !== undefined) assertImportOnly(plan, request.imports, stack);
  else assertRetained(plan.resources.filter(({ imported }) => imported !== undefined));
  const shown = { ...base, parameters: plan.deployment.parameters, changes: changesOf(plan) };
  const findings = cloud.earlyValidation && plan.changed ? earlyFindings(plan, cloud) : [];
  if (findings.length > 0) {
    const statusReason = earlyStatusReason(findings);
    return {
      changeSet: { ...shown, status: 'FAILED', statusReason, findings, executionStatus: 'UNAVAILABLE' },
      plan: undefined,
    };
  }
  const changeSet: ChangeSet = plan.changed
    ? { ...shown, status: 'CREATE_COMPLETE', statusReason: undefined, executionStatus: 'AVAILABLE' }
    : { ...shown, status: 'FAILED', statusReason: noChanges, executionStatus: 'UNAVAILABLE' };
  return { changeSet, plan };
}

/** `ResourcesToImport` of a request. @throws ServiceError when there are none */
function importTargets(parameters: QueryParameters): readonly ImportTarget[] {
  const targets = parameters.structures('ResourcesToImport').map((fields): ImportTarget => {
    const entries = [...fields].flatMap(([field, key]) => {
      const [, index] = /^ResourceIdentifier\.entry\.(\d+)\.key$/.exec(field) ?? [];
      return index === undefined ? [] : [[key, fields.get(`ResourceIdentifier.entry.${index}.value`) ?? ''] as const];
    });
    return {
      logicalId: fields.get('LogicalResourceId') ?? '',
      type: fields.get('ResourceType') ?? '',
      identifier: Object.fromEntries(entries),
    };
  });
  if (targets.length === 0)
    throw validationError('ResourcesToImport must be specified for a change set of type IMPORT, got none');
  return targets;
}

/** Refuses a stack whose status allows no update. @throws ServiceError (ValidationError) */
export function assertUpdatable(stack: Stack): void {
  const stuck = ['ROLLBACK_COMPLETE', 'ROLLBACK_FAILED', 'CREATE_FAILED', 'DELETE_FAILED', 'UPDATE_ROLLBACK_FAILED'];
  const allowed = stack.status === 'CREATE_FAILED' && stack.failed !== undefined;
  if (busy.test(stack.status) || (stuck.includes(stack.status) && !allowed)) {
    throw validationError(`Stack:${stack.id} is in ${stack.status} state and can not be updated.`);
  }
}

/** A request names a change set by name and stack, or by ARN alone. @throws ServiceError where there is none */
export function requireChangeSet(
  parameters: QueryParameters,
  context: CallContext,
): { readonly stack: Stack; readonly changeSet: ChangeSet } {
  const reference = parameters.get('ChangeSetName') ?? '';
  const { cloud, account, region } = context;
  const named = parameters.get('StackName');
  // Words of the service in recorded answers, LocalStack test_changesets.snapshot.json, 2022-08.
  if (!reference.startsWith('arn:') && (named === undefined || named === ''))
    throw validationError('StackName must be specified if ChangeSetName is not specified as an ARN.');
  if (!reference.startsWith('arn:') && findStack(named, context) === undefined)
    throw validationError(`Stack [${named ?? ''}] does not exist`);
  const stacks =
    named === undefined || named === '' ? cloud.stacks(account, region) : [findStack(named, context) ?? []].flat();
  for (const stack of stacks) {
    const changeSet = stack.changeSets.findLast(({ id, name }) => id === reference || name === reference);
    if (changeSet === undefined) continue;
    cloud.touch(stack);
    return { stack, changeSet };
  }
  throw new ServiceError('ChangeSetNotFound', `ChangeSet [${reference}] does not exist`, 404);
}

/** DescribeChangeSet. */
export function describeChangeSet(parameters: QueryParameters, context: CallContext): Xml {
  const { stack, changeSet } = requireChangeSet(parameters, context);
  const withValues = parameters.flag('IncludePropertyValues') === true;
  return {
    ChangeSetName: changeSet.name,
    ChangeSetId: changeSet.id,
    StackId: stack.id,
    StackName: stack.name,
    Description: changeSet.description,
    CreationTime: changeSet.createdAt,
    ExecutionStatus: executionStatus(stack, changeSet),
    Status: changeSet.status,
    StatusReason: changeSet.statusReason,
    NotificationARNs: changeSet.request.notificationArns,
    Capabilities: changeSet.request.capabilities,
    Parameters: changeSet.parameters.map(({ key, value, noEcho }) => ({
      ParameterKey: key,
      ParameterValue: noEcho ? '****' : value,
    })),
    Tags: changeSet.request.tags.map(([Key, Value]) => ({ Key, Value })),
    Changes: changeSet.changes.map((change) => changeView(change, withValues, changeSet.createdAt)),
    IncludeNestedStacks: changeSet.includesNested === true,
    ParentChangeSetId: changeSet.within?.parentId,
    RootChangeSetId: changeSet.within?.rootId,
    ImportExistingResources: changeSet.request.importExisting,
    ...driftMode(changeSet),
  };
}

/** An executed change set is in progress until its deployment ends, and has failed when that failed. */
function executionStatus(stack: Stack, { id, executionStatus: status }: ChangeSet): ChangeSet['executionStatus'] {
  if (status !== 'EXECUTE_COMPLETE' || stack.changeSetId !== id) return status;
  if (stack.running !== undefined) return 'EXECUTE_IN_PROGRESS';
  return stack.failure === undefined ? status : 'EXECUTE_FAILED';
}

/**
 * Refuses to execute or delete the change set of a nested stack alone. Source of the rule: CloudFormation User Guide, "Change
 * sets for nested stacks", 2026-11-30; no source says the words.
 * @throws ServiceError (ValidationError)
 */
function assertRoot({ id, within }: ChangeSet): void {
  if (within === undefined) return;
  throw validationError(
    `ChangeSet [${id}] is of a nested stack: execute or delete the change set of the root stack, [${within.rootId}]`,
  );
}

/** ExecuteChangeSet: plans again, because exports and parameters may have changed, and starts to execute the plan. */
export function executeChangeSet(parameters: QueryParameters, context: CallContext): Xml {
  const { stack, changeSet } = requireChangeSet(parameters, context);
  assertRoot(changeSet);
  if (changeSet.executionStatus !== 'AVAILABLE') {
    if (stack.changeSetId === changeSet.id && isRetry(stack, parameters)) return {};
    throw new ServiceError(
      'InvalidChangeSetStatus',
      `ChangeSet [${changeSet.id}] cannot be executed in its current status of [${changeSet.status}], execution status [${changeSet.executionStatus}]`,
    );
  }
  assertUpdatable(stack);
  const options = {
    ...changeSet.options,
    disableRollback: parameters.flag('DisableRollback') ?? changeSet.options.disableRollback,
    retainExceptOnCreate: parameters.flag('RetainExceptOnCreate') ?? changeSet.options.retainExceptOnCreate ?? false,
    clientRequestToken: parameters.get('ClientRequestToken'),
    policy: stack.policy,
  };
  assertFailedUpdate(stack, options);
  const { cloud } = context;
  const plan = planDeployment(stack, changeSet.request, cloud);
  Object.assign(stack, actingFor(stack, parameters, context));
  stack.disableRollback = options.disableRollback;
  stack.express = options.express;
  noteToken(stack, parameters);
  dropNestedChangeSets(stack, changeSet, cloud);
  cloud.operations.start(stack, beginDeployment(stack, plan, cloud, options));
  // The executed change set can still be read; the service deletes the others.
  changeSet.executionStatus = 'EXECUTE_COMPLETE';
  stack.changeSets.splice(0, stack.changeSets.length, changeSet);
  stack.changeSetId = changeSet.id;
  return {};
}

/** DeleteChangeSet; deleting one that does not exist is not an error when the stack exists. */
export function deleteChangeSet(parameters: QueryParameters, context: CallContext): Xml {
  try {
    const { stack, changeSet } = requireChangeSet(parameters, context);
    assertRoot(changeSet);
    dropNestedChangeSets(stack, changeSet, context.cloud);
    stack.changeSets.splice(stack.changeSets.indexOf(changeSet), 1);
  } catch (error) {
    if (!(error instanceof ServiceError) || error.code !== 'ChangeSetNotFound') throw error;
    if (parameters.get('StackName') !== undefined) requireStack(parameters, context);
  }
  return {};
}

/** An executed change set can be described, and is not listed. */
function isWaiting({ executionStatus }: ChangeSet): boolean {
  return executionStatus !== 'EXECUTE_COMPLETE';
}

/** ListChangeSets. */
export function listChangeSets(parameters: QueryParameters, context: CallContext): Xml {
  const stack = requireStack(parameters, context);
  return {
    Summaries: stack.changeSets.filter(isWaiting).map((changeSet) => ({
      StackId: stack.id,
      StackName: stack.name,
      ChangeSetId: changeSet.id,
      ChangeSetName: changeSet.name,
      ExecutionStatus: changeSet.executionStatus,
      Status: changeSet.status,
      StatusReason: changeSet.statusReason,
      CreationTime: changeSet.createdAt,
      Description: changeSet.description,
      IncludeNestedStacks: changeSet.includesNested === true,
      ParentChangeSetId: changeSet.within?.parentId,
      RootChangeSetId: changeSet.within?.rootId,
    })),
  };
}
