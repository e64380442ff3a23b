import { readArm } from '../../../../../../lib/graph/arm/read-arm';
import { check } from '../../../../../../lib/review/check';
import { azureFirewallOpen } from '../../../../../../lib/review/rules/azure/data/azure-firewall-open';
import { azureFound } from '../../../../../helpers/azure-found';

test.each([
  [
    'Microsoft.CognitiveServices/accounts',
    { networkAcls: { ipRules: [{ value: '0.0.0.0/0' }] } },
    'properties.networkAcls.ipRules.0.value',
  ],
  [
    'Microsoft.Storage/storageAccounts',
    { networkAcls: { ipRules: [{ value: '0.0.0.0/0' }] } },
    'networkRuleSet.ipRules.0.iPAddressOrRange',
  ],
  [
    'Microsoft.DocumentDB/databaseAccounts',
    { ipRules: [{ ipAddressOrRange: '0.0.0.0' }] },
    'ipRules.0.ipAddressOrRange',
  ],
  [
    'Microsoft.Search/searchServices',
    { networkRuleSet: { ipRules: [{ value: '0.0.0.0/0' }] } },
    'networkRuleSet.ipRules.0.value',
  ],
])('%s with %j is open', (type, properties, path) => {
  expect(azureFound(azureFirewallOpen, [{ type, name: 'a', properties }])).toEqual([`${type}/a ${path}`]);
});

test('a rule of a database for all of Azure is open, and one for an address is not', () => {
  const rule = (startIpAddress: string) => [
    { type: 'Microsoft.DBforPostgreSQL/flexibleServers/firewallRules', name: 'a/b', properties: { startIpAddress } },
  ];
  expect(azureFound(azureFirewallOpen, rule('0.0.0.0'))).toHaveLength(1);
  expect(azureFound(azureFirewallOpen, rule('192.0.2.1'))).toEqual([]);
});

test.each([
  ['0.0.0.0', 'lets every address of Azure in'],
  ['255.255.255.255', '0.0.0.0 to 255.255.255.255 is open to everybody'],
])('says who a rule from 0.0.0.0 to %s lets in', (endIpAddress, words) => {
  const type = 'Microsoft.DBforPostgreSQL/flexibleServers/firewallRules';
  const properties = { startIpAddress: '0.0.0.0', endIpAddress };
  const resources = [{ type, name: 'a/b', properties }];
  const { graph } = readArm({ resources }, { environment: 'prod', stack: 'app' });
  const messages = check(graph, [azureFirewallOpen]).findings.map(({ message }) => message);
  expect(messages.join()).toContain(words);
});
