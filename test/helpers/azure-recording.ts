import type { LandingZone } from '../../constructs/azure';
import { customRoles } from '../../constructs/azure/identity/custom-roles';
import { roleDefinitions } from '../../constructs/azure/identity/role-definitions';
import { uuidOf } from '../../constructs/azure/identity/uuid';
import type { Recording, Registration } from '../../lib/graph';
import { record } from '../../lib/recorder/record';
import { azurePlan } from './azure-plan-fixture';
import { at, listAt } from './json-path';

/** Registrations of a type, in the recording's order. */
export function ofType(recording: Recording, type: string): readonly Registration[] {
  return recording.registrations.filter((registration) => registration.type === type);
}

/** The only registration of a type. Fails the test when there is none or more than one. */
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

/**
 * Whether the engine creates one resource after the other, directly or through others. A child is registered after its
 * component, which is registered after what it depends on.
 */
export function waitsFor(recording: Recording, later: Registration, earlier: Registration): boolean {
  const known = new Map(recording.registrations.map((registration) => [registration.urn, registration]));
  const seen = new Set<string>();
  const pending = [later.urn];
  for (let urn = pending.pop(); urn !== undefined; urn = pending.pop()) {
    const registration = known.get(urn);
    for (const dependency of [...(registration?.dependencies ?? []), registration?.parent ?? '']) {
      if (dependency === earlier.urn) return true;
      if (!seen.has(dependency)) pending.push(dependency);
      seen.add(dependency);
    }
  }
  return false;
}

/** What the engine deletes first: the resources on which nothing depends and below which there is nothing. */
export function leavesOf(recording: Recording): readonly Registration[] {
  const inner = new Set(recording.registrations.flatMap(({ dependencies, parent }) => [...dependencies, parent]));
  return recording.registrations.filter(({ urn }) => !inner.has(urn));
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

/** Type and name of every resource that a provider creates, sorted. */
export function resourcesOf(recording: Recording): readonly string[] {
  return recording.registrations
    .filter(({ custom }) => custom)
    .map(({ type, name }) => `${type.replace(/^azure-native:/, '')} ${name}`)
    .toSorted();
}

/** A landing zone with every private DNS zone that components use. Its resources do not exist. */
export function landingZone(overrides: Partial<LandingZone> = {}): LandingZone {
  const zones = azurePlan('dev').initialization.network.privateDnsZones;
  return {
    subscription: '00000000-0000-4000-8000-0000000000d1',
    location: 'swedencentral',
    resourceGroupName: 'rg-example',
    resourceGroup: 'rg-example',
    privateEndpointSubnetId: '/subscriptions/example/subnets/private-endpoints',
    privateDnsZoneIds: Object.fromEntries(zones.map((zone) => [zone, `/zones/${zone}`])),
    logAnalyticsWorkspaceId: '/workspaces/example',
    dataRetention: 'destroy',
    ...overrides,
  };
}

/** Inputs of the only resource of a type, with references by the name of the resource: `${vault-vault#id}`. */
export function inputsOf(recording: Recording, type: string): Readonly<Record<string, unknown>> {
  return readable(onlyOfType(recording, `azure-native:${type}`));
}

function readable({ inputs }: Registration): Readonly<Record<string, unknown>> {
  return JSON.parse(JSON.stringify(inputs).replaceAll(/\$\{urn:[^}]*::([^:#}]+)#/g, '${$1#')) as Readonly<
    Record<string, unknown>
  >;
}

/** The only private endpoint of a component: its name, its target, and the zones in which it is registered. */
export function privateAccess(recording: Recording) {
  const [only, ...more] = privateAccesses(recording);
  if (only === undefined || more.length > 0) throw new Error(`expected one endpoint, got ${more.length + 1}`);
  return only;
}

/** Every private endpoint of a component. */
export function privateAccesses(recording: Recording) {
  return ofType(recording, 'azure-native:network:PrivateEndpoint').map((registration) => {
    const endpoint = readable(registration);
    const zones = ofType(recording, 'azure-native:network:PrivateDnsZoneGroup').filter(({ dependencies }) =>
      dependencies.includes(registration.urn),
    );
    return {
      name: endpoint['privateEndpointName'],
      target: at(endpoint, 'privateLinkServiceConnections', 0, 'privateLinkServiceId'),
      groupIds: at(endpoint, 'privateLinkServiceConnections', 0, 'groupIds'),
      zones: zones
        .flatMap((group) => listAt(readable(group), 'privateDnsZoneConfigs'))
        .map((zone) => at(zone, 'privateDnsZoneId')),
    };
  });
}

/** Resources that send logs or metrics to the landing zone's workspace, with the log categories. */
export function diagnosticsOf(recording: Recording): readonly (readonly [unknown, unknown])[] {
  return ofType(recording, 'azure-native:monitor:DiagnosticSetting')
    .map(readable)
    .filter(({ workspaceId }) => workspaceId === landingZone().logAnalyticsWorkspaceId)
    .map((inputs) => [
      inputs['resourceUri'],
      listAt(inputs, 'logs').map((log) => at(log, 'categoryGroup') ?? at(log, 'category')),
    ]);
}

/** How a resource is kept: its two options, and the scopes of delete locks. */
export function retentionOf(recording: Recording, type: string) {
  const { protect, retainOnDelete } = onlyOfType(recording, `azure-native:${type}`);
  const locks = ofType(recording, 'azure-native:authorization:ManagementLockByScope').map(readable);
  return { protect, retainOnDelete, locked: locks.map(({ scope }) => scope) };
}

/** Role assignments: logical name, role, principal and scope. Custom roles are those of the landing zone. */
export function rolesOf(recording: Recording) {
  const roles = [...Object.entries(roleDefinitions), ...customRoleIds()];
  return ofType(recording, 'azure-native:authorization:RoleAssignment').map((assignment) => {
    const { roleDefinitionId, principalId, scope } = readable(assignment);
    const [role] = roles.find(([, id]) => String(roleDefinitionId).endsWith(`/${id}`)) ?? [];
    return { name: assignment.name, role, principalId, scope };
  });
}

function customRoleIds(): readonly (readonly [string, string])[] {
  const { subscription } = landingZone();
  const groups = ['rg-example', ...['dev', 'prod'].map((key) => azurePlan(key).initialization.resourceGroupName)];
  return groups.flatMap((group) =>
    Object.keys(customRoles).map((role) => [role, uuidOf([subscription, group, role])] as const),
  );
}

/** An identity that gets roles. */
export const reader = { principalName: 'id-reader', principalId: '00000000-0000-4000-8000-00000000ab1e' };
