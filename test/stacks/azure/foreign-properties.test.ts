import type { Recording } from '../../../lib/graph';
import { recordEnvironment } from '../../helpers/azure-platform';

/**
 * Inputs that an update must not write: those that somebody else fills after a resource was created, and those that are
 * final.
 * With `refresh: always` they come into the state, and an update would write the resource without them.
 */
const filledByOthers: Readonly<Record<string, readonly string[]>> = {
  // ManagedNetworkSettingsRule; the state of the network (pulumi/pulumi-azure-native#3225).
  'machinelearningservices:Workspace': ['managedNetwork.outboundRules', 'managedNetwork.status'],
  'machinelearningservices:ManagedNetworkSettingsRule': ['properties.status'],
  // PrivateEndpoint.
  'machinelearningservices:Registry': ['registryPrivateEndpointConnections'],
  // Subnet; a peering of another team.
  'network:VirtualNetwork': ['subnets', 'virtualNetworkPeerings'],
  // PrivateDnsZoneGroup.
  'network:PrivateEndpoint': ['customDnsConfigs'],
  // Nobody: it is final once the vault exists, and the tier that decides it can change.
  'keyvault:Vault': ['properties.softDeleteRetentionInDays'],
  // The release step.
  'machinelearningservices:OnlineEndpoint': ['properties.traffic'],
};

let recording: Recording;
beforeAll(async () => {
  recording = await recordEnvironment();
});

test.each(Object.entries(filledByOthers))('%s leaves alone what an update must not write', (type, paths) => {
  const resources = recording.registrations.filter((other) => other.type === `azure-native:${type}`);
  expect(resources.length).toBeGreaterThan(0);
  for (const { ignoreChanges } of resources) expect(ignoreChanges).toEqual(paths);
});

test('no other input is left alone', () => {
  const others = recording.registrations.filter(
    ({ type, ignoreChanges }) =>
      ignoreChanges.length > 0 && filledByOthers[type.replace(/^azure-native:/, '')] === undefined,
  );
  expect(others.map(({ urn }) => urn)).toEqual([]);
});
