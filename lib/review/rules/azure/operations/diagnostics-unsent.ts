import { azurePath, azurePlaces, azureValue, nodeTypes } from '../../../azure/azure-value';
import { isList } from '../../../policy';
import { fixOf } from '../../../property-rule';
import type { Rule } from '../../../rule';

/** Name workspaceId or another destination, and enable the logs: the log that is looked for was never written. */
export const diagnosticsUnsent: Rule = {
  code: 'DiagnosticsUnsent',
  family: 'azure',
  pack: 'production',
  safeguard: 'logging',
  rationale: 'The log that is looked for was never written.',
  source: {
    url: 'https://github.com/Azure/azure-policy/blob/master/built-in-policies/policyDefinitions/Monitoring/DiagnosticSettingsForTypes_Audit.json',
    asOf: '2026-12-01',
  },
  types: nodeTypes(['Microsoft.Insights/diagnosticSettings']),
  check(node) {
    const sent = destinations.some((name) => azureValue(node, `properties.${name}`) !== undefined);
    const logs = azureValue(node, 'properties.logs');
    const few = logs === undefined || (isList(logs) && logs.length === 0);
    const off = azurePlaces(node, 'properties.logs.*.enabled').filter(({ value }) => value === false);
    return [
      ...(sent ? [] : [{ path: azurePath(node, 'properties.workspaceId'), message: 'has no destination' }]),
      ...(few && azureValue(node, 'properties.metrics') === undefined
        ? [{ path: azurePath(node, 'properties.logs'), message: 'has no logs' }]
        : []),
      ...off.map(({ path }) => ({ path, message: 'is disabled' })),
    ].map((one) => ({ ...one, fix: fixOf('DiagnosticsUnsent') }));
  },
};

const destinations = ['workspaceId', 'storageAccountId', 'eventHubAuthorizationRuleId', 'marketplacePartnerId'];
