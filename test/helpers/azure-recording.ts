import type { LandingZone } from '../../constructs/azure';
import type { Recording, Registration } from '../../lib/graph';
import { record } from '../../stacks/azure';
import { azurePlan } from './azure-plan-fixture';

/** Registrations of a type, in the recording's order. */
export function ofType(recording: Recording, type: string): readonly Registration[] {
  return recording.registrations.filter((registration) => registration.type === type);
}

/** The one registration of a type. Throws when there is none or more than one. */
export function onlyOfType(recording: Recording, type: string): Registration {
  const [only, ...more] = ofType(recording, type);
  if (only === undefined || more.length > 0)
    throw new Error(`expected one ${type}, got ${ofType(recording, type).length}`);
  return only;
}

/** Direct children of the component with a name. */
export function childrenOf(recording: Recording, component: string): readonly Registration[] {
  const parent = recording.registrations.find(({ name, custom }) => name === component && !custom);
  return recording.registrations.filter((registration) => registration.parent === parent?.urn);
}

/** Whether the engine creates one resource after the other, directly or through others. */
export function waitsFor(recording: Recording, later: Registration, earlier: Registration): boolean {
  const known = new Map(recording.registrations.map((registration) => [registration.urn, registration]));
  const seen = new Set<string>();
  const pending = [later.urn];
  for (let urn = pending.pop(); urn !== undefined; urn = pending.pop()) {
    for (const dependency of known.get(urn)?.dependencies ?? []) {
      if (dependency === earlier.urn) return true;
      if (!seen.has(dependency)) pending.push(dependency);
      seen.add(dependency);
    }
  }
  return false;
}

/** The registrations that refer to a resource in one of their inputs. */
export function referringTo(recording: Recording, urn: string): readonly Registration[] {
  return recording.registrations.filter(({ inputs }) => JSON.stringify(inputs).includes(`\${${urn}#`));
}

/** Records a program in a stack called `dev` of the project `example`. */
export function recordProgram(program: () => unknown): Promise<Recording> {
  return record(() => Promise.resolve().then(program), {
    project: 'example',
    stack: 'dev',
    organization: 'example',
    config: {},
  });
}

/** What a component declares below it: type and name of every resource a provider creates, sorted. */
export function resourcesOf(recording: Recording): readonly string[] {
  return recording.registrations
    .filter(({ custom }) => custom)
    .map(({ type, name }) => `${type.replace(/^azure-native:/, '')} ${name}`)
    .toSorted();
}

/** A landing zone with every private DNS zone of this room, without a network behind it. */
export function landingZone(overrides: Partial<LandingZone> = {}): LandingZone {
  const zones = azurePlan('dev').initialization.network.privateDnsZones;
  return {
    subscription: '00000000-0000-4000-8000-0000000000d1',
    location: 'swedencentral',
    resourceGroupName: 'rg-example',
    privateEndpointSubnetId: '/subscriptions/example/subnets/private-endpoints',
    privateDnsZoneIds: Object.fromEntries(zones.map((zone) => [zone, `/zones/${zone}`])),
    logAnalyticsWorkspaceId: '/workspaces/example',
    dataRetention: 'destroy',
    ...overrides,
  };
}
