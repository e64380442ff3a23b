import { securityRuleOpen } from '../../../../../../lib/review/rules/azure/network/security-rule-open';
import { azureFound } from '../../../../../helpers/azure-found';

const rule = (changes: object) => ({
  access: 'Allow',
  direction: 'Inbound',
  sourceAddressPrefix: '*',
  destinationPortRange: '22',
  ...changes,
});
const group = (changes: object) => [
  {
    type: 'Microsoft.Network/networkSecurityGroups',
    name: 'g',
    properties: { securityRules: [{ name: 'r', properties: rule(changes) }] },
  },
];

test.each([
  [{}, 1],
  [{ sourceAddressPrefix: 'Internet' }, 1],
  [{ sourceAddressPrefix: undefined, sourceAddressPrefixes: ['0.0.0.0/0'] }, 1],
  [{ destinationPortRange: '*' }, 1],
  [{ destinationPortRange: '443' }, 0],
  [{ sourceAddressPrefix: '10.0.0.0/8' }, 0],
  [{ access: 'Deny' }, 0],
  [{ direction: 'Outbound' }, 0],
])('a rule with %j has %s findings', (changes, expected) => {
  expect(azureFound(securityRuleOpen, group(changes))).toHaveLength(expected);
});

test('a rule of its own is judged too', () => {
  expect(
    azureFound(securityRuleOpen, [
      { type: 'Microsoft.Network/networkSecurityGroups/securityRules', name: 'g/r', properties: rule({}) },
    ]),
  ).toEqual(['Microsoft.Network/networkSecurityGroups/securityRules/g/r']);
});
