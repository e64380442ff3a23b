import type { ResourceNode } from '../../../../graph';
import { azurePlaces, isText, nodeTypes } from '../../../azure/azure-value';
import type { JsonMap } from '../../../policy';
import { isMap, textsOf } from '../../../policy';
import { fixOf } from '../../../property-rule';
import type { Rule } from '../../../rule';

/** Name the addresses that may connect, or leave only port 443 open: anybody on the internet reaches the machines behind it. */
export const securityRuleOpen: Rule = {
  code: 'SecurityRuleOpen',
  family: 'azure',
  pack: 'baseline',
  safeguard: 'boundary',
  rationale: 'Anybody on the internet reaches the machines behind it.',
  source: {
    url: 'https://github.com/Azure/azure-policy/blob/master/built-in-policies/policyDefinitions/Network/NetworkSecurityGroup_SSHAccess_Audit.json',
    asOf: '2026-12-01',
  },
  types: nodeTypes([
    'Microsoft.Network/networkSecurityGroups',
    'Microsoft.Network/networkSecurityGroups/securityRules',
  ]),
  check(node) {
    return rulesOf(node)
      .filter(({ rule }) => isOpen(rule))
      .map(({ path, rule }) => ({
        path,
        message: `lets every address in on port ${portsOf(rule).join(', ')}`,
        fix: fixOf('SecurityRuleOpen'),
      }));
  },
};

interface PlacedRule {
  readonly path: string;
  readonly rule: JsonMap;
}

/** The rules of a group, or the one that a resource is; ARM keeps what azure-native lifts in `properties`. */
function rulesOf(node: ResourceNode): readonly PlacedRule[] {
  const listed = azurePlaces(node, 'properties.securityRules.*').flatMap(({ path, value }) =>
    isMap(value) ? [{ path, rule: lifted(value) }] : [],
  );
  return listed.length > 0 ? listed : [{ path: '', rule: lifted(node.properties) }];
}

function lifted(value: JsonMap): JsonMap {
  return isMap(value.properties) ? value.properties : value;
}

function isOpen(rule: JsonMap): boolean {
  const sources = [...textsOf(rule.sourceAddressPrefix), ...textsOf(rule.sourceAddressPrefixes)];
  const closed = portsOf(rule).every((port) => port === '443');
  return (
    isText(rule.access, 'Allow') &&
    isText(rule.direction, 'Inbound') &&
    sources.some((source) => /^(?:\*|0\.0\.0\.0(?:\/0)?|::\/0|Internet|Any)$/i.test(source)) &&
    !closed
  );
}

function portsOf(rule: JsonMap): readonly string[] {
  return [...textsOf(rule.destinationPortRange), ...textsOf(rule.destinationPortRanges)];
}
