import type { Json, JsonObject } from '../../../../constraints/json';
import { isObject, tryParseJson } from '../../../../constraints/json';
import { listAt, objectAt, textAt } from '../../../../constraints/value';
import { stackNameOf } from '../../cloudformation/nested';
import { ServiceError } from '../../errors';
import { findFunction } from '../../functions/find-function';
import { notRunnable } from '../../functions/function-host';
import { decide } from '../../iam/authorize';
import type { ExistingResource } from '../../state/registry';
import type { CallContext } from '../call';
import { begin, requireMachine } from '../states/executions';
import { StateError } from '../states/state-error';
import type { BusEvent } from './pattern';
import { eventMatcher, UnreadPattern } from './pattern';
import { targetInput } from './target-input';

const roleArn = /^arn:aws[\w-]*:iam::(\d{12}):role\/(?:.*\/)?([\w+=,.@-]+)$/;

/**
 * Gives an event of a bus to the targets of each rule that it matches: functions and state machines of this cloud run, and
 * what is not run is reported as simulated. Nobody waits for them.
 */
export function deliverEvent(bus: string, event: BusEvent, context: CallContext): void {
  const { cloud, account, region } = context;
  for (const rule of cloud.registry.list('AWS::Events::Rule', account, region)) {
    if (busOf(rule) !== bus || (textAt(rule.properties, 'State') ?? 'ENABLED') === 'DISABLED') continue;
    try {
      if (!matches(rule, event)) continue;
    } catch (error) {
      if (!(error instanceof UnreadPattern)) throw error;
      report(rule, `its events are not delivered: the local cloud does not read ${error.message}`, context);
      continue;
    }
    for (const target of listAt(rule.properties, 'Targets').filter(isObject)) {
      const why = deliver(rule, target, event, context);
      if (why !== undefined)
        report(rule, `events are not delivered to ${textAt(target, 'Arn') ?? ''}: ${why}`, context);
    }
  }
}

/** A rule names its bus by name or by ARN. */
function busOf({ properties }: ExistingResource): string {
  return (textAt(properties, 'EventBusName') ?? 'default').split('/').at(-1) ?? 'default';
}

function matches({ properties }: ExistingResource, event: BusEvent): boolean {
  const text = textAt(properties, 'EventPattern');
  const pattern = text === undefined ? objectAt(properties, 'EventPattern') : tryParseJson(text);
  // A rule with a schedule alone has no pattern.
  return pattern !== undefined && eventMatcher(pattern)(event);
}

/** @returns why the event is not delivered */
function deliver(
  rule: ExistingResource,
  target: JsonObject,
  event: BusEvent,
  context: CallContext,
): string | undefined {
  const arn = textAt(target, 'Arn') ?? '';
  const name = textAt(rule.properties, 'Name') ?? rule.physicalId;
  try {
    const input = targetInput(target, event, { arn: rule.arn, name, receivedAt: context.cloud.now().toISOString() });
    if (input === undefined) return 'what its input transformer makes is no JSON';
    if (arn.includes(':lambda:')) return toFunction(arn, input, rule, context);
    if (arn.includes(':stateMachine:')) return toMachine(arn, input, textAt(target, 'RoleArn') ?? '', context);
    return 'only functions and state machines of this cloud run';
  } catch (error) {
    if (error instanceof ServiceError || error instanceof StateError) return error.message;
    throw error;
  }
}

function toFunction(arn: string, input: Json, rule: ExistingResource, context: CallContext): string | undefined {
  const { cloud } = context;
  const lambda = findFunction(cloud.registry, context, arn);
  const caller = { account: rule.account, service: 'events.amazonaws.com' };
  const source = { 'aws:SourceArn': rule.arn, 'aws:SourceAccount': rule.account };
  const asked = { action: 'lambda:InvokeFunction', resource: arn, context: source };
  if (decide(asked, { caller, region: rule.region, cloud }).outcome === 'denied')
    return 'no permission lets events.amazonaws.com invoke it for this rule';
  const refused = notRunnable(lambda);
  if (refused !== undefined) return refused;
  void cloud.functions.invoke(lambda, JSON.stringify(input)).catch((error: unknown) => {
    const line = `The local cloud failed: ${String(error)}`;
    cloud.logs(lambda.account, lambda.region).write(lambda.logGroup, 'local', cloud.now().getTime(), [line]);
  });
  return undefined;
}

function toMachine(arn: string, input: Json, role: string, context: CallContext): string | undefined {
  const { cloud, region } = context;
  const [, account, name] = roleArn.exec(role) ?? [];
  if (account === undefined || name === undefined) return 'it needs a role that starts it';
  const caller = { account, role: { name, session: 'events' } };
  const decision = decide({ action: 'states:StartExecution', resource: arn }, { caller, region, cloud });
  if (decision.outcome === 'denied') return `the role ${name} may not start it, ${decision.because}`;
  const requestId = cloud.ids.fresh('event-target');
  begin(requireMachine(arn, context), { input: JSON.stringify(input) }, { ...context, caller, requestId });
  return undefined;
}

function report(
  { account, region, logicalId, type, stackId }: ExistingResource,
  what: string,
  { cloud }: CallContext,
): void {
  cloud.emit({ kind: 'simulated', account, region, stack: stackNameOf(stackId), logicalId, type, what });
}
