import { PrivateNetwork } from '../../../../constructs/azure/network/private-network';
import type { Recording } from '../../../../lib/graph';
import { diagnosticsOf, inputsOf, ofType, recordProgram, resourcesOf } from '../../../helpers/azure-recording';
import { at, listAt } from '../../../helpers/json-path';

const zones = ['privatelink.azurecr.io', 'privatelink.openai.azure.com'];
let recording: Recording;
beforeAll(async () => {
  recording = await recordProgram(
    () =>
      new PrivateNetwork('network', {
        virtualNetworkName: 'vnet-example',
        addressPrefix: '10.21.0.0/16',
        privateEndpointSubnet: { name: 'snet-private', cidr: '10.21.0.0/24' },
        privateDnsZones: zones,
        resourceGroupName: 'rg-example',
        location: 'swedencentral',
        logAnalyticsWorkspaceId: '/workspaces/example',
        dataRetention: 'retain',
      }),
  );
});

test('has one range, one subnet, and no gateway, peering or public address', () => {
  expect(inputsOf(recording, 'network:VirtualNetwork')).toMatchObject({
    virtualNetworkName: 'vnet-example',
    addressSpace: { addressPrefixes: ['10.21.0.0/16'] },
  });
  expect(resourcesOf(recording).map((resource) => resource.split(' ')[0])).toEqual([
    'monitor:DiagnosticSetting',
    'monitor:DiagnosticSetting',
    'network:NetworkSecurityGroup',
    'network:Subnet',
    'network:VirtualNetwork',
    'privatedns:PrivateZone',
    'privatedns:PrivateZone',
    'privatedns:VirtualNetworkLink',
    'privatedns:VirtualNetworkLink',
  ]);
});

test('applies its security group to private endpoints and gives the subnet no way out', () => {
  expect(inputsOf(recording, 'network:Subnet')).toMatchObject({
    subnetName: 'snet-private',
    addressPrefix: '10.21.0.0/24',
    networkSecurityGroup: { id: '${network-security-group#id}' },
    privateEndpointNetworkPolicies: 'Enabled',
    defaultOutboundAccess: false,
  });
});

test('admits HTTPS from the network and denies everything else', () => {
  const rules = listAt(inputsOf(recording, 'network:NetworkSecurityGroup'), 'securityRules');
  const columns = ['direction', 'access', 'priority', 'protocol', 'sourceAddressPrefix', 'destinationPortRange'];
  expect(rules.map((rule) => columns.map((column) => at(rule, column)))).toEqual([
    ['Inbound', 'Allow', 100, 'Tcp', 'VirtualNetwork', '443'],
    ['Inbound', 'Deny', 4096, '*', '*', '*'],
    ['Outbound', 'Deny', 4096, '*', '*', '*'],
  ]);
});

test('links every DNS zone to the network, without registration', () => {
  const links = ofType(recording, 'azure-native:privatedns:VirtualNetworkLink').map(({ inputs }) => inputs);
  expect(links.map((link) => link['privateZoneName'])).toEqual(zones);
  expect(links.map((link) => link['registrationEnabled'])).toEqual([false, false]);
});

test('sends the logs of network and security group', () => {
  expect(diagnosticsOf(recording)).toEqual([
    ['${network-security-group#id}', ['allLogs']],
    ['${network-virtual-network#id}', ['allLogs']],
  ]);
});

test('is protected where it leads to retained data', () => {
  const unprotected = recording.registrations.filter(({ custom, protect }) => custom && !protect);
  expect(unprotected.map(({ urn }) => urn)).toEqual([]);
});
