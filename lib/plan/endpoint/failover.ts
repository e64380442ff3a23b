import type { Cloud } from '../../platform';
import type { Decision } from '../decision';
import { decide } from '../decision';
import type { EndpointContext } from './endpoint-context';
import type { FailoverPlan, FailoverRole } from './endpoint-plan';
import type { SizedEndpoint } from './size';
import { azureStartupTimeout, secondsToStart } from './timeouts';

/** Seconds until Application Auto Scaling acts on requests in flight, which are published every ten seconds. */
const scalingSeconds = 30;
/** Seconds of requests that the autoscale setting on Azure averages before it adds an instance. */
const azureScalingSeconds = 300;

const clouds: Readonly<Record<Cloud, string>> = { aws: 'AWS', azure: 'Azure' };

/** What a cloud can do when the other fails; undefined where the clouds do not share the endpoint. */
export function failoverPlan(context: EndpointContext, sized: SizedEndpoint): FailoverPlan | undefined {
  const { role } = context;
  const cloud = clouds[sized.offer.cloud];
  switch (role.kind) {
    case 'only':
      return undefined;
    case 'primary':
      return { role: withReason('primary', primaryText(cloud, role), role.primary) };
    case 'standby':
      return { role: withReason('standby', standbyText(cloud, role), role.primary), ...standby(context, role, sized) };
  }
}

/** A role with the reasons for which the primary cloud was chosen. */
function withReason<T>(value: T, text: string, { because, rejected }: Decision<Cloud>): Decision<T> {
  return { value, because: [{ rule: 'failover.role', text }, ...because], rejected };
}

type PrimaryRole = Extract<FailoverRole, { kind: 'primary' }>;
type StandbyRole = Extract<FailoverRole, { kind: 'standby' }>;

function primaryText(cloud: string, { standby: kind }: PrimaryRole): string {
  const other =
    kind === 'none'
      ? 'nothing runs on the other cloud: the endpoint is deployed there when it is needed'
      : `the other cloud is a ${kind} standby; nothing in this kit moves callers between clouds yet`;
  return `${cloud} serves traffic while it is available, and ${other}`;
}

function standbyText(cloud: string, { standby: kind }: StandbyRole): string {
  return (
    `a ${kind} standby: ${cloud} serves traffic when the other cloud cannot; its cost is that of waiting, and nothing in ` +
    'this kit moves callers between clouds yet'
  );
}

function standby(
  context: EndpointContext,
  role: StandbyRole,
  sized: SizedEndpoint,
): { readonly peakShareAtOnce: Decision<number>; readonly secondsUntilFull: Decision<number> } {
  const { peakConcurrency } = context.endpoint.traffic;
  const { size, replicas, concurrencyPerCopy } = sized;
  const served = Math.min(peakConcurrency, replicas.value * concurrencyPerCopy);
  const share = Math.floor((served / peakConcurrency) * 100) / 100;
  const copies = `${replicas.value} x ${size.value.instanceType} of ${concurrencyPerCopy} requests in flight each`;
  const wanted = role.standby === 'warm' ? `; the spec wants ${role.sizedFor} of the peak` : '';
  return {
    peakShareAtOnce: decide(
      share,
      'failover.capacity',
      `${copies} serve ${served} of ${peakConcurrency} at once${wanted}`,
    ),
    secondsUntilFull:
      share >= 1
        ? decide(0, 'failover.time', 'the whole peak is served at once: nothing has to start')
        : untilFull(context, sized),
  };
}

function untilFull(context: EndpointContext, sized: SizedEndpoint): Decision<number> {
  return sized.offer.cloud === 'aws' ? untilFullOnAws(context, sized) : untilFullOnAzure(context, sized);
}

function untilFullOnAws(context: EndpointContext, sized: SizedEndpoint): Decision<number> {
  const { start, missing, condition } = startOf(context, sized);
  return decide(
    start + scalingSeconds,
    'failover.time',
    `${missing} start together: ${scalingSeconds} s until scaling acts and ${start} s each, ${condition}`,
  );
}

/** In production the autoscale setting adds one instance, and the next after its cooldown. Below nothing scales. */
function untilFullOnAzure(context: EndpointContext, sized: SizedEndpoint): Decision<number> {
  const { start, count, missing, condition } = startOf(context, sized);
  if (context.tier !== 'production')
    return decide(
      start,
      'failover.time',
      `${missing} start together in ${start} s, ${condition}, and after an operator raises the instance count: online endpoints scale in production only`,
    );
  const cooldown = azureStartupTimeout(sized.size.value).value;
  return decide(
    azureScalingSeconds + (count - 1) * cooldown + start,
    'failover.time',
    `${missing} start one after the other: ${azureScalingSeconds} s until scaling acts, ${cooldown} s from one instance to the next and ${start} s for the last to start, ${condition}`,
  );
}

/** Instances that the peak lacks, and how one starts. */
function startOf(
  { tier }: EndpointContext,
  { size, replicas, peakReplicas }: SizedEndpoint,
): { readonly start: number; readonly count: number; readonly missing: string; readonly condition: string } {
  const count = peakReplicas - replicas.value;
  const below = tier === 'production' ? '' : `; ${tier} does not serve the peak, production does`;
  return {
    start: secondsToStart(size.value),
    count,
    missing: `${count} more ${size.value.instanceType}`,
    condition: `with ${size.value.weightsGiB.toFixed(1)} GiB of weights to load, at the slow end of normal; if the cloud has the instances: no capacity is reserved${below}`,
  };
}
