import { isObject, scalarText } from '../../../../constraints/json';
import { isCustomResource } from '../../../../constraints/schema/special-types';
import { transformsOf } from '../../../../constraints/template/sections';
import { neededCapability } from '../../cloudformation/capabilities';
import { checkRegion } from '../../cloudformation/check-region';
import { checkTemplate } from '../../cloudformation/check-template';
import { exportsOf, importers } from '../../cloudformation/exports';
import { identifyingProperties } from '../../cloudformation/import';
import { processedText } from '../../cloudformation/processed-template';
import type { Stack, StackEvent, StackResource } from '../../cloudformation/stack';
import { parseTemplate } from '../../cloudformation/template';
import { validationError } from '../../errors';
import type { QueryParameters } from '../../wire/query-parameters';
import type { Xml } from '../../wire/xml';
import type { CallContext } from '../call';
import { requireChangeSet } from './change-sets';
import { findStack, requireStack, templateText } from './requests';

/** Events per page, as in the real service. */
const pageSize = 100;

/** DescribeStacks: one stack by name or ARN, or all that are not deleted. */
export function describeStacks(parameters: QueryParameters, context: CallContext): Xml {
  const named = parameters.get('StackName');
  const stacks =
    named === undefined || named === ''
      ? context.cloud.stacks(context.account, context.region).filter((stack) => !stack.deleted)
      : [requireStack(parameters, context)];
  return { Stacks: stacks.map(stackView) };
}

/** Every parameter is listed, defaults included: the CLI compares them to find that nothing changed. */
function stackView(stack: Stack): Xml {
  const deployment = stack.deployment;
  return {
    StackId: stack.id,
    StackName: stack.name,
    ChangeSetId: stack.changeSetId,
    Description: deployment?.description,
    Parameters: (deployment?.parameters ?? []).map(({ key, value, resolvedValue, noEcho }) => ({
      ParameterKey: key,
      ParameterValue: noEcho ? '****' : value,
      ResolvedValue: resolvedValue,
    })),
    CreationTime: stack.createdAt,
    LastUpdatedTime: stack.updatedAt,
    DeletionTime: stack.deletedAt,
    RollbackConfiguration: {},
    StackStatus: stack.status,
    StackStatusReason: stack.statusReason,
    DisableRollback: stack.disableRollback,
    TimeoutInMinutes: stack.timeoutMinutes,
    DeploymentConfig: stack.express ? { Mode: 'EXPRESS', DisableRollback: stack.disableRollback } : undefined,
    NotificationARNs: deployment?.notificationArns ?? [],
    Capabilities: deployment?.capabilities ?? [],
    Outputs: (deployment?.outputs ?? []).map((output) => ({
      OutputKey: output.key,
      OutputValue: output.value,
      Description: output.description,
      ExportName: output.exportName,
    })),
    RoleARN: stack.roleArn,
    Tags: (deployment?.tags ?? []).map(([Key, Value]) => ({ Key, Value })),
    EnableTerminationProtection: stack.terminationProtection,
    ParentId: stack.parentId,
    RootId: stack.rootId,
    DriftInformation: driftInformation(stack),
  };
}

function driftInformation({ drift }: Stack): Xml {
  return { StackDriftStatus: drift?.status ?? 'NOT_CHECKED', LastCheckTimestamp: drift?.at };
}

/** ListStacks, deleted ones included. */
export function listStacks(parameters: QueryParameters, { cloud, account, region }: CallContext): Xml {
  const wanted = parameters.list('StackStatusFilter');
  return {
    StackSummaries: cloud
      .stacks(account, region)
      .filter((stack) => wanted.length === 0 || wanted.includes(stack.status))
      .map((stack) => ({
        StackId: stack.id,
        StackName: stack.name,
        TemplateDescription: stack.deployment?.description,
        CreationTime: stack.createdAt,
        LastUpdatedTime: stack.updatedAt,
        DeletionTime: stack.deletedAt,
        StackStatus: stack.status,
        StackStatusReason: stack.statusReason,
        DriftInformation: driftInformation(stack),
        ParentId: stack.parentId,
        RootId: stack.rootId,
      })),
  };
}

/** DescribeStackEvents, newest first. */
export function describeStackEvents(parameters: QueryParameters, context: CallContext): Xml {
  const reference = parameters.get('StackName') ?? '';
  const stack = findStack(reference, context);
  if (stack === undefined) throw validationError(`Stack [${reference}] does not exist`);
  const { page, next } = eventPage(stack, parameters);
  return { StackEvents: page.map((event) => eventView(stack, event)), NextToken: next };
}

/**
 * DescribeEvents: of a change set what its early validation found, of a stack its events by operation. A change set is named by
 * its ARN, or by its name beside that of the stack; the events of a stack do not have its findings.
 * Source: aws-cloudformation/cloudformation-cli#1116 (2025-11-23), read 2026-12-01.
 */
export function describeEvents(parameters: QueryParameters, context: CallContext): Xml {
  const named = parameters.get('ChangeSetName') ?? '';
  if (named === '' || (!named.startsWith('arn:') && parameters.get('StackName') === undefined))
    return stackEvents(parameters, context);
  const { stack, changeSet } = requireChangeSet(parameters, context);
  return {
    OperationEvents: (changeSet.findings ?? []).map(({ logicalId, type, validation, path, reason }, index) => ({
      EventId: `${changeSet.id}-${index}`,
      StackId: stack.id,
      OperationId: changeSet.id.split('/').at(-1),
      OperationType: 'CREATE_CHANGESET',
      EventType: 'VALIDATION_ERROR',
      LogicalResourceId: logicalId,
      ResourceType: type,
      Timestamp: changeSet.createdAt,
      ValidationFailureMode: 'FAIL',
      ValidationName: validation,
      ValidationStatus: 'FAILED',
      ValidationStatusReason: reason,
      ValidationPath: path,
    })),
  };
}

function stackEvents(parameters: QueryParameters, context: CallContext): Xml {
  const stack = requireStack(parameters, context);
  const { page, next } = eventPage(stack, parameters);
  const operation = parameters.get('OperationId');
  const failedOnly = parameters.flag('Filters.FailedEvents') === true;
  const wanted = page.filter(
    ({ operationId, status }) =>
      (operation === undefined || operationId === operation) && (!failedOnly || status.endsWith('_FAILED')),
  );
  return {
    OperationEvents: wanted.map((event) => ({
      EventId: event.id,
      StackId: stack.id,
      OperationId: event.operationId,
      EventType: 'STACK_EVENT',
      LogicalResourceId: event.logicalId,
      PhysicalResourceId: event.physicalId,
      ResourceType: event.type,
      Timestamp: event.timestamp,
      ResourceStatus: event.status,
      ResourceStatusReason: event.reason,
    })),
    NextToken: next,
  };
}

function eventPage(
  stack: Stack,
  parameters: QueryParameters,
): { readonly page: readonly StackEvent[]; readonly next: string | undefined } {
  // The token is the number of events older than the page: it remains correct while newer events arrive.
  const token = parameters.get('NextToken');
  if (token !== undefined && !/^\d+$/.test(token)) throw validationError(`The NextToken ${token} is not valid.`);
  const end = Number(token ?? stack.history.length);
  const start = Math.max(0, end - pageSize);
  const { history } = stack;
  return { page: history.slice(start, end).toReversed(), next: start > history.first ? String(start) : undefined };
}

function eventView(stack: Stack, event: StackEvent): Xml {
  return {
    StackId: stack.id,
    EventId: event.id,
    StackName: stack.name,
    OperationId: event.operationId,
    LogicalResourceId: event.logicalId,
    PhysicalResourceId: event.physicalId,
    ResourceType: event.type,
    Timestamp: event.timestamp,
    ResourceStatus: event.status,
    ResourceStatusReason: event.reason,
    ResourceProperties: event.properties === undefined ? undefined : JSON.stringify(event.properties),
    ClientRequestToken: event.clientRequestToken,
  };
}

/** DescribeStackResources. */
export function describeStackResources(parameters: QueryParameters, context: CallContext): Xml {
  const stack = requireStack(parameters, context);
  const wanted = parameters.get('LogicalResourceId');
  const resources = [...stack.resources.values()].filter(
    ({ logicalId }) => wanted === undefined || logicalId === wanted,
  );
  return {
    StackResources: resources.map((resource) => ({
      ...resourceView(resource),
      StackId: stack.id,
      StackName: stack.name,
      Timestamp: resource.timestamp,
    })),
  };
}

/** DescribeStackResource. */
export function describeStackResource(parameters: QueryParameters, context: CallContext): Xml {
  const stack = requireStack(parameters, context);
  const wanted = parameters.get('LogicalResourceId') ?? '';
  const resource = stack.resources.get(wanted);
  if (resource === undefined) throw validationError(`Resource ${wanted} does not exist for stack ${stack.name}`);
  return {
    StackResourceDetail: {
      ...resourceView(resource),
      StackId: stack.id,
      StackName: stack.name,
      LastUpdatedTimestamp: resource.timestamp,
      Metadata:
        resource.deployed?.declaration.metadata === undefined
          ? undefined
          : JSON.stringify(resource.deployed.declaration.metadata),
    },
  };
}

/** ListStackResources. */
export function listStackResources(parameters: QueryParameters, context: CallContext): Xml {
  const stack = requireStack(parameters, context);
  return {
    StackResourceSummaries: [...stack.resources.values()].map((resource) => ({
      ...resourceView(resource),
      LastUpdatedTimestamp: resource.timestamp,
    })),
  };
}

function resourceView(resource: StackResource): Readonly<Record<string, Xml>> {
  return {
    LogicalResourceId: resource.logicalId,
    PhysicalResourceId: resource.physicalId,
    ResourceType: resource.type,
    ResourceStatus: resource.status,
    ResourceStatusReason: resource.reason,
    DriftInformation: { StackResourceDriftStatus: 'NOT_CHECKED' },
  };
}

/** GetTemplate: the text as deployed, or after its transforms. It is empty for a stack under review, which the CLI relies on. */
export function getTemplate(parameters: QueryParameters, context: CallContext): Xml {
  const stack = requireStack(parameters, context);
  const stage = parameters.get('TemplateStage') ?? 'Original';
  if (stage !== 'Original' && stage !== 'Processed') {
    throw validationError(
      `1 validation error detected: Value '${stage}' at 'templateStage' failed to satisfy constraint: Member must satisfy enum value set: [Original, Processed]`,
    );
  }
  const text = stage === 'Processed' ? processedText(stack, context.cloud) : (stack.deployment?.templateText ?? '');
  return { TemplateBody: text, StagesAvailable: ['Original', 'Processed'] };
}

/** GetTemplateSummary of a template in the request or of a stack. */
export function getTemplateSummary(parameters: QueryParameters, context: CallContext): Xml {
  const named = parameters.get('StackName');
  const stack = named === undefined ? undefined : requireStack(parameters, context);
  const template = parseTemplate(stack?.deployment?.templateText ?? templateText(parameters, stack, context));
  const resources = [...template.resources.values()];
  const types = [...new Set(resources.map(({ type }) => type))];
  const needed = neededCapability(template);
  return {
    Description: template.description,
    Parameters: parameterDeclarations(template.parameters),
    Capabilities: needed === undefined ? undefined : [needed.capability],
    CapabilitiesReason:
      needed === undefined ? undefined : `The following resource(s) require capabilities: [${needed.types.join(', ')}]`,
    ResourceTypes: types,
    ResourceIdentifierSummaries: types.flatMap((type): Xml[] => {
      const identifiers = identifyingProperties(type);
      if (identifiers.length === 0 || isCustomResource(type)) return [];
      return [
        {
          ResourceType: type,
          LogicalResourceIds: resources.filter((resource) => resource.type === type).map(({ logicalId }) => logicalId),
          ResourceIdentifiers: [identifiers.join(',')],
        },
      ];
    }),
    DeclaredTransforms: transformsOf(template.document).map((name) => scalarText(name)),
  };
}

/** ValidateTemplate: everything that needs no parameter values. */
export function validateTemplate(parameters: QueryParameters, context: CallContext): Xml {
  const template = parseTemplate(templateText(parameters, undefined, context));
  checkTemplate(template);
  checkRegion(template, context.region);
  return { Description: template.description, Parameters: parameterDeclarations(template.parameters) };
}

function parameterDeclarations(parameters: ReturnType<typeof parseTemplate>['parameters']): readonly Xml[] {
  return Object.entries(parameters).map(([key, declaration]) => {
    const fields = isObject(declaration) ? declaration : {};
    return {
      ParameterKey: key,
      ParameterType: scalarText(fields['Type']),
      DefaultValue: scalarText(fields['Default']),
      Description: scalarText(fields['Description']),
      NoEcho: fields['NoEcho'] === true,
    };
  });
}

/** ListExports. */
export function listExports(_parameters: QueryParameters, { cloud, account, region }: CallContext): Xml {
  return {
    Exports: exportsOf(cloud, account, region).map(({ name, value, stack }) => ({
      ExportingStackId: stack.id,
      Name: name,
      Value: value,
    })),
  };
}

/** ListImports. */
export function listImports(parameters: QueryParameters, { cloud, account, region }: CallContext): Xml {
  const name = parameters.get('ExportName') ?? '';
  const users = importers(cloud, account, region, name);
  if (users.length === 0) throw validationError(`Export '${name}' is not imported by any stack.`);
  return { Imports: users };
}

/** ListHookResults: none, this cloud runs no hooks. The CLI calls it after every failed change set. */
export function listHookResults(parameters: QueryParameters): Xml {
  return { TargetType: parameters.get('TargetType'), TargetId: parameters.get('TargetId'), HookResults: [] };
}
