import { azureRule } from '../../../../lib/review/azure/azure-rule';

const facts = {
  code: 'StorageTls',
  family: 'azure',
  pack: 'baseline',
  safeguard: 'encryption-in-transit',
  rationale: 'It is a test.',
  source: { url: 'https://example.com', asOf: '2026-12-01' },
} as const;

test('a check of ARM judges azure-native and ARM, each with its own path', () => {
  const path = 'properties.subnets.*.properties.defaultOutboundAccess';
  const rule = azureRule(facts, [
    { types: ['Microsoft.Network/virtualNetworks', 'Microsoft.None/things'], path, must: { is: [false] } },
  ]);
  expect(rule.checks.map(({ types, path: own, ignoreCase }) => [types, own, ignoreCase])).toEqual([
    [['azure-native:network:VirtualNetwork'], 'subnets.*.defaultOutboundAccess', true],
    [['Microsoft.Network/virtualNetworks'], path, true],
    [['Microsoft.None/things'], path, true],
  ]);
});
