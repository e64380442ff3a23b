import type { Caller } from '../credentials';
import { callerArn } from '../credentials';
import { ServiceError } from '../errors';
import type { Cloud } from '../state/cloud';
import type { CallerPolicies } from './caller-policies';
import { callerPolicies, identityResource } from './caller-policies';
import type { AccessRequest } from './context';
import { contextOf } from './context';
import type { AccessDecision } from './evaluate';
import { evaluate } from './evaluate';
import type { Principal } from './principal';
import { resourceSubject, tagMap } from './resource-policy';

/** Who asks, where. */
export interface AccessContext {
  readonly caller: Caller;
  readonly region: string;
  readonly cloud: Cloud;
}

/** Actions that every caller may do. Source: AWS STS API reference, GetCallerIdentity (read 2026-11-30). */
const always: ReadonlySet<string> = new Set(['sts:GetCallerIdentity']);

/** Services whose resource policy must take part, whoever asks. */
const policyDecides = /^(?:kms:(?!Create|List|DescribeCustom)|sts:AssumeRole$|sts:TagSession$|sts:SetSourceIdentity$)/;

/**
 * Checks what a caller wants to do. What only unknown policies could allow is let through and reported as unverified.
 * @throws ServiceError (AccessDenied) with user, action, resource and reason
 */
export function authorize(requests: readonly AccessRequest[], context: AccessContext): void {
  for (const request of requests) {
    const decision = decide(request, context);
    if (decision.outcome === 'denied') throw accessDenied(request, context.caller, decision.because);
    if (decision.outcome === 'unverified') reportUnverified(request, decision.policies, context);
  }
}

/** What the caller of an action must be allowed to do; the action on everything, where the service does not say. */
export function accessOf<Input, Context>(
  service: {
    readonly signingName: string;
    readonly access?: (action: string, input: Input, context: Context) => readonly AccessRequest[];
  },
  action: string,
  input: Input,
  context: Context,
): readonly AccessRequest[] {
  return service.access?.(action, input, context) ?? [{ action: `${service.signingName}:${action}`, resource: '*' }];
}

/** The decision about one request. */
export function decide(request: AccessRequest, access: AccessContext): AccessDecision {
  const { caller, cloud } = access;
  if (always.has(request.action)) return { outcome: 'allowed' };
  const subject = resourceSubject(request, caller.account, cloud);
  const root = caller.role === undefined && caller.user === undefined && caller.service === undefined;
  // The account itself is let through at once where nothing has a say but a policy of the resource.
  if (root && subject.policy === undefined && subject.account === caller.account && cloud.serviceControl === undefined)
    return { outcome: 'allowed' };
  return decisionOf(request, access, subject)(callerPolicies(caller, cloud.registry));
}

/**
 * The decision about one request as a function of the caller's policies. Everything else is as it is now, so that the same
 * request can be asked again with other policies after the state has changed.
 */
export function decision(request: AccessRequest, access: AccessContext): (policies: CallerPolicies) => AccessDecision {
  return decisionOf(request, access, resourceSubject(request, access.caller.account, access.cloud));
}

function decisionOf(
  request: AccessRequest,
  { caller, region, cloud }: AccessContext,
  subject: ReturnType<typeof resourceSubject>,
): (policies: CallerPolicies) => AccessDecision {
  const context = contextOf(globalKeys(caller, region, cloud), resourceKeys(subject), request.context ?? {});
  const asked = { action: request.action, resource: request.resource, context };
  const principal = principalOf(caller, cloud);
  const { serviceControl } = cloud;
  const side = {
    account: subject.account,
    policyDecides: policyDecides.test(request.action) && subject.policy !== undefined,
  };
  return (policies) => {
    const found = evaluate(asked, principal, { ...policies, resource: subject.policy, serviceControl }, side);
    const granted = request.granted === true && !(found.outcome === 'denied' && found.because.startsWith('with'));
    return granted ? { outcome: 'allowed' } : found;
  };
}

/** The refusal in the words of the services. Source: IAM User Guide, "Troubleshoot access denied error messages" (read 2026-11-30). */
export function accessDenied({ action, resource }: AccessRequest, caller: Caller, because: string): ServiceError {
  return new ServiceError(
    'AccessDenied',
    `User: ${callerArn(caller)} is not authorized to perform: ${action} on resource: ${resource} ${because}`,
    403,
  );
}

/** The caller as policies name it. */
export function principalOf(caller: Caller, cloud: Cloud): Principal {
  const { account, role, service } = caller;
  if (service !== undefined) return { account, arn: undefined, service };
  const arn = identityArn(caller, cloud);
  return role === undefined ? { account, arn } : { account, arn, sessionArn: callerArn(caller) };
}

function identityArn(caller: Caller, { registry }: Cloud): string {
  if (caller.role === undefined && caller.user === undefined) return callerArn(caller);
  const named =
    caller.role === undefined ? callerArn(caller) : `arn:aws:iam::${caller.account}:role/${caller.role.name}`;
  return identityResource(caller, registry)?.arn ?? named;
}

/** Source: IAM User Guide, "AWS global condition context keys" (read 2026-11-30). The local cloud stands for services behind TLS. */
function globalKeys(caller: Caller, region: string, cloud: Cloud): Readonly<Record<string, string | undefined>> {
  const { account, role, user, service, via } = caller;
  const now = cloud.now();
  const tags = {
    ...tagMap(identityResource(caller, cloud.registry)?.properties['Tags']),
    ...role?.grant?.tags,
  };
  return {
    'aws:CurrentTime': now.toISOString(),
    'aws:EpochTime': String(Math.floor(now.getTime() / 1000)),
    'aws:PrincipalAccount': account,
    'aws:PrincipalArn': service === undefined ? identityArn(caller, cloud) : undefined,
    'aws:PrincipalIsAWSService': String(service !== undefined),
    'aws:PrincipalType': role !== undefined ? 'AssumedRole' : user === undefined ? 'Account' : 'User',
    'aws:RequestedRegion': region,
    'aws:SecureTransport': 'true',
    'aws:SourceIdentity': role?.grant?.sourceIdentity,
    'aws:SourceIp': via === undefined ? '127.0.0.1' : undefined,
    'aws:ViaAWSService': String(via !== undefined),
    'aws:CalledViaFirst': via,
    'aws:CalledViaLast': via,
    'aws:userid': role === undefined ? account : `${role.name}:${role.session}`,
    'aws:username': user,
    ...(role === undefined ? {} : { 'aws:MultiFactorAuthPresent': 'false' }),
    ...Object.fromEntries(Object.entries(tags).map(([key, value]) => [`aws:PrincipalTag/${key}`, value])),
    ...(via === undefined ? {} : { 'aws:CalledVia': via }),
  };
}

function resourceKeys({ account, tags }: ReturnType<typeof resourceSubject>): Readonly<Record<string, string>> {
  return {
    'aws:ResourceAccount': account,
    's3:ResourceAccount': account,
    ...Object.fromEntries(Object.entries(tags).map(([key, value]) => [`aws:ResourceTag/${key}`, value])),
  };
}

function reportUnverified(
  request: AccessRequest,
  policies: readonly string[],
  { caller, region, cloud }: AccessContext,
): void {
  const holder = identityResource(caller, cloud.registry);
  cloud.emit({
    kind: 'unverified',
    account: caller.account,
    region,
    stack: holder?.stackId.split('/')[1] ?? '',
    logicalId: holder?.logicalId ?? '',
    type: holder?.type ?? 'AWS::IAM::Role',
    what: `${callerArn(caller)} may do ${request.action} only if ${policies.join(', ')} allows it: the document of that policy is not known here`,
  });
}
