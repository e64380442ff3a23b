import { azureTexts, azureValue, nodeTypes } from '../../../azure/azure-value';
import { fixOf } from '../../../property-rule';
import type { Rule } from '../../../rule';

/** Leave require_secure_transport on, ssl_min_protocol_version at TLSv1.2, and the logs of connections on: passwords and vectors cross the network in clear text, and nobody sees who connected. */
export const postgresSettings: Rule = {
  code: 'PostgresSettings',
  family: 'azure',
  pack: 'baseline',
  safeguard: 'encryption-in-transit',
  rationale: 'Passwords and vectors cross the network in clear text, and nobody sees who connected.',
  source: {
    url: 'https://github.com/Azure/azure-policy/blob/master/built-in-policies/policyDefinitions/PostgreSQL/FlexibleServers_EnableSSL_AINE.json',
    asOf: '2026-12-01',
  },
  types: nodeTypes(['Microsoft.DBforPostgreSQL/flexibleServers/configurations']),
  check(node) {
    const native = azureValue(node, 'configurationName');
    const name = native ?? azureValue(node, 'name');
    if (typeof name !== 'string') return [];
    const weak = weakValues[name.slice(name.lastIndexOf('/') + 1).toLowerCase()];
    return azureTexts(node, 'properties.value')
      .filter(({ value }) => weak?.test(value) ?? false)
      .map(({ path, value }) => ({ path, message: `${name} is ${value}`, fix: fixOf('PostgresSettings') }));
  },
};

/** Weak values by the name of a setting. */
const weakValues: Readonly<Record<string, RegExp>> = {
  require_secure_transport: /^off$/i,
  ssl_min_protocol_version: /^TLSv1(?:\.1)?$/i,
  log_connections: /^off$/i,
  log_disconnections: /^off$/i,
  log_checkpoints: /^off$/i,
  'pgaudit.log': /^(?:none|off)$/i,
};
