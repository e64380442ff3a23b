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
