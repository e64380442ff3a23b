import { isHandled, ownShape, shapesOf } from '../../../constraints/iam/handlers/rows';
import type { Json, JsonObject } from '../../../constraints/json';
import { isCustomResource } from '../../../constraints/schema/special-types';
import { listAt } from '../../../constraints/value';
import type { Caller } from '../credentials';
import { ResourceFailure } from '../providers/provider';
import type { Cloud } from '../state/cloud';
import type { ExistingResource } from '../state/registry';
import type { AccessContext } from './authorize';
import { accessDenied, decide, decision } from './authorize';
import { callerPolicies } from './caller-policies';
import { completeRequests } from './complete-requests';
import type { AccessRequest } from './context';
import type { HandlerOperation } from './handler-actions';
import { handlerActions, resourceShapes } from './handler-actions';
import { passedRoles, textsIn } from './passed-roles';
import { patternMatcher } from './pattern';
import { policyOf } from './policy';
import { tagMap } from './resource-policy';

/** The part of a stack that says who deploys it. */
export interface Executor {
  readonly name: string;
  /** @default - the administrator of the account */
  readonly actor: Caller | undefined;
}

/**
 * Refuses what the role of a stack, or who deploys it without a role, may not do: the action that makes, changes or deletes
 * the resource, to tag it, and to pass the roles that it carries. What else the handlers of the type may need depends on its
 * configuration; that is not checked.
 * @throws ResourceFailure in the words of the services
 */
export function assertAllowed(
  executor: Executor,
  resource: ExistingResource,
  operation: HandlerOperation,
  cloud: Cloud,
): void {
  const { actor } = executor;
  // The account may do everything; only an organization could keep it from something.
  if (
    actor === undefined ||
    (actor.role === undefined && actor.user === undefined && cloud.serviceControl === undefined)
  )
    return;
  const context: AccessContext = { caller: actor, region: resource.region, cloud };
  const { account, region, type, logicalId } = resource;
  const report = (what: string): void => {
    cloud.emit({ kind: 'unverified', account, region, stack: executor.name, type, logicalId, what });
  };
  if (cloud.asked !== undefined && askEverything(executor.name, resource, operation, context)) return;
  const wanted = requestsOf(resource, operation, cloud);
  if (wanted === undefined) {
    // Who may do everything may do this too, whatever its name is.
    if (decide(likelyRequest(resource, operation), context).outcome === 'allowed') return;
    report(`no source says which action the ${operation} of ${type} needs, so the permissions for it are not checked`);
    return;
  }
  for (const request of wanted) {
    const found = decide(request, context);
    if (found.outcome === 'unverified') {
      report(
        `${request.action} is allowed only if ${found.policies.join(', ')} allows it, whose document is not known here`,
      );
    }
    if (found.outcome === 'denied') {
      throw refusal(request, actor, found.because);
    }
  }
}

/** An action as it would be called, of a type of which no source says it. */
function likelyRequest({ type, arn }: ExistingResource, operation: HandlerOperation): AccessRequest {
  const [, namespace = '', name = ''] = type.split('::');
  const service = handlerActions(type)?.service ?? namespace.toLowerCase();
  const verb = { create: 'Create', update: 'Update', delete: 'Delete' }[operation];
  return { action: `${service}:${verb}${name}`, resource: arn };
}

/**
 * Asks for everything that the handlers of a type need for a resource as it is declared, and reports each request.
 * @returns false for a type whose handlers are not known
 * @throws ResourceFailure in the words of the services
 */
function askEverything(
  stack: string,
  resource: ExistingResource,
  operation: HandlerOperation,
  access: AccessContext,
): boolean {
  const { caller, cloud } = access;
  const requests = completeRequests(resource, operation, cloud, requestContext(resource, operation));
  if (requests === undefined) return false;
  const { type, logicalId } = resource;
  const policies = callerPolicies(caller, cloud.registry);
  const asked = requests.map((request) => {
    const decided = decision(request, access);
    const found = decided(policies);
    cloud.asked?.({
      step: { stack, logicalId, type, operation },
      action: request.action,
      resource: request.resource,
      outcome: found.outcome,
      allowedBy: (documents) =>
        decided({ ...policies, identity: documents.map(policyOf), unknown: [] }).outcome === 'allowed',
    });
    return { request, found };
  });
  for (const { request, found } of asked) if (found.outcome === 'denied') throw refusal(request, caller, found.because);
  return true;
}

function refusal(request: AccessRequest, caller: Caller, because: string): ResourceFailure {
  const { message } = accessDenied(request, caller, because);
  return new ResourceFailure(`Resource handler returned message: "${message}" (HandlerErrorCode: AccessDenied)`);
}

/** What an operation needs in every configuration; undefined where no source says. */
function requestsOf(
  resource: ExistingResource,
  operation: HandlerOperation,
  cloud: Cloud,
): readonly AccessRequest[] | undefined {
  const { type, properties } = resource;
  if (type === 'AWS::IAM::Policy') return inlinePolicyRequests(resource, operation, cloud);
  if (isCustomResource(type)) return invocations(properties);
  const actions = handlerActions(type);
  const action = actions?.main[operation];
  if (actions === undefined || action === undefined) return undefined;
  const context = requestContext(resource, operation);
  const keys = Object.keys(tagMap(properties['Tags']));
  const target = targetOf(action, resource, cloud);
  const tagged = actions.tag !== undefined && isGrantedOnItself(actions.tag, type) ? resource.arn : target;
  return [
    ...(target === undefined ? [] : [{ action, resource: target, context }]),
    ...(operation === 'create' && keys.length > 0 && actions.tag !== undefined && tagged !== undefined
      ? [{ action: actions.tag, resource: tagged, context }]
      : []),
    ...(operation === 'delete' || !actions.passesRole ? [] : passedRoles(properties, cloud)),
  ];
}

/** Whether an action is granted on the resource of a type itself: a key is made on everything, and tagged on the key. */
function isGrantedOnItself(action: string, type: string): boolean {
  const [shapes, own] = [shapesOf(action), ownShape(type)];
  return own !== undefined && shapes !== 'other' && shapes.includes(own);
}

/** The condition keys of what is asked: the tags, and the boundary of a role. */
function requestContext(
  { properties }: ExistingResource,
  operation: HandlerOperation,
): NonNullable<AccessRequest['context']> {
  const tags = tagMap(properties['Tags']);
  const keys = Object.keys(tags);
  return {
    ...Object.fromEntries(
      Object.entries(tags).map(([key, value]) => [
        `aws:${operation === 'create' ? 'Request' : 'Resource'}Tag/${key}`,
        value,
      ]),
    ),
    'aws:TagKeys': operation === 'create' && keys.length > 0 ? keys : undefined,
    'iam:PermissionsBoundary': textOf(properties['PermissionsBoundary']),
  };
}

/**
 * The ARN that an action is asked on: of the resource, or of another that its properties name, as the shapes of the action
 * say; undefined where none fits.
 */
function targetOf(
  action: string,
  { type, arn, account, properties }: ExistingResource,
  { registry }: Cloud,
): string | undefined {
  const shapes = resourceShapes(action);
  if (shapes.length === 0) return '*';
  const fits = (text: string): boolean =>
    shapes.some((shape) => patternMatcher(shape, { variables: false })(text, new Map()));
  // The policy of a topic has no ARN of its own: what is asked is asked on the topic.
  const isPart = isHandled(type) && ownShape(type) === undefined;
  if (!isPart && fits(arn)) return arn;
  const named = [...textsIn(properties)];
  const direct = named.find(fits);
  if (direct !== undefined) return direct;
  return registry.named(account, new Set(named)).find((other) => fits(other.arn))?.arn;
}

/** A custom resource is a call of its function, or a message to its topic. */
function invocations(properties: JsonObject): readonly AccessRequest[] {
  const token = textOf(properties['ServiceToken']) ?? '';
  const action = { lambda: 'lambda:InvokeFunction', sns: 'sns:Publish' }[token.split(':')[2] ?? ''];
  return action === undefined ? [] : [{ action, resource: token }];
}

/** AWS::IAM::Policy puts itself into every role, user and group that it names. */
function inlinePolicyRequests(
  { account, properties }: ExistingResource,
  operation: HandlerOperation,
  { registry }: Cloud,
): readonly AccessRequest[] {
  const verb = operation === 'delete' ? 'Delete' : 'Put';
  return (['Role', 'User', 'Group'] as const).flatMap((kind) =>
    listAt(properties, `${kind}s`).flatMap((name) => {
      const holder = registry.list(`AWS::IAM::${kind}`, account).find(({ physicalId }) => physicalId === name);
      return holder === undefined ? [] : [{ action: `iam:${verb}${kind}Policy`, resource: holder.arn }];
    }),
  );
}

function textOf(value: Json | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
