import { azurePath, azureValue, isText, nodeTypes } from '../../../azure/azure-value';
import { isMap } from '../../../policy';
import { fixOf } from '../../../property-rule';
import type { Rule } from '../../../rule';

/** Set the entries Ssl30, Tls10 and Tls11 of customProperties to False: prompts cross the network with broken ciphers. */
export const apiGatewayTls: Rule = {
  code: 'ApiGatewayTls',
  family: 'azure',
  pack: 'baseline',
  safeguard: 'encryption-in-transit',
  rationale: 'Prompts cross the network with broken ciphers.',
  source: { url: 'https://www.npmjs.com/package/@pulumi/azure-native/v/3.28.0', asOf: '2026-12-01' },
  types: nodeTypes(['Microsoft.ApiManagement/service']),
  check(node) {
    const settings = azureValue(node, 'properties.customProperties');
    if (!isMap(settings)) return [];
    const around = azurePath(node, 'properties.customProperties');
    return Object.entries(settings)
      .filter(
        ([name, value]) => /Protocols\.(?:Ssl30|Tls10|Tls11)$/i.test(name) && (value === true || isText(value, 'true')),
      )
      .map(([name]) => ({ path: `${around}.${name}`, message: `${name} is on`, fix: fixOf('ApiGatewayTls') }));
  },
};
